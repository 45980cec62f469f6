import type { LoaderFunctionArgs } from "@remix-run/node";
import { healthy } from "~/platform/health.server";

/** 200 with JSON when what is saved is there when it is read, else 503. For whatever watches over the server. */
export async function loader({ context }: LoaderFunctionArgs) {
  const ok = await healthy(context.now);
  return Response.json({ ok }, { status: ok ? 200 : 503 });
}
