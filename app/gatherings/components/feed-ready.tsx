import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { TextField } from "~/ui/text-field";

/** The link, this once: for a phone to open, or to copy. @param address of the feed, absolute */
export function FeedReady({ address }: { address: string }) {
  const t = useText();
  return (
    <>
      <p>
        <LinkButton href={address.replace(/^https?:/, "webcal:")} kind="main" icon="calendar-plus">
          {t("feed.open")}
        </LinkButton>
      </p>
      <Notice kind="info">{t("feed.once")}</Notice>
      <TextField name="address" label={t("feed.address")} value={address} type="url" />
      <p>{t("feed.how")}</p>
      <p>{t("feed.fromMails")}</p>
      <p className="soft">{t("feed.slow")}</p>
    </>
  );
}
