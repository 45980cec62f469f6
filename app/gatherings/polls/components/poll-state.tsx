import type { Frame } from "~/groups/frame";
import { capital, longDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Fact, PlaceAndAbout } from "../../components/gathering-facts";
import { hourBeside } from "../../own-clock";
import { longInWords } from "../../rhythm-words";
import type { Became } from "../became";
import type { PollShown } from "../poll.server";

/** When and where a chosen moment has the circle meet, as that stands now: it may have been moved, or called off. */
export function chosenInWords(became: Became, said: { t: Say; language: Language; today: string }): string {
  const { t, language, today } = said;
  const { startLocal, place, off } = became;
  const day = longDay(startLocal, language, today);
  return off ? t("polls.stateLead.off", { day }) : t("polls.stateLead.chosen", { day, hour: hourBeside(became, language, t), place });
}

/** That a moment was chosen, or that answering is over: said before anything else. */
export function PollState({ frame, poll: { state, moments } }: { frame: Frame; poll: PollShown }) {
  const t = useText();
  const language = useLanguage();
  if (state === "open") return null;
  const chosen = moments.find(({ gatheringId }) => gatheringId !== null);
  const lead =
    chosen?.became && state === "chosen"
      ? chosenInWords(chosen.became, { t, language, today: frame.today })
      : state !== "chosen" && t(`polls.stateLead.${state}`);
  return (
    <>
      <Notice kind={chosen ? "good" : "info"} title={t(`polls.state.${state}`)}>
        <p>{lead}</p>
      </Notice>
      {chosen && (
        <p>
          <LinkButton href={`/g/${frame.groupId}/gatherings/${chosen.gatheringId}`}>{t("polls.seeGathering")}</LinkButton>
        </p>
      )}
    </>
  );
}

/** Who asks, and until when one can answer. */
export function PollLead({ frame: { own, today }, poll }: { frame: Frame; poll: PollShown }) {
  const t = useText();
  const language = useLanguage();
  const { byName, forName, answerUntil, state } = poll;
  const by = forName ? t("app.byForWithin", { by: byName, for: own ? t("app.youToo") : forName }) : byName;
  return (
    <>
      {t("polls.askedBy", { by })}{" "}
      {state === "open" && answerUntil && t("polls.answerUntil", { day: longDay(answerUntil, language, today) })}
    </>
  );
}

/** How long, where and what about. */
export function PollFacts({ poll: { place, about, minutes } }: { poll: PollShown }) {
  const t = useText();
  const language = useLanguage();
  return (
    <dl className="facts">
      <Fact icon="clock" name={t("gatherings.long")}>
        <p>{capital(longInWords(minutes, language, t))}</p>
      </Fact>
      <PlaceAndAbout place={place} about={about} />
    </dl>
  );
}
