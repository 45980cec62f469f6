import type { Can } from "~/gatherings/polls/best-moment";
import { newAnswers } from "~/gatherings/polls/saying-when.server";
import { newPoll } from "~/gatherings/polls/seeking-a-date.server";
import { newUndated } from "~/gatherings/undated/planning-an-undated-series.server";
import { addDays, weekdayOf } from "~/platform/wall-clock";
import type { BackThen } from "./back-then";
import { type Chronicle, type Face, keep, occasionOf, self, standingFor } from "./chronicle";
import type { JanPeople } from "./jan-people";

/** Three outings a year. Two days ago Mia began to seek a day for the first; some have said when they can, and Fatima, among others, has not. */
export function janDates(chronicle: Chronicle, back: BackThen, people: JanPeople): void {
  const { jan, rita, mia, tom, noor, luc, greet } = people;
  const saturday = nextSaturday(addDays(back.today, 14));
  const moments = [`${saturday}T14:00`, `${addDays(saturday, 1)}T14:00`, `${addDays(saturday, 7)}T14:00`];
  const outing = { minutes: 180, place: "in de dierentuin", about: "Samen op uitstap" };
  const { series, rows: planned } = newUndated(occasionOf(chronicle, back.at(0, 2, "20:05")), self(mia), {
    ...{ timesAYear: 3, notIn: [], from: saturday, endsOn: null, ...outing },
  });
  keep(chronicle, planned);
  const { options, rows } = newPoll(occasionOf(chronicle, back.at(0, 2, "20:10")), self(mia), {
    ...{ moments, zone: chronicle.zone, ...outing },
    ...{ undatedId: series.id, answerUntil: null },
  });
  keep(chronicle, rows);
  const says = (face: Face, time: string, said: readonly Can[], word = "", by = self(face)) => {
    const all = options.flatMap(({ id: optionId, startLocal }, place) => {
      const answer = said[place];
      return answer ? [{ optionId, startLocal, answer }] : [];
    });
    const about = { memberId: face.id, name: face.name, word, all };
    keep(chronicle, newAnswers(occasionOf(chronicle, back.at(0, 1, time)), by, about).rows);
  };
  says(mia, "08:05", ["yes", "yes", "ifNeedBe"]);
  says(jan, "09:30", ["no", "yes", "yes"], "Zaterdag ga ik naar het voetbal.", standingFor(rita, jan));
  says(rita, "09:32", ["yes", "yes", "ifNeedBe"]);
  says(tom, "12:15", ["yes", "no", "yes"]);
  says(noor, "13:40", ["yes", "yes", "no"]);
  says(luc, "15:20", ["ifNeedBe", "ifNeedBe", "yes"], "Ik kan niet zo lang stappen.");
  says(greet, "16:00", ["yes", "no", "no"], "", self(mia));
}

function nextSaturday(from: string): string {
  let day = from;
  while (weekdayOf(day) !== 6) day = addDays(day, 1);
  return day;
}
