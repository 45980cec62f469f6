import type { ReactNode } from "react";
import { Face } from "./face";

export interface PersonaProps {
  /** Whose session it opens. */
  persona: string;
  name: string;
  hue: number;
  /** What the press does, for who does not see the cards together. */
  does: string;
  children: ReactNode;
}

/** Somebody to look along with: one press on a face, a name and a sentence. */
export function Persona({ persona, name, hue, does, children }: PersonaProps) {
  return (
    <form method="post" action="/demo">
      <input type="hidden" name="persona" value={persona} />
      <button type="submit" className="persona">
        <Face name={name} hue={hue} size="l" />
        <span className="choice-words">
          <span className="unseen">{does}: </span>
          <strong>{name}</strong>
          <span className="soft">{children}</span>
        </span>
      </button>
    </form>
  );
}
