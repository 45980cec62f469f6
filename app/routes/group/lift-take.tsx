import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { takeAlong } from "~/gatherings/along/taking-along.server";
import { whoseAnswer } from "~/gatherings/whose-answer";

/** One press: whoever drives takes somebody along. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { gatheringId = "", riderId = "" } = asked.params;
  const driverId = whoseAnswer(asked.request.url, viewer);
  return press(() => takeAlong(viewer, gatheringId, { riderId, driverId }, "driver"));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/${asked.params.gatheringId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
