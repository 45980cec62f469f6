import { notFound } from "~/platform/refusal";
import { act, actByLink } from "~/policy/act.server";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { answererFor } from "./answering-for.server";
import type { AnswerForm } from "./answers";
import { noteAnswer } from "./noting-an-answer.server";

/**
 * Somebody says whether they come, an assistant says it for the central person, or who prepares writes it down for
 * somebody who has no way to say it here. It may be changed until it begins.
 * @param memberId whose answer it is
 * @param to where to go on
 * @throws Refusal when it has begun or is off, or when it is not theirs to answer; 404 when this group has no such gathering
 */
export async function answer(
  viewer: MemberViewer,
  gatheringId: string,
  memberId: string,
  form: AnswerForm,
  formKey: string | null,
  to: string,
) {
  return act(viewer, { formKey, content: [gatheringId, memberId, form] }, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now } = viewer;
    const { actor, name } = await answererFor(asking, memberId);
    await noteAnswer(tx, actor, { groupId, gatheringId, memberId, name, now }, form);
    return to;
  });
}

/**
 * The same from the link in a mail: it answers one gathering as one member, without an account.
 * @param saidAt when it was said, of what took a while to come here: what was said later stands. UTC
 * @throws 404 when the link no longer stands for anybody
 */
export async function answerFromMail(
  link: LinkViewer,
  form: AnswerForm,
  formKey: string | null,
  to: string,
  saidAt?: string,
): Promise<string> {
  const { gatheringId } = link;
  if (!gatheringId) throw notFound();
  return actByLink(link, { formKey, content: [gatheringId, form] }, async ({ tx, viewer, may }) => {
    const { groupId, memberId, name, now } = viewer;
    const actor = may("gathering.answer", memberId);
    await noteAnswer(tx, actor, { groupId, gatheringId, memberId, name, now, saidAt }, form);
    return to;
  });
}
