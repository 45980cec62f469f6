import { Field, type FieldProps, tied } from "./field";

export interface DateFieldProps extends FieldProps {
  /** 2026-12-01 */
  value?: string | null | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

/** A day. The browser brings its own calendar. */
export function DateField({ value, min, max, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      <input {...tied(field)} className="wordbox short" type="date" min={min} max={max} defaultValue={value ?? ""} />
    </Field>
  );
}

export interface TimeFieldProps extends FieldProps {
  /** 19:30 */
  value?: string | null | undefined;
}

/** A time of day, in the group's zone. */
export function TimeField({ value, ...field }: TimeFieldProps) {
  return (
    <Field {...field}>
      <input {...tied(field)} className="wordbox short" type="time" defaultValue={value ?? ""} />
    </Field>
  );
}
