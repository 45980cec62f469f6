import { KringForm, useFields } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage, QuestionPage } from "~/ui/plain-page";
import type { AskedByMail } from "../asked-by-mail.server";
import { AnswerFields } from "./answer-fields";
import { OnlineLink } from "./online-link";
import { OtherClock } from "./other-clock";

/** What a page from a mail shows of one gathering, with its day and hours in words. */
export interface Shown
  extends Pick<AskedByMail, "state" | "name" | "own" | "otherZone" | "place" | "answer" | "word" | "online" | "ofSeries" | "always"> {
  token: string;
  groupId: string;
  gatheringId: string | null;
  central: { name: string; hue: number; photo: string | null };
  day: string;
  hour: string;
  end: string;
  /** By when to let it know, in a sentence. */
  until: string | null;
  chosen: string;
  saved: boolean;
  /** They are asked whether it counts for its whole series. */
  reach: boolean;
}

function useWho({ central, name }: Shown) {
  const t = useText();
  return { ...central, label: t("app.circleOf", { name: central.name }), sub: t("gatherings.asks", { name }) };
}

/** One question: do you come? */
export function Question({ title, shown, returned }: { title: string; shown: Shown; returned: Returned | undefined }) {
  const t = useText();
  const { chosen, word, hour, place, end, otherZone, until, online, name, ofSeries, always } = shown;
  const asked = ofSeries && (shown.reach || always !== null);
  const fields = useFields(returned, { answer: chosen, word, reach: shown.reach && !always ? "series" : "one" });
  return (
    <QuestionPage
      who={useWho(shown)}
      title={title}
      lines={[
        t("gatherings.atUntil", { hour, place, end }),
        ...(otherZone ? [<OtherClock key="clock" zone={otherZone} />] : []),
        ...(until ? [until] : []),
      ]}
      foot={
        <p>
          {t("gatherings.answeringAs", { name })} <strong>{t("gatherings.notYou", { name })}</strong> {t("gatherings.notYouLead")}
        </p>
      }
    >
      <KringForm returned={returned} action={`/a/${shown.token}${asked ? "?reach" : ""}`}>
        <AnswerFields fields={fields} name={null} reach={asked ? { always } : null} />
        <Buttons>
          <Button wide>{t("gatherings.answerSave")}</Button>
        </Buttons>
      </KringForm>
      {online && (
        <div className="stack">
          {shown.answer !== "online" && <p>{t("gatherings.alsoOnline")}</p>}
          <OnlineLink online={online} />
        </div>
      )}
    </QuestionPage>
  );
}

/** It is known now, until they change their mind. */
export function Saved({ title, shown }: { title: string; shown: Shown }) {
  const t = useText();
  const { answer, day, hour, place, word, online, token, groupId, gatheringId, ofSeries, always } = shown;
  const comes = answer === "yes" || answer === "online";
  const said = {
    yes: { lead: t("gatherings.savedYesLead", { day, hour, place }), change: t("gatherings.notAfterAll") },
    online: {
      lead: t(online ? "gatherings.savedOnlineLink" : "gatherings.savedOnlineLead", { day, hour }),
      change: t("gatherings.notAfterAll"),
    },
    no: { lead: always === "no" ? "" : t("gatherings.savedNoLead"), change: t("gatherings.afterAll") },
    maybe: { lead: t("gatherings.savedMaybeLead", { day, hour }), change: t("gatherings.knowNow") },
  }[answer ?? "maybe"];
  const lines = [said.lead, answer === always && t("gatherings.forSeries"), word && t("gatherings.yourWord", { word })];
  return (
    <QuestionPage who={useWho(shown)} title={title} lines={lines.filter((line) => line !== false && line !== "")}>
      <Buttons>
        {online && answer === "online" && <OnlineLink online={online} />}
        <LinkButton href={`/a/${token}`}>{said.change}</LinkButton>
        {ofSeries && !always && answer !== "maybe" && <LinkButton href={`/a/${token}?reach`}>{t("gatherings.reachMore")}</LinkButton>}
        {comes && gatheringId ? (
          <LinkButton href={`/g/${groupId}/gatherings/${gatheringId}`}>{t("gatherings.mailSee")}</LinkButton>
        ) : (
          <LinkButton href={`/g/${groupId}`}>{t("gatherings.toCircle")}</LinkButton>
        )}
      </Buttons>
    </QuestionPage>
  );
}

/** Answering is not needed, or not possible, any more. */
export function LinkOver({ title, shown }: { title: string; shown: Shown }) {
  const t = useText();
  const lead = shown.state === "cancelled" ? t("gatherings.linkCancelledLead", { day: shown.day }) : t("gatherings.linkOverLead");
  return (
    <QuestionPage who={useWho(shown)} title={title} lines={[lead]}>
      <Buttons>
        <LinkButton href={`/g/${shown.groupId}`}>{t("gatherings.toCircle")}</LinkButton>
      </Buttons>
    </QuestionPage>
  );
}

/** A link that never was, or whose holder is in the circle no more: the two look the same. */
export function LinkDead() {
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={t("gatherings.linkDead")} lead={t("gatherings.linkDeadLead")} />
      <p>{t("gatherings.linkDeadNext")}</p>
    </PlainPage>
  );
}
