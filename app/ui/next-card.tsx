import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export interface NextCardProps {
  eyebrow: string;
  /** The one big thing: "Dinsdag 1 december om 19.30 uur". */
  when: string;
  href?: string | undefined;
  where?: ReactNode;
  children?: ReactNode;
}

/** The next gathering: the one big thing on Home. */
export function NextCard({ eyebrow, when, href, where, children }: NextCardProps) {
  return (
    <section className="next" aria-labelledby="next-when">
      <div className="next-words">
        <p className="eyebrow">{eyebrow}</p>
        <h2 className="when" id="next-when">
          {href ? <a href={href}>{when}</a> : when}
        </h2>
        {where && <p>{where}</p>}
      </div>
      {children}
    </section>
  );
}

export interface MyAnswerProps {
  icon: IconName;
  text: ReactNode;
  /** Has not answered yet: asks for it. */
  open?: boolean | undefined;
  /** A link "Toch niet?", or a form with buttons. */
  children?: ReactNode;
}

/** What I answered, with a way to change my mind. */
export function MyAnswer({ icon, text, open, children }: MyAnswerProps) {
  return (
    <div className={open ? "my-answer open" : "my-answer"}>
      <p>
        <Icon name={icon} />
        <strong>{text}</strong>
      </p>
      {children}
    </div>
  );
}

/** Faces and one sentence about them. */
export function Coming({ faces, children }: { faces: ReactNode; children: ReactNode }) {
  return (
    <div className="coming">
      {faces}
      <p className="soft">{children}</p>
    </div>
  );
}
