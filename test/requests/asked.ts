import type { Asked } from "../../app/accounts/asking.server";
import { now } from "../../app/platform/clock.server";
import type { Person } from "../../app/policy/viewer.server";

/** A request as a route is handed it, with the cookies that it answered with. */
export interface InProcess extends Asked {
  cookies: string[];
}

interface Asking {
  person?: Person | null;
  sessionId?: string | null;
  params?: Record<string, string>;
  cookie?: string;
  /** What a form sends; without it the page is asked for. */
  form?: Record<string, string> | [string, string][];
}

/** Asks for an address in this process, without a server around it. */
export function asks(address: string, { person = null, sessionId = null, params = {}, cookie = "", form }: Asking = {}): InProcess {
  const cookies: string[] = [];
  const request = new Request(`http://localhost:3000${address}`, {
    headers: { cookie, ...(form && { "content-type": "application/x-www-form-urlencoded" }) },
    ...(form && { method: "POST", body: new URLSearchParams(form).toString() }),
  });
  return {
    request,
    params,
    cookies,
    context: {
      person,
      sessionId,
      now: now(),
      language: "nl",
      address: "192.0.2.1",
      here: true,
      device: "a test",
      posted: request.method === "POST",
      setCookie: (header) => cookies.push(header),
      refused: null,
      eyes: null,
      drawThrough: async () => null,
    },
  };
}
