import type { ReactNode } from "react";
import { Choices } from "./choices";
import { fieldId, Hint } from "./field";
import { Icon, type IconName } from "./icon";

export interface ChoiceFieldProps {
  name: string;
  legend: string;
  options: { value: string; label: string; hint?: ReactNode | undefined; icon?: IconName | undefined }[];
  value?: string | null | undefined;
  hint?: ReactNode | undefined;
  error?: string | null | undefined;
  id?: string | undefined;
  required?: boolean | undefined;
  optionalWord?: string | undefined;
  legendUnseen?: boolean | undefined;
  /** "big" for the one question of a page, "plain" inside a longer form, "abreast" for three short ones on one line. */
  size?: "big" | "plain" | "abreast" | undefined;
}

/** One of a few, each a card as big as a thumb. */
export function ChoiceField({ name, options, value, required, id = fieldId(name), size = "plain", ...frame }: ChoiceFieldProps) {
  return (
    <Choices {...frame} id={id} single className={`choices ${size}`}>
      {options.map((option, place) => {
        const own = place === 0 ? id : `${id}-${place}`;
        return (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              id={own}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              required={required}
              aria-describedby={option.hint ? `${own}-hint` : undefined}
            />
            {option.icon && <Icon name={option.icon} />}
            <span className="choice-words">
              <span className="choice-label">{option.label}</span>
              {option.hint && <Hint id={own}>{option.hint}</Hint>}
            </span>
          </label>
        );
      })}
    </Choices>
  );
}
