import { photoAddress } from "~/groups/frame";
import { may } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { audiencesOf } from "~/policy/visible.server";
import { type BringingRead, type CarRead, type LiftRead, type ListsRead, type Person, readLists } from "./reading-lists.server";
import { mostPlaces } from "./schema";

/** Somebody for whom this viewer can press: themselves, or, for an assistant, the central person as well. */
export interface For {
  id: string;
  name: string;
  me: boolean;
}

/** What the page of a gathering shows of who rides with whom and who brings what, and what this viewer may do there. */
export type Along = ReturnType<typeof shown>;

/**
 * Who rides with whom to one gathering, and who brings what. One statement.
 * @returns null for a professional: these lists are the network's
 * @throws 404 when this group has no such gathering
 */
export function alongOf(viewer: MemberViewer, gatheringId: string): Along | null {
  if (!audiencesOf(viewer).includes("network")) return null;
  return shown(viewer, readLists(viewer, gatheringId));
}

function shown(viewer: MemberViewer, read: ListsRead) {
  const { people, lifts, cars, bringings } = read;
  const central = viewer.central.id;
  const notes = may(viewer, "gathering.note");
  const theirs = (id: string) => read.open && may(viewer, "gathering.arrange", id);
  /** For whom this viewer can say things: who presses for themselves, and who can't say it here or is not reached. */
  const speaksFor = people.filter(({ id, reached }) => theirs(id) || (read.open && notes && reached === 0 && id !== central));
  const coming = speaksFor.filter(({ stays }) => stays === 0);
  const pressing = coming.filter(({ id }) => theirs(id)).map(({ id, name }) => ({ id, name, me: id === viewer.memberId }));

  const speaks = new Set(speaksFor.map(({ id }) => id));
  const riders = new Set(lifts.map(({ rider }) => rider.id));
  const drivers = new Set([...cars, ...lifts].flatMap(({ driver }) => driver?.id ?? []));
  const carOf = new Map(cars.map((car) => [car.driver.id, car]));
  const taken = (id: string) => lifts.filter(({ driver }) => driver?.id === id);
  const left = (id: string) => (carOf.get(id)?.places ?? mostPlaces) - taken(id).length;
  const withoutLift = ({ id }: { id: string }) => !riders.has(id) && !drivers.has(id);
  const by = ({ id, name, hue, photoId }: Person) => ({ id, name, hue, photo: photoAddress(viewer.groupId, photoId) });
  const plans = read.open && may(viewer, "gathering.plan");

  const asCar = ({ driver, places, word, notedBy }: CarRead) => ({
    ...{ driver: by(driver), places, word, notedBy, left: left(driver.id) },
    mine: speaks.has(driver.id),
    /** Who can press that they ride with them. */
    ride:
      left(driver.id) > 0
        ? pressing.filter((one) => !drivers.has(one.id) && !lifts.some((lift) => lift.driver && lift.rider.id === one.id))
        : [],
  });
  const asLift = ({ rider, driver, word, notedBy }: LiftRead) => ({
    ...{ rider: by(rider), driver: driver && by(driver), word, notedBy },
    ...{ asRider: speaks.has(rider.id), asDriver: driver !== null && speaks.has(driver.id) },
    /** Who can press that they take them along: for the central person, when they said that they can. */
    take: driver ? [] : pressing.filter(({ id, me }) => !riders.has(id) && left(id) > 0 && (me || carOf.has(id))),
  });
  const asBringing = ({ member, askedBy, askedFor, ...line }: BringingRead) => ({
    ...{
      id: line.id,
      what: line.what,
      notedBy: line.notedBy,
      member: member && by(member),
      asked: askedBy ? { by: askedBy, for: askedFor } : null,
    },
    ...{ mine: member !== null && speaks.has(member.id), take: member ? [] : pressing },
  });
  return {
    me: viewer.memberId,
    open: read.open,
    /** Something here was said for another day, and not again since. */
    old: read.open && [...lifts, ...cars, ...bringings].some(({ old }) => old === 1),
    cars: cars.map(asCar),
    lifts: lifts.map(asLift),
    bringings: bringings.map(asBringing),
    /** For whom the page offers a form: that they seek a lift, can take somebody along, bring something. */
    seek: coming.filter(withoutLift).map(by),
    drive: coming.filter(({ id }) => !riders.has(id) && !carOf.has(id)).map(by),
    bring: coming.map(by),
    /** For whom a form can be sent at all. */
    speaksFor: speaksFor.map(by),
    /** Who could be taken along at once. */
    takeable: people
      .filter((one) => one.stays === 0 && !drivers.has(one.id) && !lifts.some(({ rider, driver }) => driver && rider.id === one.id))
      .map(by),
    plans,
  };
}
