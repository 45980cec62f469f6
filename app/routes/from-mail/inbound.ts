import type { ActionFunctionArgs } from "@remix-run/node";
import { bytesIn } from "~/forms/reading-a-form.server";
import { takeIn } from "~/gatherings/by-mail/taking-in.server";
import { isSigned, maySigned, takesMailsIn } from "~/mail/taking-in/signature.server";
import { countTry } from "~/platform/limits.server";
import { log } from "~/platform/log.server";
import { notFound } from "~/platform/refusal";

/** There is nothing to see. */
export function loader() {
  throw notFound();
}

/** A mail that the mail server hands over (docs/operating.md): 204 when it was taken in, whatever became of it; it need not come again. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!takesMailsIn()) throw notFound();
  const refused = async () => {
    await countTry("inboundTry", context.address);
    return new Response(null, { status: 403 });
  };
  if (!maySigned(request.headers, context.now)) return refused();
  const raw = await bytesIn(request);
  if (!isSigned(raw, request.headers, context.now)) return refused();
  log.info({ outcome: await takeIn(raw, context.now) }, "mail taken in");
  return new Response(null, { status: 204 });
}
