import { useText } from "~/i18n/use-text";
import { More } from "~/ui/more";
import { Press } from "~/ui/press";

/** Letting go, behind a quiet button: what it means, and the press. */
export function LetGoPress({ to, lead, label }: { to: string; lead: string; label: string }) {
  const t = useText();
  return (
    <More summary={t("plan.letGoAsk")}>
      <p>{lead}</p>
      <Press to={to} kind="lost">
        {label}
      </Press>
    </More>
  );
}
