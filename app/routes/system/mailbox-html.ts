import type { LoaderFunctionArgs } from "@remix-run/node";
import { framed } from "~/mail/framing.server";
import { keptMail } from "~/mail/mailbox.server";

/** The drawn part of a kept mail, for the frame on its page. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return framed(keptMail(params.mailId ?? "", context.here).html);
}
