import { useLanguage } from "~/i18n/use-text";
import { zonesToChoose } from "~/i18n/zones";
import { SelectField, type SelectFieldProps } from "~/ui/select-field";

interface ZoneFieldProps extends Omit<SelectFieldProps, "options"> {
  /** By their IANA names, as the server knows them: a browser may know others. */
  zones: readonly string[];
}

/** A time zone, by the city that it is called after. One that was chosen stays, also when it goes by another name since. */
export function ZoneField({ zones, value, ...field }: ZoneFieldProps) {
  const all = value && !zones.includes(value) ? [value, ...zones] : zones;
  return <SelectField {...field} value={value} options={zonesToChoose(all, useLanguage())} />;
}
