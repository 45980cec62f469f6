import { rows } from "~/platform/reading.server";
import { may } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { visible } from "~/policy/visible.server";

interface Dream {
  id: string;
  text: string;
  audience: Audience;
  cameTrueAt: string | null;
}

/** The plan page: what is dreamt of, and under it what is done about it. */
export function planOverview(viewer: MemberViewer) {
  const dreams = rows<Dream>(
    `SELECT d.id, d.text, e.audience, d.cameTrueAt FROM Entry e JOIN Dream d ON d.id = e.id
     WHERE e.groupId = @groupId AND e.kind = 'dream' AND d.letGoAt IS NULL AND ${visible(viewer, "e")} ORDER BY e.id`,
    { groupId: viewer.groupId, me: viewer.memberId },
  );
  return { dreams, can: { writeDream: may(viewer, "dream.write") } };
}
