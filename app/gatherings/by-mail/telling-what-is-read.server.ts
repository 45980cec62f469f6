import { languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import { actByLink } from "~/policy/act.server";
import type { LinkViewer } from "~/policy/viewer.server";
import { answerTokenFor } from "../announcing.server";
import type { Answer } from "../answers";
import { pollTokenFor } from "../polls/announcing-a-poll.server";

/**
 * Tells somebody, at the address where mails to them go and at most once about a gathering, that only an answer is read of what they
 * write back, with the question. @param about the gathering, or the poll that is answered on its page alone @param taken the answer that was read, if there was one
 */
export async function tellWhatIsRead(
  link: LinkViewer,
  { gatheringId, pollId = null }: { gatheringId: string | null; pollId?: string | null },
  taken: Answer | null,
): Promise<void> {
  await actByLink(link, null, async ({ tx, viewer: { memberId, groupId, now } }) => {
    const dedupeKey = `mailNotRead:${gatheringId ?? pollId ?? ""}:${memberId}`;
    const told = await tx.outboxMail.findUnique({ where: { dedupeKey }, select: { id: true } });
    const select = { name: true, mail: true, account: { select: { mail: true, language: true } } };
    const { name, mail, account } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select });
    const address = account?.mail ?? mail;
    if (told || !address) return "/";
    const to = { mail: address, name, language: languageOf(account?.language ?? "nl") };
    const answerToken = gatheringId && (await answerTokenFor(tx, { groupId, gatheringId, now }, memberId));
    const pollToken = pollId && (await pollTokenFor(tx, { groupId, pollId, now }, memberId));
    const data = { gatheringId, pollId, answerToken: answerToken ?? pollToken, taken };
    await queueMail(tx, { kind: "mailNotRead", dedupeKey, to, memberId, groupId, data, now });
    return "/";
  });
}
