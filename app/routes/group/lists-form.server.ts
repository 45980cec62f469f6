import type { LoaderFunctionArgs } from "@remix-run/node";
import { leadOn, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { alongOf } from "~/gatherings/along/along.server";
import { gatheringOf } from "~/gatherings/gathering.server";
import { frameOf } from "~/groups/frame";
import { longDay } from "~/i18n/dates";
import { notFound } from "~/platform/refusal";

/**
 * What each form about who rides and who brings what begins with: the lists of its gathering, while they can still change.
 * @param titled its title, which names the day
 * @throws 404 for who has no part in them, NotAllowed likewise; back to the gathering when it has begun or is off
 */
export function listsForm(asked: LoaderFunctionArgs, titled: "along.seekTitle" | "along.carTitle" | "along.bringTitle") {
  const viewer = memberViewer(asked);
  const { id, startLocal, place } = gatheringOf(viewer, asked.params.gatheringId ?? "");
  offered(viewer, "gathering.arrange", viewer.memberId);
  const along = alongOf(viewer, id);
  if (!along) throw notFound();
  const here = `/g/${viewer.groupId}/gatherings/${id}`;
  if (!along.open) leadOn(asked, here);
  const title = sayTo(asked)(titled, { day: longDay(startLocal, asked.context.language, viewer.today) });
  return { frame: frameOf(viewer), title, place, here, along };
}
