import { fieldId } from "./field";
import { Icon } from "./icon";

export interface ErrorSummaryProps {
  title: string;
  /** `field` is the name of the field, or an id with "#" before it; null for what is wrong with the whole form. */
  errors: { field: string | null; text: string }[];
  /** What was kept: "Wat je schreef, staat er nog." */
  kept?: string | undefined;
}

/** What went wrong, at the top of the page; takes the focus by itself, with script or without. */
export function ErrorSummary({ title, errors, kept }: ErrorSummaryProps) {
  return (
    <section className="notice lost errors" role="alert" aria-labelledby="errors-title" tabIndex={-1} autoFocus>
      <Icon name="warning" />
      <div>
        <h2 id="errors-title">{title}</h2>
        {kept && <p>{kept}</p>}
        <ul className="error-list">
          {errors.map(({ field, text }) => (
            <li key={`${field} ${text}`}>
              {field === null ? text : <a href={field.startsWith("#") ? field : `#${fieldId(field)}`}>{text}</a>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
