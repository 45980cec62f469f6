import { audienceWords } from "~/groups/audience-words";
import type { Frame } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { isDay } from "~/platform/wall-clock";
import type { Audience } from "~/policy/table";
import { type Domain, domainLooks } from "../domains";

/** How to say a field's value where two versions stand beside each other. @param people whom the form offers */
export function inWords(frame: Frame, t: Say, language: Language, people: { id: string; name: string }[]) {
  return (field: string, value: string): string => {
    switch (field) {
      case "audience":
        return audienceWords(frame, t)[value as Audience] ?? value;
      case "domain":
        return value in domainLooks ? t(domainLooks[value as Domain].label) : value;
      case "memberId":
        return people.find((person) => person.id === value)?.name ?? (value ? t("support.someoneGone") : t("support.service"));
      case "paid":
        return value ? t("support.paidYes") : t("support.paidNo");
      case "since":
      case "until":
        return isDay(value) ? plainDay(value, language) : t("plan.noDay");
      default:
        return value;
    }
  };
}
