import { FieldError, type FieldProps, Hint, tied } from "./field";

export interface TickFieldProps extends FieldProps {
  /** Ticked now. */
  value?: boolean | undefined;
  /** What is sent when it is ticked. */
  sends?: string | undefined;
}

/** One thing that is so or not. */
export function TickField({ value, sends = "on", ...field }: TickFieldProps) {
  const control = tied(field);
  return (
    <div className={field.error ? "field wrong" : "field"}>
      {field.error && <FieldError id={control.id}>{field.error}</FieldError>}
      <label className="tick-field">
        <input {...control} type="checkbox" value={sends} defaultChecked={value} />
        <span className="choice-words">
          <span>{field.label}</span>
          {field.hint && <Hint id={control.id}>{field.hint}</Hint>}
        </span>
      </label>
    </div>
  );
}
