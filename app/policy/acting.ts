import { NotAllowed } from "~/platform/refusal";
import { type Act, mayDo, notByCard, type Role, theirsAlone, whenClosed } from "./table";

/** Who does something, and for whom: `forId` and `forName` are set when an assistant does what only the central person may. */
export interface Actor {
  byId: string;
  byName: string;
  forId: string | null;
  forName: string | null;
}

/** What acting.ts needs to know of a viewer (a MemberViewer has it). */
interface Acting {
  groupId: string;
  memberId: string;
  name: string;
  role: Role;
  /** The central person, when they may act for them; and when they do so now. */
  mayActForId: string | null;
  actsForId: string | null;
  central: { id: string; name: string };
  /** Signed in with a card. */
  byCard?: boolean;
  /** When the circle was closed, if it is. */
  closedAt?: string | null;
}

function allows(role: Role, act: Act, own: boolean): boolean {
  const allowed: readonly string[] = mayDo[act];
  return allowed.includes(role) || (own && allowed.includes(`${role}:own`));
}

/**
 * As whom this viewer would do something, or null when they may not. Who acts for the central person does so in all that
 * the central person may, and is named beside them (rule 6 of the domain); what is about you, you do as yourself.
 * @param aboutId the member that it is about (whose answer, promise, face, text), when that matters
 */
export function actor(viewer: Acting, act: Act, aboutId?: string | readonly string[] | null): Actor | null {
  if (viewer.byCard && notByCard.includes(act)) return null;
  if (viewer.closedAt && !whenClosed.includes(act)) return null;
  const about: (string | null | undefined)[] = [aboutId].flat();
  const own = about.includes(viewer.memberId);
  const by = { byId: viewer.memberId, byName: viewer.name };
  const themselves = allows(viewer.role, act, own);
  const forThem = viewer.actsForId && !theirsAlone.includes(act) && allows("central", act, about.includes(viewer.actsForId));
  if (forThem && !(own && themselves)) return { ...by, forId: viewer.central.id, forName: viewer.central.name };
  return themselves ? { ...by, forId: null, forName: null } : null;
}

/** Whether a page may offer something to this viewer. */
export function may(viewer: Acting, act: Act, aboutId?: string | readonly string[] | null): boolean {
  return actor(viewer, act, aboutId) !== null;
}

/** For what is a person's own, outside any circle: whoever found their card may not do it. @param what of the log: "erase" */
export function refuseCard({ byCard }: { byCard?: boolean }, what: string): void {
  if (byCard) throw new NotAllowed({ key: "refusal.notByCard" }, null, `a card may not ${what}`);
}

/** The actor, for an act. @throws NotAllowed, with the reason for the reader, when they may not */
export function actorOrRefusal(viewer: Acting, act: Act, aboutId?: string | readonly string[] | null): Actor {
  const found = actor(viewer, act, aboutId);
  if (!found && actor({ ...viewer, byCard: false }, act, aboutId)) refuseCard(viewer, act);
  if (!found && viewer.closedAt && actor({ ...viewer, closedAt: null }, act, aboutId))
    throw new NotAllowed({ key: "refusal.closed" }, null, `${act} in a closed circle`);
  if (!found && actor({ ...viewer, actsForId: viewer.mayActForId }, act, aboutId))
    throw new NotAllowed(
      { key: "refusal.notForThem", values: { name: viewer.central.name }, helpIn: viewer.groupId },
      null,
      `${act} as themselves`,
    );
  if (!found) throw new NotAllowed({ key: "refusal.mayNot", values: { name: viewer.central.name } }, null, `${viewer.role} may not ${act}`);
  return found;
}
