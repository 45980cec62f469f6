import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { withdrawCar } from "~/gatherings/along/offering-a-car.server";

/** One press: somebody can take nobody along after all. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { gatheringId = "", driverId = "" } = asked.params;
  return press(() => withdrawCar(viewer, gatheringId, driverId));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/${asked.params.gatheringId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
