import { useText } from "~/i18n/use-text";
import type { Audience } from "~/policy/table";
import { Tag } from "~/ui/tag";
import { audienceWords } from "../audience-words";
import type { Frame } from "../frame";

/** Says for whom something is, where that is not the whole network. */
export function AudienceTag({ frame, audience }: { frame: Frame; audience: Audience }) {
  const t = useText();
  if (audience === "network") return null;
  if (audience === "everyone") return <Tag icon="eye">{t("plan.seenByEveryone")}</Tag>;
  return <Tag icon="lock">{audienceWords(frame, t)[audience]}</Tag>;
}
