import { z } from "zod";
import { mailAddress } from "~/forms/fields";
import { minutesAfter } from "~/platform/clock.server";
import { Refusal } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";
import { actByInvitation } from "~/policy/act.server";
import { openInvitation } from "./accepting-an-invitation.server";
import { holding } from "./belonging";
import { inviteMember } from "./inviting.server";

/** What whoever holds an invitation on paper says: where their own mails go. */
export const mailForm = z.object({ mail: mailAddress("circle.myMailMissing") });

/** So many addresses one paper takes in a day: a letter can be mistyped, but it is not for asking strangers. */
const mostADay = 5;

/**
 * Whoever holds an invitation on paper says their mail address. The invitation then goes there: who opens it, has that
 * address. The paper stays good until somebody said yes.
 * @throws Refusal when it can't be answered any more, at the field for an address of somebody else in the circle, or after too many
 */
export async function sayWhereToMail(token: string, form: z.infer<typeof mailForm>, now: string): Promise<void> {
  await actByInvitation(null, async (tx) => {
    const found = await openInvitation(tx, { tokenHash: hashOf(token) }, now);
    if (found?.way !== "paper") throw new Refusal({ key: "circle.invitationOver" });
    const { groupId, memberId } = found;
    const createdAt = { gt: minutesAfter(now, -24 * 60) };
    if ((await tx.invitation.count({ where: { groupId, memberId, way: "mail", createdAt } })) >= mostADay)
      throw new Refusal({ key: "circle.tooManyAddresses" }, "mail");
    const taken = {
      groupId,
      id: { not: memberId },
      OR: [{ mail: form.mail }, { account: { mail: form.mail } }],
      memberships: { some: holding },
    };
    if (await tx.member.findFirst({ where: taken })) throw new Refusal({ key: "circle.otherAddress" }, "mail");
    await tx.member.update({ where: { id: memberId }, data: { mail: form.mail, version: { increment: 1 } } });
    await inviteMember(tx, { groupId, now }, found, memberId);
  });
}
