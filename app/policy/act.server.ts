import { later, now } from "~/platform/clock.server";
import { SignedOut } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { type Actor, actorOrRefusal } from "./acting";
import type { Act } from "./table";
import {
  type LinkViewer,
  type MemberViewer,
  memberAfresh,
  type Operator,
  type Person,
  personStillThere,
  type StaffViewer,
  staffAfresh,
} from "./viewer.server";

/** What a form brought: the key that its page was given, and all that it says, with what it is about. */
export interface Sent {
  formKey: string | null;
  content: readonly unknown[];
}

/** What an act works with: the one transaction, and its viewer as they are in it, not as they were when the request began. */
interface Doing<Viewer> {
  tx: Transaction;
  viewer: Viewer;
}

interface MemberDoing extends Doing<MemberViewer> {
  /** As whom they do it. An act asks this before it changes anything. @throws NotAllowed, with the reason */
  may(act: Act, aboutId?: string | readonly string[] | null): Actor;
}

/**
 * Does something in a group, as a member of it: the only way to change rows of a group. In one transaction their
 * membership, assistance and session are read again, the act asks for its right, changes what it changes, tells the
 * story and queues the mails: all of it is saved, or nothing.
 *
 * The same form sent again (a double press, a reload) changes nothing and leads to the same page. With other content
 * than the last time it is something new, also under the same key.
 * @param sent the form, or null for a press that may be repeated without harm
 * @returns the local path that the act names
 * @throws 404 for who is a member no more, SignedOut, and whatever the act refuses
 */
export function act(viewer: MemberViewer, sent: Sent | null, deed: (doing: MemberDoing) => Promise<string>): Promise<string> {
  return once(viewer.memberId, sent, async (tx) => {
    const afresh = await memberAfresh(tx, viewer, later(viewer.now, now()));
    const { may, asked } = rightsOf(afresh);
    const to = await deed({ tx, viewer: afresh, may });
    if (!asked()) throw new Error("an act that asked for no right");
    return to;
  });
}

/** The same for whoever holds a link from a mail, which is a right by itself: they act as its member, without a session. */
export function actByLink(link: LinkViewer, sent: Sent | null, deed: (doing: MemberDoing) => Promise<string>): Promise<string> {
  return once(link.memberId, sent, async (tx) => {
    const { memberId, groupId } = link;
    const viewer = await memberAfresh(
      tx,
      { memberId, groupId, accountId: undefined, session: null, now: link.now },
      later(link.now, now()),
    );
    return deed({ tx, viewer, may: rightsOf(viewer).may });
  });
}

/** The same for the staff of an organisation, as they are at this moment. @throws 404 for who is no more */
export function actAsStaff(viewer: StaffViewer, sent: Sent | null, deed: (doing: Doing<StaffViewer>) => Promise<string>): Promise<string> {
  return once(viewer.accountId, sent, async (tx) => {
    const afresh = await staffAfresh(tx, viewer, later(viewer.now, now()));
    return deed({ tx, viewer: afresh });
  });
}

/** The same for somebody signed in, with what is their own. @throws SignedOut when they are no more */
export function actAsPerson(person: Person, sent: Sent | null, deed: (doing: Doing<Person>) => Promise<string>): Promise<string> {
  return once(person.accountId, sent, async (tx) => {
    if (!(await personStillThere(tx, person, now()))) throw new SignedOut();
    return deed({ tx, viewer: person });
  });
}

/** The same for whoever holds an invitation: the act itself looks whether the token still opens it. */
export async function actByInvitation<Result>(person: Person | null, deed: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return transaction(async (tx) => {
    if (person && !(await personStillThere(tx, person, now()))) throw new SignedOut();
    return deed(tx);
  });
}

/** The same for whoever holds a card to sign in with: the act itself looks whether it still opens something. */
export function actByCard<Result>(deed: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return transaction(deed);
}

/** The same for the operator's commands. */
export function actAsOperator<Result>(operator: Operator, deed: (doing: Doing<Operator>) => Promise<Result>): Promise<Result> {
  return transaction((tx) => deed({ tx, viewer: operator }));
}

/** How a form that was taken in is noted: by whose it was and which, with the hash of what it said. */
export function noteOf(whose: string, { formKey, content }: Sent): { key: string; content: string } {
  return { key: `${whose}:${formKey}`, content: hashOf(JSON.stringify(content)) };
}

function once(whose: string, sent: Sent | null, deed: (tx: Transaction) => Promise<string>): Promise<string> {
  return transaction(async (tx) => {
    if (!sent?.formKey) return deed(tx);
    const { key, content } = noteOf(whose, sent);
    const before = await tx.formKey.findUnique({ where: { key } });
    if (before?.content === content) return before.to;
    const to = await deed(tx);
    const said = { content, to, createdAt: now() };
    await tx.formKey.upsert({ where: { key }, create: { key, whose, ...said }, update: said });
    return to;
  });
}

function rightsOf(viewer: MemberViewer) {
  let asked = false;
  const may: MemberDoing["may"] = (right, aboutId) => {
    asked = true;
    return actorOrRefusal(viewer, right, aboutId);
  };
  return { may, asked: () => asked };
}
