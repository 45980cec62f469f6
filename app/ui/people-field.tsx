import type { ReactNode } from "react";
import { Choices } from "./choices";
import { Face } from "./face";
import { fieldId } from "./field";

export interface PeopleFieldProps {
  name: string;
  legend: string;
  people: { id: string; name: string; hue: number; photo?: string | null | undefined; note?: string | undefined }[];
  /** Ids: several with `many`, else one. */
  value?: string[] | string | null | undefined;
  many?: boolean | undefined;
  hint?: ReactNode | undefined;
  error?: string | null | undefined;
  id?: string | undefined;
  required?: boolean | undefined;
  optionalWord?: string | undefined;
  legendUnseen?: boolean | undefined;
  /** A first choice without a face, sent as "": "Nog niemand". Only when one is chosen. */
  nobody?: string | undefined;
}

/** Faces to tap. */
export function PeopleField({ name, people, value, many = false, required, nobody, id = fieldId(name), ...frame }: PeopleFieldProps) {
  const chosen = Array.isArray(value) ? value : [value ?? ""];
  const type = many ? "checkbox" : "radio";
  const first = nobody !== undefined && !many ? 1 : 0;
  return (
    <Choices {...frame} id={id} single={!many} className="people-choices">
      {first === 1 && (
        <label className="person-choice">
          <input type={type} id={id} name={name} value="" defaultChecked={chosen.includes("")} />
          <span className="choice-words">{nobody}</span>
        </label>
      )}
      {people.map((person, place) => {
        const own = place + first === 0 ? id : `${id}-${place + first}`;
        return (
          <label className="person-choice" key={person.id}>
            <input
              type={type}
              id={own}
              name={name}
              value={person.id}
              defaultChecked={chosen.includes(person.id)}
              required={many ? undefined : required}
              aria-invalid={many && frame.error ? true : undefined}
            />
            <Face name={person.name} hue={person.hue} photo={person.photo} />
            <span className="choice-words">
              <bdi>{person.name}</bdi>
              {person.note && <span className="hint">{person.note}</span>}
            </span>
          </label>
        );
      })}
    </Choices>
  );
}
