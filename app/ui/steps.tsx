import type { ReactNode } from "react";
import { Icon } from "./icon";

export interface StepsProps {
  label: string;
  items: {
    title: ReactNode;
    state: "done" | "now" | "later";
    /** The state in a word, for who does not see the picture: "gedaan". */
    stateWord: string;
    href?: string | undefined;
    sub?: ReactNode;
  }[];
}

/** Where I am in something that takes several pages. */
export function Steps({ label, items }: StepsProps) {
  return (
    <ol className="steps" aria-label={label}>
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their place
        <li key={place} className={item.state} aria-current={item.state === "now" ? "step" : undefined}>
          <span className="step-mark" aria-hidden="true">
            {item.state === "done" ? <Icon name="check" /> : place + 1}
          </span>
          <div>
            <p className="row-title">{item.href ? <a href={item.href}>{item.title}</a> : item.title}</p>
            <p className="small">
              <span>{item.stateWord}</span>
              {item.sub && <> · {item.sub}</>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
