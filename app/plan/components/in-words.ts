import { audienceWords } from "~/groups/audience-words";
import type { Frame } from "~/groups/frame";
import { listed, plainDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { isDay } from "~/platform/wall-clock";
import type { Audience } from "~/policy/table";

/** How to say a field's value where two versions stand beside each other. @param people whom the form offers */
export function inWords(frame: Frame, t: Say, language: Language, people: { id: string; name: string }[] = []) {
  return (field: string, value: string): string => {
    if (field === "audience") return audienceWords(frame, t)[value as Audience] ?? value;
    if (field === "dueOn") return isDay(value) ? plainDay(value, language) : t("plan.noDay");
    if (field !== "people") return value;
    const ids = value.split(",");
    const names = people.filter((person) => ids.includes(person.id)).map((person) => person.name);
    return listed(names, language);
  };
}
