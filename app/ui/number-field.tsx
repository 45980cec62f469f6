import { Field, type FieldProps, tied } from "./field";

export interface NumberFieldProps extends FieldProps {
  value?: number | string | null | undefined;
  /** Stands behind the box: "minuten". */
  unit?: string | undefined;
}

/** A whole number, typed as text: no spinner that turns by accident. The server checks it. */
export function NumberField({ value, unit, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      <span className="with-unit">
        <input {...tied(field)} className="wordbox number" type="text" inputMode="numeric" dir="ltr" defaultValue={value ?? ""} />
        {unit && <span>{unit}</span>}
      </span>
    </Field>
  );
}
