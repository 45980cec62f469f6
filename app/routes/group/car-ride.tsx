import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { takeAlong } from "~/gatherings/along/taking-along.server";
import { whoseAnswer } from "~/gatherings/whose-answer";

/** One press: somebody rides along with whoever drives. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { gatheringId = "", driverId = "" } = asked.params;
  const riderId = whoseAnswer(asked.request.url, viewer);
  return press(() => takeAlong(viewer, gatheringId, { riderId, driverId }, "rider"));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/${asked.params.gatheringId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
