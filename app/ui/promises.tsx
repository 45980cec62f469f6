import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon } from "./icon";

/** What somebody promised: a list of Promise rows. */
export function Promises({ children }: { children: ReactNode }) {
  return <ul className="promises">{children}</ul>;
}

export interface PromiseRowProps {
  /** A form with a TickButton, or nothing when it is not mine to tick. */
  tick?: ReactNode;
  title: ReactNode;
  /** By when, for which dream. */
  sub?: ReactNode;
  done?: boolean | undefined;
  children?: ReactNode;
}

/** One promise. */
export function PromiseRow({ tick, title, sub, done, children }: PromiseRowProps) {
  return (
    <li className={done ? "promise done" : "promise"}>
      {tick && <div className="promise-tick">{tick}</div>}
      <div>
        <p className="row-title">
          <bdi>{title}</bdi>
        </p>
        {sub && <p className="soft">{sub}</p>}
        {children}
      </div>
    </li>
  );
}

export interface TickButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style" | "children"> {
  /** The word under the circle: "Gedaan". */
  word: string;
  /** What it is about, for who does not see the row: "de VDAB bellen". */
  about: string;
  done?: boolean | undefined;
}

/** A circle that takes a tick. */
export function TickButton({ word, about, done = false, ...rest }: TickButtonProps) {
  return (
    <button type="submit" className="tick" aria-pressed={done || undefined} {...rest}>
      <span className="tick-ring">
        <Icon name="check" />
      </span>
      <span>
        {word}
        <span className="unseen">: {about}</span>
      </span>
    </button>
  );
}
