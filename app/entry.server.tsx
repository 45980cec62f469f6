import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import type { Returned } from "./forms/submitting.server";
import { type Language, say } from "./i18n/text";
import { log } from "./platform/log.server";

/** Pages send no script, so they are rendered as one string and need no stream of data (docs/decisions/0003-serving.md). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  _loadContext: AppLoadContext,
) {
  const { serverHandoffStream: _, ...still } = context;
  const html = renderToString(<RemixServer context={still} url={request.url} />);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(`<!doctype html>${titled(html, context)}`, { status, headers });
}

/** A page whose form was refused says so in its title, which is what a screen reader reads first. */
function titled(html: string, { staticHandlerContext: { actionData, loaderData } }: EntryContext): string {
  const refused = Object.values(actionData ?? {}).some((returned) => (returned as Partial<Returned> | null)?.errors?.length);
  if (!refused) return html;
  const { language } = loaderData.root as { language: Language };
  return html.replace("<title>", `<title>${say(language)("error.inTitle")} `);
}

/** What went wrong in a loader or action, without what was typed. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error({ error }, "page failed");
}
