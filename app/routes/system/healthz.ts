import { row } from "~/platform/reading.server";

/** 200 with JSON when the database answers, else 503. */
export async function loader() {
  try {
    row("SELECT 1 AS one");
    return Response.json({ ok: true });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}
