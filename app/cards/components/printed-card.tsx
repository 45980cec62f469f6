import { listed, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Face } from "~/ui/face";
import { Notice } from "~/ui/notice";
import { PointedAt } from "~/ui/pointed-at";

interface PrintedCardProps {
  person: { name: string; hue: number; photo: string | null };
  code: { path: string; side: number };
  /** Where Kring is, for who knows the address by heart. */
  address: string;
  until: string;
  /** Whom to tell when it is lost. */
  ask: string[];
}

/** The card: a face, a first name, a code. Nothing else of whose it is. */
export function PrintedCard({ person, code, address, until, ask }: PrintedCardProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <Notice kind="good" title={t("card.print")} focus />
      <div className="sign-in-card">
        <PointedAt code={code} label={t("card.codeLabel")}>
          <Face {...person} size="l" />
          <p className="sign-in-name">
            <bdi>{person.name}</bdi>
          </p>
          <p>{t("card.scan")}</p>
          <p>{t("card.address", { address })}</p>
          {ask.length > 0 && <p>{t("card.ifLost", { names: listed(ask, language) })}</p>}
          {until && <p className="soft">{t("card.until", { day: plainDay(until, language) })}</p>}
        </PointedAt>
      </div>
    </>
  );
}
