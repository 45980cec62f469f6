import type { TextKey } from "~/i18n/text";
import { bodyLimit } from "~/platform/http/guarding.server";
import { Refusal } from "~/platform/refusal";

/** What was typed, by field; a list when a field came more than once. */
export type Typed = Record<string, string | string[]>;

/** More fields than this no form of ours has: two hundred people to tick, with room for what is asked besides. */
const mostFields = 500;

export interface SentForm {
  typed: Typed;
  /** The files that came along; of two with the same name, the first. */
  files: Map<string, Blob>;
}

const read = new WeakMap<Request, Promise<SentForm>>();

/**
 * Reads a form that somebody sent, in time that grows with its bytes and no faster. Asked again, it says the same.
 * @throws Refusal with 413 when it has too many bytes or fields, 415 when it is no form, 400 when it can't be read
 */
export function formIn(request: Request): Promise<SentForm> {
  const before = read.get(request);
  if (before) return before;
  const reading = fieldsOf(request);
  read.set(request, reading);
  return reading;
}

async function fieldsOf(request: Request): Promise<SentForm> {
  const type = request.headers.get("content-type") ?? "";
  const bytes = await bytesIn(request);
  const fields = new Map<string, string | string[]>();
  const files = new Map<string, Blob>();
  if (bytes.length === 0) return { typed: {}, files };
  for (const [name, value] of await pairs(bytes, type)) {
    if (typeof value !== "string") {
      if (!files.has(name)) files.set(name, value);
      continue;
    }
    const before = fields.get(name);
    if (Array.isArray(before)) before.push(value);
    else fields.set(name, before === undefined ? value : [before, value]);
  }
  return { typed: Object.fromEntries(fields), files };
}

/** All that a request brings. @throws Refusal with 413 when that is more than its address takes, 400 when it breaks off */
export async function bytesIn(request: Request): Promise<Buffer> {
  const limit = bodyLimit(new URL(request.url).pathname);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read().catch(() => unreadable(400, "error.formBroken"))) ?? { done: true, value: undefined };
    if (done) return Buffer.concat(chunks, size);
    size += value.length;
    if (size > limit) {
      void reader?.cancel();
      unreadable(413, "error.formTooBig");
    }
    chunks.push(value);
  }
}

/** The fields are counted before they are taken apart: taking apart a hundred thousand is what must not happen. */
async function pairs(bytes: Buffer, type: string): Promise<Iterable<[string, string | Blob]>> {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    if (count(bytes, "&") >= mostFields) unreadable(413, "error.formTooManyFields");
    return new URLSearchParams(bytes.toString("utf8"));
  }
  if (!/^multipart\/form-data\b/i.test(type)) unreadable(415, "error.formWrongKind");
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) unreadable(400, "error.formBroken");
  if (count(bytes, `--${boundary}`) > mostFields) unreadable(413, "error.formTooManyFields");
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } })
    .formData()
    .catch(() => unreadable(400, "error.formBroken"));
  return [...form];
}

function count(bytes: Buffer, mark: string): number {
  let found = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && found <= mostFields; at = bytes.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

function unreadable(status: 400 | 413 | 415, key: TextKey): never {
  throw new Refusal({ key }, null, key, status);
}
