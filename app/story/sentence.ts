import { capital, listed, longDay, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
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
  const who = whoDid(line, me, t);
  // Whom it is about, as the one who does it ("jij kwam erbij") and as the one it is done to ("Rita voegde jou toe").
  const subject = (name: string) => (line.memberId === me ? t("app.you") : name);
  const object = (name: string) => (line.memberId === me ? t("app.youToo") : name);
  const names = (all: string[]) => listed(all, language);
  const moment = (local: string) => longMoment(local, language, t);
  switch (line.kind) {
    case "groupStarted":
      return t("story.groupStarted", { who });
    case "personAdded":
      return t("story.personAdded", { who, name: object(line.detail.name) });
    case "personJoined":
      return t("story.personJoined", { name: subject(line.detail.name) });
    case "personMoved":
      return line.detail.to
        ? t("story.personMoved", { who, name: object(line.detail.name), ring: t(`story.ring.${line.detail.to}`) })
        : t("story.personUnplaced", { who, name: object(line.detail.name) });
    case "roleChanged":
      return t("story.roleChanged", { who, name: object(line.detail.name), role: t(`story.role.${line.detail.to}`) });
    case "personLeft":
      return t("story.personLeft", { name: subject(line.detail.name) });
    case "handedOver":
      return line.detail.name ? t("story.handedOver", { who, name: object(line.detail.name) }) : t("story.handedOverAll", { who });
    case "seriesPlanned":
      return t("story.seriesPlanned", { who, day: longDay(line.detail.startLocal, language) });
    case "gatheringPlanned":
      return t("story.gatheringPlanned", { who, when: moment(line.detail.startLocal) });
    case "gatheringCancelled":
      return t("story.gatheringCancelled", { who, when: moment(line.detail.startLocal) });
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
      return t(`story.${line.kind}`, { who, text: line.detail.text });
    case "actionPromised":
      return line.detail.names.join() === line.byName && line.forName === null
        ? t("story.actionPromised", { who, text: line.detail.text })
        : t("story.actionPromisedBy", { who, names: names(line.detail.names), text: line.detail.text });
    case "actionPassedOn":
      return t("story.actionPassedOn", { who, names: names(line.detail.names), text: line.detail.text });
    case "actionMoved":
      return line.detail.to
        ? t("story.actionMoved", { who, text: line.detail.text, day: longDay(line.detail.to, language) })
        : t("story.actionMovedAway", { who, text: line.detail.text });
    case "supportNoted":
    case "supportChanged":
    case "supportEnded":
    case "supportResumed":
      return t(`story.${line.kind}`, { who, by: line.detail.who, what: line.detail.what });
    case "reworded":
      return t("story.reworded", { who, before: line.detail.before, after: line.detail.after });
    case "answered":
    case "audienceChanged":
      return null;
    default:
      return unknown(line);
  }
}

/** "Rita", "jij", "Rita, voor Jan,": whoever acts for someone else is named beside them. */
function whoDid(line: Line, me: string, t: Say): string {
  const by = line.byId === me ? t("app.you") : line.byName;
  if (line.forName === null) return by;
  return t("app.byForWithin", { by, for: line.forId === me ? t("app.youToo") : line.forName });
}

function unknown(line: never): null {
  return line;
}
