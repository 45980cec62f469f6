import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { bringThis } from "~/gatherings/along/bringing.server";
import { whoseAnswer } from "~/gatherings/whose-answer";

/** One press: somebody brings what was asked for. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { gatheringId = "", bringingId = "" } = asked.params;
  return press(() => bringThis(viewer, gatheringId, bringingId, whoseAnswer(asked.request.url, viewer)));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/${asked.params.gatheringId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
