import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { alwaysNoMore } from "~/groups/always-no-more.server";
import { comesNoMore } from "~/groups/coming-no-more.server";
import { endMembership, refuseLastHelper } from "~/groups/ending-a-membership.server";
import { forgetPhotos } from "~/groups/forgetting-photos.server";
import { tellWhoStays } from "~/groups/leaving.server";
import { type Language, languageOf, say } from "~/i18n/text";
import { later, now as moment } from "~/platform/clock.server";
import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { truncateWal } from "~/platform/writer.server";
import { actAsPerson } from "~/policy/act.server";
import { refuseCard } from "~/policy/acting";
import type { Person } from "~/policy/viewer.server";
import { nameless } from "./becoming-somebody.server";

/**
 * Erases what is about this person, in every circle that they are or were in or were asked into: their name, face, address and
 * words, their ways in and their account. What they did stays told, of somebody; what they wrote is the circle's.
 * @returns where to go on
 * @throws Refusal for whose circle it is, for who still starts one, and for who alone can act for somebody; NotAllowed with a card
 */
export async function eraseMyself(person: Person, asked: string): Promise<string> {
  const now = later(asked, moment());
  let hashes: string[] = [];
  const next = await actAsPerson(person, null, async ({ tx }) => {
    refuseCard(person, "erase");
    const { accountId } = person;
    const { mail } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    const faces = await tx.member.findMany({
      where: { OR: [{ accountId }, ...(mail ? [{ accountId: null, mail }] : [])] },
      include: { group: true, memberships: { where: { until: null } } },
    });
    hashes = (await tx.photo.findMany({ where: { memberId: { in: faces.map(({ id }) => id) } } })).map(({ hash }) => hash);
    for (const face of faces) await eraseFace(tx, face, now);
    await tx.formKey.deleteMany({ where: { whose: { in: [accountId, ...faces.map(({ id }) => id)] } } });
    if (mail) await tx.signInCode.deleteMany({ where: { mail } });
    if (mail) await tx.outboxMail.deleteMany({ where: { toMail: mail } });
    const addresses = [mail, ...faces.map((face) => face.mail)].filter((one) => one !== null);
    await tx.unreachedAddress.deleteMany({ where: { mail: { in: addresses } } });
    await tx.staff.deleteMany({ where: { accountId } });
    await tx.account.delete({ where: { id: accountId } });
    return "/";
  });
  await forgetPhotos(hashes);
  await truncateWal();
  return next;
}

interface Face {
  id: string;
  groupId: string;
  group: { language: string; closedAt: string | null };
  memberships: { role: string }[];
}

async function eraseFace(tx: Transaction, { id, groupId, group, memberships: [place] }: Face, now: string): Promise<void> {
  const language = languageOf(group.language);
  const somebody = say(language)("erasing.somebody");
  if (place?.role === "central") throw new Refusal({ key: "erasing.meCentral" });
  if (place) await endPlace(tx, { id, groupId, language, somebody, place }, now);
  else await comesToNone(tx, { groupId, memberId: id, now });

  nameless(tx, { id, groupId }, somebody);
  await tx.member.update({
    where: { id },
    data: {
      name: somebody,
      relation: "",
      mail: null,
      birthday: null,
      zone: null,
      photoId: null,
      accountId: null,
      seenAt: null,
      seenBeforeAt: null,
      version: { increment: 1 },
    },
  });
  await tx.membership.updateMany({ where: { memberId: id }, data: { function: null, service: null } });
  // What ended with the closing of a circle begins again when it is opened; not for who is somebody by now.
  if (group.closedAt) await tx.membership.updateMany({ where: { memberId: id, until: group.closedAt }, data: { until: now } });
  await tx.response.updateMany({ where: { groupId, memberId: id }, data: { word: "" } });
  await tx.lift.updateMany({ where: { groupId, riderId: id }, data: { word: "" } });
  await tx.car.updateMany({ where: { groupId, driverId: id }, data: { word: "" } });
  await tx.bringing.deleteMany({ where: { groupId, memberId: id, askedById: null } });
  await tx.pollAnswer.updateMany({ where: { groupId, memberId: id }, data: { word: "" } });
  await tx.photo.deleteMany({ where: { memberId: id } });
  await tx.invitation.deleteMany({ where: { groupId, memberId: id } });
  await tx.signInCard.deleteMany({ where: { groupId, memberId: id } });
  await tx.mailLink.deleteMany({ where: { groupId, memberId: id } });
  await tx.mailStop.deleteMany({ where: { groupId, memberId: id } });
  await tx.reminderWish.deleteMany({ where: { memberId: id } });
  await tx.reminder.deleteMany({ where: { memberId: id } });
  await tx.digest.deleteMany({ where: { memberId: id } });
  await tx.wishToJoin.deleteMany({ where: { groupId, OR: [{ memberId: id }, { proposedById: id }] } });
  await tx.privateNote.deleteMany({ where: { authorId: id } });
  await tx.look.deleteMany({ where: { memberId: id } });
  await tx.laterReader.deleteMany({ where: { memberId: id } });
  await tx.closing.updateMany({ where: { groupId, byId: id }, data: { word: "" } });
  await tx.outboxMail.deleteMany({ where: { memberId: id } });
}

interface Leaving {
  id: string;
  groupId: string;
  language: Language;
  somebody: string;
  place: { role: string };
}

/** What they said of gatherings stayed when the circle was closed, for when it is opened again: without them now. */
async function comesToNone(tx: Transaction, who: Parameters<typeof alwaysNoMore>[1]): Promise<void> {
  await alwaysNoMore(tx, who);
  await comesNoMore(tx, who, null, null);
}

/** They leave first, as anybody leaves; only their name is not said any more. */
async function endPlace(tx: Transaction, { id, groupId, language, somebody, place }: Leaving, now: string): Promise<void> {
  const { member: central } = await tx.membership.findFirstOrThrow({
    where: { groupId, role: "central", until: null },
    include: { member: { select: { id: true, name: true } } },
  });
  if (place.role === "starter") throw new Refusal({ key: "erasing.meStarter", values: { name: central.name } });
  await refuseLastHelper(tx, { groupId, central }, id);
  await endMembership(tx, { groupId, now }, id);
  const actor = { byId: id, byName: somebody, forId: null, forName: null };
  await addStoryLine(tx, { groupId, now }, actor, "personLeft", { name: somebody }, { memberId: id, audience: "everyone" });
  await tellWhoStays(tx, { groupId, memberId: id, language, now }, null);
}
