import { KringForm } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import { Press } from "~/ui/press";

interface CardStateProps {
  page: string;
  card: { on: string; until: string } | null;
  can: { make: boolean; void: boolean };
  returned: Returned | undefined;
}

/** Whether there is a card, and the two things that can be done with it. */
export function CardState({ page, card, can, returned }: CardStateProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <p>{t("card.what")}</p>
      <p>
        <strong>
          {card ? t("card.there", { day: plainDay(card.on, language), until: plainDay(card.until, language) }) : t("card.none")}
        </strong>{" "}
        {card && can.make && t("card.newVoids")}
      </p>
      {can.make && (
        <KringForm returned={returned}>
          <Buttons>
            <Button icon="print" kind={card ? "quiet" : "main"}>
              {card ? t("card.makeNew") : t("card.make")}
            </Button>
          </Buttons>
        </KringForm>
      )}
      {can.void && (
        <Section title={t("card.lost")} id="lost">
          <p>{t("card.lostLead")}</p>
          <Press to={`${page}/void`} kind="lost">
            {t("card.void")}
          </Press>
        </Section>
      )}
    </>
  );
}
