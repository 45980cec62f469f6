import { KringForm, useFields } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import { More } from "~/ui/more";
import { TextField } from "~/ui/text-field";

/** What Kring calls me: asked for in full view while it is not known, and behind a quiet button afterwards. */
export function MyName({ name, returned }: { name: string; returned: Returned | undefined }) {
  const t = useText();
  const { field } = useFields(returned, { name });
  const form = (
    <KringForm returned={returned}>
      <TextField {...field("name")} label={t("welcome.name")} hint={t("welcome.nameHint")} autoComplete="name" required />
      <Buttons>
        <Button kind={name ? "quiet" : "main"}>{t("welcome.nameSave")}</Button>
      </Buttons>
    </KringForm>
  );
  if (name)
    return (
      <More summary={t("welcome.nameChange")} icon="person" open={returned !== undefined}>
        {form}
      </More>
    );
  return (
    <Section title={t("welcome.askName")} id="name">
      <p className="soft">{t("welcome.askNameLead")}</p>
      {form}
    </Section>
  );
}
