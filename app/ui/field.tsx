import type { ReactNode } from "react";
import { Icon } from "./icon";

/** What every field can be told. Words arrive ready to read. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode | undefined;
  error?: string | null | undefined;
  /** Only when the same name stands twice on a page; otherwise the id is `f-` + name. */
  id?: string | undefined;
  required?: boolean | undefined;
  /** Beside the label of a field that may stay empty: "hoeft niet". */
  optionalWord?: string | undefined;
}

/** The id of a field's (first) control: what an error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** Ties a control to its hint and error. */
export function tied({ name, id = fieldId(name), hint, error, required }: FieldProps) {
  const by = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, name, required, "aria-describedby": by || undefined, "aria-invalid": error ? (true as const) : undefined };
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="hint" id={`${id}-hint`}>
      {children}
    </span>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="field-error" id={`${id}-error`}>
      <Icon name="warning" />
      <span>{children}</span>
    </span>
  );
}

/** Label, hint, error and whatever is filled in, in this order. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const id = field.id ?? fieldId(field.name);
  return (
    <div className={field.error ? "field wrong" : "field"}>
      <label htmlFor={id}>
        {field.label}
        {field.optionalWord && !field.required && <span className="optional"> ({field.optionalWord})</span>}
      </label>
      {field.hint && <Hint id={id}>{field.hint}</Hint>}
      {field.error && <FieldError id={id}>{field.error}</FieldError>}
      {children}
    </div>
  );
}
