import { holding } from "~/groups/belonging";
import { decidingReached } from "~/groups/whom-mail-reaches.server";
import { languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import { notFound, Refusal } from "~/platform/refusal";
import { hashOf, newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act, actByInvitation } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { ProposalForm, WishForm } from "./schema";

/** More than these wait for no answer: whoever passes a link on can't fill somebody's page. */
const mostOpen = 40;

/**
 * Somebody asks to belong to the circle, with the link that its central person shows. They are not in it by this; they
 * learn nothing of who is. Who asked before, or belongs to it, asks nothing new.
 * @throws 404 for a link that opens nothing; Refusal when too many wait
 */
export async function wishToJoin(token: string, form: WishForm, now: string): Promise<void> {
  await actByInvitation(null, async (tx) => {
    const door = await tx.door.findUnique({ where: { tokenHash: hashOf(token) } });
    const group = door && (await tx.group.findFirst({ where: { id: door.groupId, closedAt: null } }));
    if (!group) throw notFound();
    const { mail } = form;
    const there = { groupId: group.id, OR: [{ mail }, { account: { mail } }], memberships: { some: holding } };
    if ((await tx.member.count({ where: there })) > 0) return;
    await note(tx, { groupId: group.id, language: group.language, now }, form, null);
  });
}

/** Somebody of the circle names somebody whom they would like in it. The central person decides. @returns the circle */
export async function propose(viewer: MemberViewer, form: ProposalForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["propose", form] }, async ({ tx, viewer, may }) => {
    const { byId } = may("member.propose");
    await note(tx, viewer, form, byId);
    return `/g/${viewer.groupId}/circle`;
  });
}

interface Where {
  groupId: string;
  language: string;
  now: string;
}

async function note(tx: Transaction, { groupId, language, now }: Where, form: ProposalForm, proposedById: string | null): Promise<void> {
  const open = await tx.wishToJoin.findMany({ where: { groupId, endedAt: null } });
  if (form.mail && open.some(({ mail }) => mail === form.mail)) return;
  if (open.length >= mostOpen) throw new Refusal({ key: "joining.tooMany" });
  const id = newId();
  await tx.wishToJoin.create({ data: { id, groupId, ...form, proposedById, at: now } });
  for (const { memberId, to } of await decidingReached(tx, { groupId, language: languageOf(language) }))
    await queueMail(tx, {
      ...{ kind: "wishToJoin", dedupeKey: `wishToJoin:${id}:${memberId}`, to, memberId, groupId, data: { wishId: id }, now },
    });
}
