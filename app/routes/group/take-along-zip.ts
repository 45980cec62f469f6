import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { pressFor } from "~/forms/pressing.server";
import { takeCircle } from "~/taking-along/taking-a-circle.server";

/** One press: the whole circle as a file. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return pressFor(() => takeCircle(viewer, asked.context.language));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/settings/take-along`);
}
