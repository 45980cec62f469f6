import type { Filled } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { rings } from "~/policy/table";
import { ChoiceField } from "~/ui/choice-field";
import { More } from "~/ui/more";
import { TextField } from "~/ui/text-field";
import type { Frame } from "../frame";
import { capacities, givenRoles } from "../schema";
import { ringHints, ringNames, roleNames } from "../words";

interface PlaceFieldsProps {
  frame: Frame;
  field: (name: string) => Filled;
}

const capacityNames = { personal: "circle.capacityPersonal", mandate: "circle.capacityMandate" } as const;

/** Where somebody stands in the circle, what they do there, and from where a professional comes. */
export function PlaceFields({ frame, field }: PlaceFieldsProps) {
  const t = useText();
  const [role, capacity, work, service] = [field("role"), field("capacity"), field("function"), field("service")];
  const wrong = [capacity, work, service].some(({ error }) => error !== undefined);
  const ringHint = ringHints(frame, t);
  const roleHints = {
    member: t("circle.roleMemberHint"),
    facilitator: t("circle.roleFacilitatorHint"),
    professional: frame.own ? t("circle.roleProfessionalHintOwn") : t("circle.roleProfessionalHint", { name: frame.name }),
  };
  return (
    <>
      <ChoiceField
        {...field("ring")}
        legend={t("circle.ring")}
        options={rings.map((ring) => ({ value: ring, label: t(ringNames[ring]), hint: ringHint[ring] }))}
        required
      />
      <ChoiceField
        {...role}
        value={role.value || "member"}
        legend={t("circle.role")}
        options={givenRoles.map((given) => ({ value: given, label: t(roleNames[given]), hint: roleHints[given] }))}
        required
      />
      <More summary={t("circle.forProfessional")} open={wrong || role.value === "professional"}>
        <ChoiceField
          {...capacity}
          legend={t("circle.capacity")}
          options={capacities.map((how) => ({ value: how, label: t(capacityNames[how]) }))}
        />
        <TextField {...work} label={t("circle.function")} hint={t("circle.functionHint")} />
        <TextField {...service} label={t("circle.service")} hint={t("circle.serviceHint")} />
      </More>
    </>
  );
}
