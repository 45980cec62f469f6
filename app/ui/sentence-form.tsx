import type { ReactNode } from "react";
import { FieldError, fieldId } from "./field";
import type { Option } from "./select-field";

/** A form that reads as a sentence: words and InSelect / InInput as children. */
export function SentenceForm({
  children,
  error,
  id = "sentence",
}: {
  children: ReactNode;
  error?: string | null | undefined;
  id?: string | undefined;
}) {
  return (
    <div className={error ? "field wrong" : "field"}>
      {error && <FieldError id={id}>{error}</FieldError>}
      <p className="sentence">{children}</p>
    </div>
  );
}

interface InSentence {
  name: string;
  /** Said by screen readers; for others the sentence says it. */
  label: string;
  id?: string | undefined;
  error?: boolean | undefined;
}

export function InSelect({
  name,
  label,
  id = fieldId(name),
  error,
  options,
  value,
}: InSentence & { options: Option[]; value?: string | undefined }) {
  return (
    <select className="wordbox in-sentence" id={id} name={name} aria-label={label} aria-invalid={error || undefined} defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export interface InInputProps extends InSentence {
  type?: "time" | "date" | "text" | undefined;
  inputMode?: "numeric" | "text" | undefined;
  value?: string | number | undefined;
}

export function InInput({ name, label, id = fieldId(name), error, type = "text", inputMode, value }: InInputProps) {
  return (
    <input
      className={`wordbox in-sentence ${inputMode === "numeric" ? "number" : ""}`}
      id={id}
      name={name}
      type={type}
      inputMode={inputMode}
      aria-label={label}
      aria-invalid={error || undefined}
      defaultValue={value}
    />
  );
}
