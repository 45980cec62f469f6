import { may } from "~/policy/acting";
import type { Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";

/** Somebody of the circle, and what they are in it. */
interface About {
  id: string;
  role: Role;
}

/** Whether somebody reads that mails do not reach a member: who may know how that member is reached. The address is not told with it. */
export function readsOfUnreached(viewer: MemberViewer, { id, role }: About): boolean {
  return may(viewer, "member.reach", id) || ((role === "facilitator" || role === "starter") && may(viewer, "facilitator.reach"));
}
