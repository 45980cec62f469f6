import { Field, type FieldProps, tied } from "./field";

export interface FileFieldProps extends FieldProps {
  /** "image/*" */
  accept?: string | undefined;
  many?: boolean | undefined;
}

/** A file or photo; the form needs encType="multipart/form-data". */
export function FileField({ accept, many, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      <input {...tied(field)} className="wordbox file" type="file" accept={accept} multiple={many} />
    </Field>
  );
}
