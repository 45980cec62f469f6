import type { Say, TextKey } from "~/i18n/text";
import type { Answer } from "./answers";

const own: Record<Answer, TextKey> = {
  yes: "gatherings.mineYes",
  online: "gatherings.mineOnline",
  no: "gatherings.mineNo",
  maybe: "gatherings.mineMaybe",
};

/** What the reader answered, in a sentence; that they have not, too. */
export function ownAnswer(answer: Answer | null, t: Say): string {
  return t(answer ? own[answer] : "gatherings.mineNone");
}
