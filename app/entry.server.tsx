import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import type { Returned } from "./forms/submitting.server";
import { type Language, say } from "./i18n/text";
import { log } from "./platform/log.server";
import { Refusal } from "./platform/refusal";

/** Pages send no script, so they are rendered as one string and need no stream of data (docs/decisions/0003-serving.md). */
function htmlOf(context: EntryContext, url: string): string {
  const { serverHandoffStream: _, ...still } = context;
  return `<!doctype html>${renderToString(<RemixServer context={still} url={url} />)}`;
}

/** How Remix has a page drawn that is not drawn directly (drawing.server.ts). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  _loadContext: AppLoadContext,
) {
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(titled(htmlOf(context, request.url), context), { status, headers });
}

/** A page whose form was refused says so in its title, which is what a screen reader reads first. */
function titled(html: string, { staticHandlerContext: { actionData, loaderData } }: EntryContext): string {
  const refused = Object.values(actionData ?? {}).some((returned) => (returned as Partial<Returned> | null)?.errors?.length);
  if (!refused) return html;
  const { language } = loaderData.root as { language: Language };
  return html.replace("<title>", `<title>${say(language)("error.inTitle")} `);
}

/** What went wrong in a loader or action, without what was typed. A refusal is no fault: it gets a page of its own (entry.serve.ts). */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (error instanceof Refusal) context.refused ??= error;
  // Remix's own answers (405 for an address that takes no post) name the address in their message, token and all.
  else if (isRouteErrorResponse(error)) log.warn({ status: error.status }, "refused by the router");
  else if (!request.signal.aborted) log.error({ error }, "page failed");
}
