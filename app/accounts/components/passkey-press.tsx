import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** What stands in the form of a page that asks a device for a passkey. The script shows it where the device can; elsewhere stands what to do instead. */
export function PasskeyPress({ how, ask, children }: { how: "make" | "use"; ask: string; children: string }) {
  const t = useText();
  return (
    <>
      <input type="hidden" name="credential" />
      <div data-passkey={how} data-ask={ask} data-failed={t("passkey.failed")} data-already={t("passkey.already")} hidden>
        <Button icon="key" wide>
          {children}
        </Button>
      </div>
      <p role="status" data-passkey-status="" />
      <div data-passkey-otherwise="">
        <Notice kind="info">
          <p>{t("passkey.notHere")}</p>
        </Notice>
      </div>
      <script type="module" src="/passkey.js" />
    </>
  );
}
