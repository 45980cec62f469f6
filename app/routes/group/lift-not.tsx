import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { undoLift } from "~/gatherings/along/taking-along.server";

/** One press: a lift is not to be after all. With `?by=driver` it is said by whoever drives, else by whoever rides. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { gatheringId = "", riderId = "" } = asked.params;
  const saidBy = new URL(asked.request.url).searchParams.get("by") === "driver" ? "driver" : "rider";
  return press(() => undoLift(viewer, gatheringId, riderId, saidBy));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/${asked.params.gatheringId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
