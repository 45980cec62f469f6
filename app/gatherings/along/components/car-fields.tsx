import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import type { Along } from "../along.server";
import { mostPlaces } from "../schema";
import { WhoField } from "./who-field";

const places = Array.from({ length: mostPlaces }, (_, place) => String(place + 1));

interface CarFieldsProps {
  along: Along;
  fields: ReturnType<typeof useFields>;
}

/** Who drives, how many can come along, from where, and perhaps who rides along already. */
export function CarFields({ along, fields }: CarFieldsProps) {
  const t = useText();
  const { field } = fields;
  const riders = along.takeable.filter(({ id }) => id !== along.me);
  return (
    <>
      <WhoField along={along} fields={fields} label={t("along.carWho")} />
      <SelectField
        {...field("places")}
        label={t("along.places")}
        options={places.map((count) => ({ value: count, label: count }))}
        required
      />
      <TextField {...field("word")} label={t("along.seekWord")} hint={t("along.carWordHint")} optionalWord={t("app.optional")} />
      {riders.length > 0 && (
        <SelectField
          {...field("rider")}
          label={t("along.carRider")}
          hint={t("along.carMail")}
          emptyLabel={t("along.carNobody")}
          options={riders.map(({ id, name }) => ({ value: id, label: name }))}
          optionalWord={t("app.optional")}
        />
      )}
    </>
  );
}
