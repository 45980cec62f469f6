import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";

/** One press for a new code, to the address that was given before. @param id of the request before */
export function SendAgain({ id, kind }: { id: string; kind: "main" | "quiet" }) {
  const t = useText();
  return (
    <form method="post" action="/sign-in/again">
      <input type="hidden" name="id" value={id} />
      <Button kind={kind}>{t("signIn.another")}</Button>
    </form>
  );
}
