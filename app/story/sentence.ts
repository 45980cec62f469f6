import { capital, listed, longDay, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { zoneInWords } from "~/i18n/zones";
import type { Line } from "./line";

/** What a reader reads of a line; `joy` when something came true. */
export interface Sentence {
  text: string;
  joy: boolean;
}

/**
 * A line of the story as a sentence for one reader, in their language, with "jij" for themselves.
 * @param me the reader's own member id
 * @returns null for what the story does not tell
 */
export function sentence(line: Line, me: string, language: Language, t: Say): Sentence | null {
  const text = words(line, me, language, t);
  return text ? { text: capital(text), joy: line.kind === "dreamCameTrue" || line.kind === "goalReached" } : null;
}

function words(line: Line, me: string, language: Language, t: Say): string | null {
  const did = whoDid(line, me, t);
  const you = line.memberId === me;
  const yourself = line.byId === me ? t("story.yourself") : t("app.youToo");
  const object = (name: string) => (you ? yourself : name);
  const names = (all: string[]) => listed(all, language);
  const moment = (local: string) => longMoment(local, language, t);
  switch (line.kind) {
    case "groupStarted":
    case "takenAlong":
    case "erasingStopped":
    case "dateSought":
    case "dateGivenUp":
    case "undatedPlanned":
    case "undatedChanged":
    case "circleReopened":
      return t(`story.${line.kind}`, { did });
    case "erasingAsked":
      return t("story.erasingAsked", { did, day: longDay(line.detail.on, language) });
    case "circleClosed":
      return line.detail.word ? t("story.circleClosedWord", { did, text: line.detail.word }) : t("story.circleClosed", { did });
    case "personAdded":
      return t("story.personAdded", { did, name: object(line.detail.name) });
    case "personJoined":
      return you ? t("story.personJoinedYou") : t("story.personJoined", { name: line.detail.name });
    case "personMoved":
      return line.detail.to
        ? t("story.personMoved", { did, name: object(line.detail.name), ring: t(`story.ring.${line.detail.to}`) })
        : t("story.personUnplaced", { did, name: object(line.detail.name) });
    case "roleChanged":
      return t("story.roleChanged", { did, name: object(line.detail.name), role: t(`story.role.${line.detail.to}`) });
    case "personLeft":
      return you ? t("story.personLeftYou") : t("story.personLeft", { name: line.detail.name });
    case "personLetGo":
      return you ? t("story.personLetGoYou") : t("story.personLetGo", { name: line.detail.name });
    case "goodbyeSaid":
      return t("story.goodbyeSaid", { did, text: line.detail.text });
    case "personBack":
      return t("story.personBack", { did, name: object(line.detail.name) });
    case "helperNamed":
      return t("story.helperNamed", { did, name: object(line.detail.name) });
    case "helperEnded":
      return you ? t("story.helperEndedYou") : t("story.helperEnded", { name: line.detail.name });
    case "handedOver":
      return line.detail.name ? t("story.handedOver", { did, name: object(line.detail.name) }) : t("story.handedOverAll", { did });
    case "seriesPlanned":
      return t("story.seriesPlanned", { did, day: longDay(line.detail.startLocal, language) });
    case "seriesChanged":
      return t("story.seriesChanged", { did, day: longDay(line.detail.startLocal, language) });
    case "seriesUndone":
      return t("story.seriesUndone", { did });
    case "pauseBegun": {
      const from = longDay(line.detail.from, language);
      return line.detail.until
        ? t("story.pauseBegun", { did, from, until: longDay(line.detail.until, language) })
        : t("story.pauseOpen", { did, from });
    }
    case "pauseEnded":
      return t("story.pauseEnded", { did });
    case "zoneMoved":
      return t("story.zoneMoved", { did, city: zoneInWords(line.detail.to, language) });
    case "gatheringPlanned":
      return t("story.gatheringPlanned", { did, when: moment(line.detail.startLocal) });
    case "gatheringCancelled":
      return t("story.gatheringCancelled", { did, when: moment(line.detail.startLocal) });
    case "gatheringOn":
      return t("story.gatheringOn", { did, when: moment(line.detail.startLocal) });
    case "gatheringMoved":
      return t("story.gatheringMoved", { did, from: moment(line.detail.from), to: moment(line.detail.startLocal) });
    case "gatheringElsewhere":
      return t("story.gatheringElsewhere", { did, when: moment(line.detail.startLocal), place: line.detail.place });
    case "dreamWritten":
    case "dreamCameTrue":
    case "dreamLetGo":
    case "dreamTakenUp":
    case "goalSet":
    case "goalReached":
    case "goalLetGo":
    case "goalTakenUp":
    case "actionDone":
    case "actionReopened":
    case "actionLetGo":
      return t(`story.${line.kind}`, { did, text: line.detail.text });
    case "actionPromised":
      return line.detail.names.join() === line.byName && line.forName === null
        ? t("story.actionPromised", { did, text: line.detail.text })
        : t("story.actionPromisedBy", { did, names: names(line.detail.names), text: line.detail.text });
    case "actionPassedOn":
      return t("story.actionPassedOn", { did, names: names(line.detail.names), text: line.detail.text });
    case "actionMoved":
      return line.detail.to
        ? t("story.actionMoved", { did, text: line.detail.text, day: longDay(line.detail.to, language) })
        : t("story.actionMovedAway", { did, text: line.detail.text });
    case "supportNoted":
    case "supportChanged":
    case "supportEnded":
    case "supportResumed":
      return t(`story.${line.kind}`, { did, by: line.detail.who, what: line.detail.what });
    case "reworded":
      return t("story.reworded", { did, before: line.detail.before, after: line.detail.after });
    case "answered":
    case "answeredAlways":
    case "datesAnswered":
    case "audienceChanged":
      return null;
    default:
      return unknown(line);
  }
}

/** "Rita heeft", "jij hebt", "Rita, voor Jan, heeft": whoever acts for someone else is named beside them. */
function whoDid(line: Line, me: string, t: Say): string {
  const mine = line.byId === me;
  const by = mine ? t("app.you") : line.byName;
  const whom = line.forId === me ? t("app.youToo") : line.forName;
  const who = whom === null ? by : t("app.byForWithin", { by, for: whom });
  return mine ? t("story.didYou", { who }) : t("story.did", { who });
}

function unknown(line: never): null {
  return line;
}
