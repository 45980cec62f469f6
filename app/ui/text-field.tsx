import type { InputHTMLAttributes } from "react";
import { Field, type FieldProps, tied } from "./field";

type Input = InputHTMLAttributes<HTMLInputElement>;

export interface TextFieldProps extends FieldProps {
  value?: string | null | undefined;
  type?: "text" | "email" | "tel" | "url" | "search" | undefined;
  autoComplete?: string | undefined;
  autoFocus?: boolean | undefined;
  inputMode?: Input["inputMode"];
  dir?: "auto" | "ltr" | "rtl" | undefined;
  /** How much is expected: "code" and "short" are narrower. */
  width?: "code" | "short" | "full" | undefined;
}

/** One line of text. */
export function TextField({ value, type = "text", autoComplete, autoFocus, inputMode, dir, width = "full", ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        {...tied(field)}
        className={`wordbox ${width}`}
        type={type}
        defaultValue={value ?? ""}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        inputMode={inputMode}
        dir={dir ?? (type === "text" || type === "search" ? "auto" : "ltr")}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string | null | undefined;
  rows?: number | undefined;
  autoFocus?: boolean | undefined;
  dir?: "auto" | "ltr" | "rtl" | undefined;
}

/** Several lines; it grows with what is written where the browser can do that. */
export function TextArea({ value, rows = 4, autoFocus, dir = "auto", ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea {...tied(field)} className="wordbox" rows={rows} autoFocus={autoFocus} dir={dir} defaultValue={value ?? ""} />
    </Field>
  );
}
