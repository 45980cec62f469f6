import type { useFields } from "~/forms/form";
import type { MemberNow } from "~/groups/members-now.server";
import type { TextKey } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { DateField } from "~/ui/date-field";
import { PeopleField } from "~/ui/people-field";
import { TextField } from "~/ui/text-field";
import { TickField } from "~/ui/tick-field";
import { domainLooks, domains } from "../domains";

interface SupportFieldsProps {
  fields: ReturnType<typeof useFields>;
  /** Whom this viewer may note support of. */
  people: Omit<MemberNow, "role">[];
  /** Whether it may be a service too. */
  services: boolean;
}

/** What each field is called where two versions stand beside each other. */
export const changeLabels: Record<string, TextKey> = {
  what: "support.what",
  memberId: "support.who",
  service: "support.serviceName",
  domain: "support.domain",
  paid: "support.paid",
  since: "support.sinceLabel",
  until: "support.until",
  audience: "plan.forWhom",
};

/** Who supports what, in which domain, from when until when: the same for a new note and for a change of one. */
export function SupportFields({ fields: { field, list }, people, services }: SupportFieldsProps) {
  const t = useText();
  return (
    <>
      <TextField {...field("what")} label={t("support.what")} hint={t("support.whatHint")} required />
      <PeopleField {...field("memberId")} legend={t("support.who")} people={people} nobody={services ? t("support.service") : undefined} />
      {services && <TextField {...field("service")} label={t("support.serviceName")} hint={t("support.serviceHint")} />}
      <ChoiceField
        {...field("domain")}
        legend={t("support.domain")}
        options={domains.map((domain) => ({ value: domain, label: t(domainLooks[domain].label), icon: domainLooks[domain].icon }))}
      />
      <TickField {...field("paid")} value={list("paid").length > 0} label={t("support.paid")} />
      <DateField {...field("since")} label={t("support.sinceLabel")} hint={t("support.sinceHint")} required />
      <DateField {...field("until")} label={t("support.until")} hint={t("support.untilHint")} optionalWord={t("app.optional")} />
    </>
  );
}
