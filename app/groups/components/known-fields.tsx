import type { ReactNode } from "react";
import type { Filled } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { TextField } from "~/ui/text-field";
import type { Frame } from "../frame";

/** Who somebody is for the central person. */
export function RelationField({ frame: { own, name }, ...field }: { frame: Frame } & Filled) {
  const t = useText();
  return (
    <TextField
      {...field}
      label={own ? t("circle.relationOwn") : t("circle.relation", { name })}
      hint={t("circle.relationHint")}
      optionalWord={t("app.optional")}
    />
  );
}

/** Where somebody else is mailed, who may have no address. @param hint what is said instead of that */
export function TheirMailField({ hint, ...field }: { hint?: ReactNode } & Filled) {
  const t = useText();
  return (
    <TextField
      {...field}
      label={t("circle.mail")}
      hint={hint ?? t("circle.mailHint")}
      optionalWord={t("app.optional")}
      type="email"
      autoComplete="off"
    />
  );
}
