import type { IncomingMessage } from "node:http";
import type { AppLoadContext, ServerBuild } from "@remix-run/server-runtime";
import { whoHolds } from "./accounts/sessions.server";
import { drawing } from "./drawing.server";
import { languageOf } from "./i18n/text";
import { now } from "./platform/clock.server";
import { config } from "./platform/config.server";
import { cookieIn } from "./platform/http/cookie.server";
import { fromThisMachine, networkAddress } from "./platform/http/guarding.server";
import type { Page, Parts } from "./platform/http/listening.server";
import { shapeOf } from "./platform/http/route-table";
import { log } from "./platform/log.server";
import { readStatements } from "./platform/query.server";
import { NotNow, Refusal } from "./platform/refusal";
import { writeStatements } from "./platform/writer.server";
import { refusedPage, refusedWords } from "./refused-page.server";

/** How the routes of a build answer, and what is said where none of them can. */
export function answersOf(build: ServerBuild): Omit<Parts, "files"> {
  const { draw, handle, find } = drawing(build);
  const { development } = config();

  /** One request, with what is to be known of who asks. What refuses outside a form gets a page of its own. */
  async function answer(request: Request, req: IncomingMessage) {
    const setCookies: string[] = [];
    let language = languageAsked(req);
    const before = readStatements() + writeStatements();
    try {
      const { person, sessionId, setCookie } = await whoHolds(req.headers.cookie);
      if (setCookie) setCookies.push(setCookie);
      language = person?.language ?? language;
      const context: AppLoadContext = {
        person,
        sessionId,
        now: now(),
        language,
        address: networkAddress(req),
        here: fromThisMachine(req),
        posted: request.method === "POST",
        device: req.headers["user-agent"] ?? "",
        setCookie: (header) => setCookies.push(header),
        refused: null,
        eyes: null,
        drawThrough: (eyes, path) => draw(new Request(new URL(path, request.url)), { ...context, eyes }),
      };
      const page = await draw(request, context);
      const answer = page === null ? await handle(request, context) : pageOf(page);
      if (context.refused) throw context.refused;
      if (development) answer.headers.set("x-kring-statements", String(readStatements() + writeStatements() - before));
      if (development && page !== null) answer.headers.set("x-kring-drawn", "directly");
      return { answer, setCookies };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error instanceof NotNow) log.warn({ reason: error.message }, "not now");
      return { answer: pageOf(refusedPage(language, error.words), error.status), setCookies };
    }
  }
  return {
    answer,
    refusal: (req, status) => refusedPage(languageAsked(req), { key: refusedWords[status] }),
    shape: (address) => shapeOf(find(address)),
  };
}

function languageAsked({ headers }: IncomingMessage) {
  return languageOf(cookieIn(headers.cookie, "language") ?? headers["accept-language"]);
}

function pageOf(body: string, status = 200): Page {
  return { status, headers: new Headers({ "content-type": "text/html; charset=utf-8" }), body };
}
