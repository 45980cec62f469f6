import type { LoaderFunctionArgs } from "@remix-run/node";
import { feedFor } from "~/gatherings/feed/feed.server";
import { countTry } from "~/platform/limits.server";
import { notFound } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";

/** What a calendar asks by itself: no cookie, no page, no way round. What it has already is not sent again. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = /^([\w-]+)\.ics$/.exec(params.file ?? "")?.[1];
  const body = token ? feedFor(token, context.now) : null;
  if (body === null) {
    await countTry("feedTry", context.address);
    throw notFound();
  }
  const etag = `W/"${hashOf(body).slice(0, 32)}"`;
  const headers = { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-cache", etag };
  const seen = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  return seen.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
