import type { SendMailOptions, Transporter } from "nodemailer";
import { type Config, isLoopback } from "~/platform/config.server";
import { log } from "~/platform/log.server";

/** What carries mails away. */
export interface Transport {
  /** Mails stay readable here after they were sent. */
  keeps: boolean;
  /** @throws what the mail server said, or that it could not be reached */
  send(message: SendMailOptions): Promise<void>;
  close(): void;
}

/** @returns how this Kring sends mail, or null when it can't: then mails wait */
export function transportFrom({ smtpUrl, mailbox, appUrl }: Config): Transport | null {
  if (smtpUrl) return smtp(smtpUrl, new URL(appUrl).hostname);
  return mailbox ? ownMailbox : null;
}

/** Nothing leaves this machine; /mailbox shows what would have gone. */
export const ownMailbox: Transport = { keeps: true, send: async () => {}, close: () => {} };

/**
 * A mail server, with a few connections that are used again. A password is only ever said over TLS, unless the server is
 * this very machine: a server that offers no TLS, or whose certificate is not its own, gets no mail from us.
 * @param url smtp://… (TLS by STARTTLS) or smtps://…, with user and password where there are any
 * @param name what we call ourselves when we greet it
 */
export function smtp(url: string, name: string): Transport {
  let opened: Promise<Transporter> | undefined;
  let closed = false;
  const open = async () => {
    const { createTransport } = await import("nodemailer");
    // We try again ourselves, later and on record.
    const transporter = createTransport({ ...connection(url, name), pool: true, maxConnections: 4, maxRequeues: 0 });
    transporter.on("error", (error) => log.warn({ code: (error as { code?: string }).code }, "mail connection lost"));
    if (closed) transporter.close();
    return transporter;
  };
  return {
    keeps: false,
    send: async (message) => {
      opened ??= open();
      await (await opened).sendMail(message);
    },
    close: () => {
      closed = true;
      void opened?.then((transporter) => transporter.close());
    },
  };
}

/** How we connect to a mail server. */
function connection(url: string, name: string) {
  return {
    ...{ url, name, requireTLS: saysPasswordElsewhere(url) },
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 },
  };
}

/**
 * Connects as for a mail, with user and password where there are any, and sends none.
 * @returns whether what is said cannot be read on the way
 * @throws what the mail server said, or that it could not be reached
 */
export async function tryServer(url: string, name: string): Promise<{ tls: boolean }> {
  const { createTransport } = await import("nodemailer");
  const tried = async (requireTLS: boolean) => {
    const transporter = createTransport({ ...connection(url, name), ...(requireTLS && { requireTLS }) });
    await transporter.verify().finally(() => transporter.close());
  };
  await tried(false);
  if (url.startsWith("smtps:")) return { tls: true };
  return tried(true).then(
    () => ({ tls: true }),
    () => ({ tls: false }),
  );
}

function saysPasswordElsewhere(url: string): boolean {
  const { hostname, username, password } = new URL(url);
  return (username !== "" || password !== "") && !isLoopback(hostname);
}
