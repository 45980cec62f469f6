import { buffer } from "node:stream/consumers";
import { readPhoto } from "~/groups/photo-files.server";
import { type Language, say } from "~/i18n/text";
import { asCalendar } from "./as-calendar";
import type { Taken } from "./shape";
import { toRead } from "./to-read.server";
import type { CircleTaken } from "./what-is-of-a-circle.server";

/** Of what it is, when it was made, and whose account it tells of. */
type About = Pick<Taken, "of" | "madeAt" | "account">;

/**
 * What somebody takes along, as one archive: `index.html` to read, `kring.json` for another program (docs/export.md),
 * `gatherings.ics` for a calendar, and the photos.
 * @param name of the file, without its ending
 * @returns the answer that a browser saves as a file
 */
export async function packed(about: About, circles: readonly CircleTaken[], language: Language, name: string): Promise<Response> {
  const { ZipFile } = (await import("yazl")).default;
  const t = say(language);
  const what: Taken = { format: "kring export 1", ...about, circles: circles.map(({ circle }) => circle) };
  const zip = new ZipFile();
  const mtime = new Date(what.madeAt);
  const add = (path: string, content: string) => zip.addBuffer(Buffer.from(content), path, { mtime });
  add("index.html", toRead(what, circles, language, t));
  add("kring.json", `${JSON.stringify(what, null, 2)}\n`);
  add("gatherings.ics", asCalendar(what.circles, what.madeAt, t));
  for (const [hash, path] of new Map(circles.flatMap(({ photos }) => [...photos]))) {
    const photo = await readPhoto(hash, "large");
    if (photo) zip.addBuffer(photo, path, { mtime, compress: false });
  }
  zip.end();
  const bytes = await buffer(zip.outputStream);
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": "application/zip", "content-disposition": attachment(`${name}.zip`) },
  });
}

/** RFC 6266: a plain name for old browsers, and the right one. */
function attachment(name: string): string {
  const plain = name.normalize("NFD").replace(/[^\w. -]/g, "");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`;
}
