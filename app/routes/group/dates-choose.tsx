import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { chooseMoment } from "~/gatherings/polls/choosing-a-moment.server";

/** One press: this moment becomes a gathering. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return press(() => chooseMoment(viewer, asked.params.pollId ?? "", asked.params.optionId ?? ""), "planned");
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/dates/${asked.params.pollId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
