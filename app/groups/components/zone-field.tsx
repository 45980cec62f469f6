import type { FieldProps } from "~/ui/field";
import { SelectField } from "~/ui/select-field";

interface ZoneFieldProps extends FieldProps {
  /** IANA names: see zonesKnown. */
  zones: readonly string[];
  value?: string | null | undefined;
}

/** Whose clock a circle follows, out of all zones of the world. */
export function ZoneField({ zones, ...field }: ZoneFieldProps) {
  return <SelectField {...field} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))} />;
}
