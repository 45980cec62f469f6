import { addStoryLine } from "~/groups/adding-a-story-line.server";
import type { Language } from "~/i18n/text";
import { countTry } from "~/platform/limits.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { packed } from "./packing.server";
import { circleTaken } from "./what-is-of-a-circle.server";

/**
 * The whole circle, as the central person sees it, as a file. The story tells them that it was taken, and by whom.
 * @throws NotAllowed for who may not, Refusal when it is asked too often
 */
export async function takeCircle(viewer: MemberViewer, language: Language): Promise<Response> {
  await countTry("takeAlong", viewer.memberId);
  await act(viewer, null, async ({ tx, viewer, may }) => {
    await addStoryLine(tx, viewer, may("group.takeAlong"), "takenAlong", {}, { audience: "me" });
    return "";
  });
  const about = { of: "circle", madeAt: viewer.now, account: null } as const;
  return packed(about, [circleTaken(viewer, "all")], language, `kring ${viewer.central.name} ${viewer.today}`);
}
