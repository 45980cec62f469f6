import { Field, type FieldProps, tied } from "./field";

export interface Option {
  value: string;
  label: string;
}

export interface SelectFieldProps extends FieldProps {
  options: Option[];
  value?: string | null | undefined;
  /** What stands there before anything is chosen. */
  emptyLabel?: string | undefined;
}

/** One out of many; for up to five, ChoiceField is kinder. */
export function SelectField({ options, value, emptyLabel, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select {...tied(field)} className="wordbox" defaultValue={value ?? ""}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
