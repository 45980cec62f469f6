import { useText } from "~/i18n/use-text";

/** For the holder of a link from a mail: where to say by which clock they live. */
export function ClockLink({ token }: { token: string }) {
  const t = useText();
  return (
    <p>
      <a className="link" href={`/u/${token}/clock`}>
        {t("clock.title")}
      </a>
    </p>
  );
}
