import type { BackThen } from "./back-then";
import { type Chronicle, keep } from "./chronicle";
import type { JanPeople } from "./jan-people";
import type { Gathering } from "./meeting";

/** For the next gathering: Mia drives and takes Fatima along, Luc still seeks a lift; there is soup and biscuits, and plates are still needed. */
export function janAlong(
  chronicle: Chronicle,
  back: BackThen,
  people: JanPeople,
  { id: gatheringId, startLocal: forLocal }: Gathering,
): void {
  const { jan, rita, mia, fatima, luc, tom } = people;
  const { groupId } = chronicle;
  const at = (days: number, time: string) => back.at(0, days, time);
  const line = (when: string, what: string) => ({ id: chronicle.newId(when), groupId, gatheringId, what, at: when, forLocal });
  const asked = { askedById: mia.id };
  keep(chronicle, {
    Car: [
      {
        gatheringId,
        driverId: mia.id,
        groupId,
        places: 3,
        word: "Ik vertrek om 19 uur aan het station.",
        at: at(6, "20:47"),
        forLocal,
        byId: mia.id,
      },
    ],
    Lift: [
      {
        gatheringId,
        riderId: fatima.id,
        groupId,
        word: "",
        at: at(5, "12:22"),
        forLocal,
        byId: fatima.id,
        driverId: mia.id,
        takenById: fatima.id,
      },
      {
        gatheringId,
        riderId: luc.id,
        groupId,
        word: "Van bij mij thuis. Stappen is moeilijk.",
        at: at(3, "09:17"),
        forLocal,
        byId: luc.id,
      },
    ],
    Bringing: [
      { ...line(at(6, "20:50"), "soep"), ...asked, memberId: jan.id, saidById: rita.id },
      { ...line(at(6, "20:51"), "borden en lepels"), ...asked },
      { ...line(at(5, "12:23"), "koekjes"), memberId: fatima.id, saidById: fatima.id },
      { ...line(at(1, "18:52"), "foto’s van de kinderboerderij"), memberId: tom.id, saidById: tom.id },
    ],
  });
}
