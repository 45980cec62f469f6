import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptMail } from "~/mail/mailbox.server";

/** The HTML of a mail as its reader sees it. Mails style themselves inline, so this one answer may; it may do nothing else. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { html } = keptMail(params.mailId ?? "");
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox allow-top-navigation allow-same-origin allow-forms";
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy } });
}
