import type { ReactNode } from "react";
import { Choices } from "./choices";
import { fieldId, Hint } from "./field";

export interface TicksFieldProps {
  name: string;
  legend: string;
  options: { value: string; label: string; hint?: ReactNode | undefined }[];
  value?: string[] | undefined;
  hint?: ReactNode | undefined;
  error?: string | null | undefined;
  id?: string | undefined;
  optionalWord?: string | undefined;
  legendUnseen?: boolean | undefined;
}

/** Any number of a few; each is sent under the same name. */
export function TicksField({ name, options, value = [], id = fieldId(name), ...frame }: TicksFieldProps) {
  return (
    <Choices {...frame} id={id} className="ticks">
      {options.map((option, place) => {
        const own = place === 0 ? id : `${id}-${place}`;
        return (
          <label className="tick-field" key={option.value}>
            <input
              type="checkbox"
              id={own}
              name={name}
              value={option.value}
              defaultChecked={value.includes(option.value)}
              aria-invalid={frame.error ? true : undefined}
              aria-describedby={option.hint ? `${own}-hint` : undefined}
            />
            <span className="choice-words">
              <span>{option.label}</span>
              {option.hint && <Hint id={own}>{option.hint}</Hint>}
            </span>
          </label>
        );
      })}
    </Choices>
  );
}
