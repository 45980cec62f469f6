import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";

/** The other way to sign in, on a device of somebody else or of everybody: it lasts some hours. */
export function NotMine() {
  const t = useText();
  return (
    <div className="stack">
      <Button kind="quiet" name="borrowed" value="yes">
        {t("signIn.notMine")}
      </Button>
      <p className="soft">{t("signIn.notMineLead")}</p>
    </div>
  );
}
