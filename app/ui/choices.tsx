import type { ReactNode } from "react";
import { FieldError, Hint } from "./field";

export interface ChoicesProps {
  id: string;
  legend: string;
  hint?: ReactNode | undefined;
  error?: string | null | undefined;
  optionalWord?: string | undefined;
  /** The question is already the heading of the page. */
  legendUnseen?: boolean | undefined;
  /** Only one of them can be chosen. */
  single?: boolean | undefined;
  /** Class of the box around the choices. */
  className: string;
  children: ReactNode;
}

/** The frame of every group of choices: the question, the hint, the error, the choices. */
export function Choices({ id, legend, hint, error, optionalWord, legendUnseen, single, className, children }: ChoicesProps) {
  const by = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      className={error ? "field wrong" : "field"}
      role={single ? "radiogroup" : undefined}
      aria-invalid={single && error ? true : undefined}
      aria-describedby={by || undefined}
    >
      <legend className={legendUnseen ? "unseen" : undefined}>
        {legend}
        {optionalWord && <span className="optional"> ({optionalWord})</span>}
      </legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className={className}>{children}</div>
    </fieldset>
  );
}
