import type { House } from "../e2e/house";
import type { PostOffice } from "../mail/post-office";

/** A browser that runs no script and draws nothing: it keeps cookies, follows no redirect, and sends the form of a page as it stands there. */
export interface Visitor {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Opens a page, fills in its form, and sends it with what is hidden in it. */
  send(path: string, typed: Record<string, string>): Promise<Response>;
  /** Asks for a code, reads the mail, types the code. @returns the answer to the code */
  signIn(post: PostOffice, mail: string): Promise<Response>;
}

/** Where a browser is: what it says its forms come from, and with TRUSTED_PROXIES=1 the network address it comes from. */
interface Whence {
  origin?: string;
  address?: string;
}

export function visitor(kring: House, { origin = kring.url, address }: Whence = {}): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    // A proxy passes on the name that was asked for, and from where.
    const whence = {
      ...(origin !== kring.url && { "x-forwarded-host": new URL(origin).host }),
      ...(address && { "x-forwarded-for": address }),
    };
    const headers = { ...(cookie && { cookie }), ...whence, ...(init.headers as Record<string, string>) };
    const answer = await fetch(kring.url + path, { redirect: "manual", ...init, headers });
    for (const header of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === "" || /max-age=0/i.test(header)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const self: Visitor = {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form, headers = {}) => ask(path, { method: "POST", body: new URLSearchParams(form), headers: { origin, ...headers } }),
    async send(path, typed) {
      const html = await (await self.get(path)).text();
      const form = /<form method="post"(?![^>]* action=)[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? "";
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
      return self.post(path, { ...Object.fromEntries(hidden), ...typed });
    },
    async signIn(post, mail) {
      const before = post.delivered.length;
      const asked = await self.send("/sign-in", { mail });
      if (asked.status !== 302) throw new Error(`no code for ${mail}: ${asked.status}`);
      const letter = await post.letterTo(mail, before);
      const code = /^\s*(\d{6})\s*$/m.exec(letter.text ?? "")?.[1] ?? "";
      return self.send(asked.headers.get("location") ?? "", { code });
    },
  };
  return self;
}
