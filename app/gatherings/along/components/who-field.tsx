import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { SelectField } from "~/ui/select-field";
import type { Along } from "../along.server";

interface WhoFieldProps {
  along: Pick<Along, "me" | "speaksFor">;
  fields: ReturnType<typeof useFields>;
  label: string;
  /** A first choice that is nobody. */
  nobody?: string | undefined;
}

/** About whom a form is; not asked of who can only say it for themselves. */
export function WhoField({ along: { me, speaksFor }, fields: { field }, label, nobody }: WhoFieldProps) {
  const t = useText();
  const filled = field("who");
  const [only] = speaksFor;
  if (speaksFor.length === 1 && only?.id === me && nobody === undefined && !filled.error)
    return <input type="hidden" name="who" value={me} />;
  const mine = speaksFor.filter(({ id }) => id === me).map(({ id }) => ({ value: id, label: t("along.myself") }));
  const others = speaksFor.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField {...filled} label={label} emptyLabel={nobody} options={[...mine, ...others]} />;
}
