import { describe, expect, it } from "vitest";
import { formIn } from "./reading-a-form.server";

const plain = "application/x-www-form-urlencoded";
const mixed = 'multipart/form-data; boundary="grens"';
const sent = (body: BodyInit, type: string, path = "/g/1/plan/dreams/new") =>
  new Request(`http://localhost${path}`, { method: "POST", body, headers: { "content-type": type }, duplex: "half" } as RequestInit);
const refused = (status: number, key: string) => ({ status, words: { key } });

/** A body of parts, as browsers write it. */
const parts = (...each: string[]) => `${each.map((one) => `--grens\r\nContent-Disposition: form-data; ${one}\r\n`).join("")}--grens--\r\n`;

/** A body that comes in pieces, without a length. */
function inPieces(pieces: number, bytes: number): ReadableStream {
  let left = pieces;
  return new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(new Uint8Array(bytes).fill(0x61));
    },
  });
}

describe("A form that is sent", () => {
  it("is read by field, with a list where a field came more than once", async () => {
    const { typed } = await formIn(sent("name=Jan+Peeters&people=a&people=b&people=c&__proto__=x&empty=", plain));
    expect(Object.entries(typed)).toEqual([
      ["name", "Jan Peeters"],
      ["people", ["a", "b", "c"]],
      ["__proto__", "x"],
      ["empty", ""],
    ]);
  });

  it("may bring a file along, and need bring nothing", async () => {
    const file = 'name="photo"; filename="jan.png"\r\nContent-Type: image/png\r\n\r\nPNG';
    const { typed, files } = await formIn(sent(parts('name="formKey"\r\n\r\n01AB', file), mixed));
    expect(typed).toEqual({ formKey: "01AB" });
    expect(await files.get("photo")?.text()).toBe("PNG");
    expect((await formIn(sent("", plain))).typed).toEqual({});
  });

  it("takes two hundred people to tick, and costs little when a field is repeated as often as fits", async () => {
    const people = Array.from({ length: 200 }, (_, place) => `people=${place}`).join("&");
    expect((await formIn(sent(people, plain))).typed.people).toHaveLength(200);
    const before = process.cpuUsage();
    await expect(formIn(sent("a=b&".repeat(65_000), plain))).rejects.toMatchObject(refused(413, "error.formTooManyFields"));
    await expect(formIn(sent(parts(...Array<string>(5_000).fill('name="a"\r\n\r\nb')), mixed, "/x/photo"))).rejects.toMatchObject(
      refused(413, "error.formTooManyFields"),
    );
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(100);
  });

  it("is refused when it is too big, also when it did not say so", async () => {
    await expect(formIn(sent(inPieces(10, 32 * 1024), plain))).rejects.toMatchObject(refused(413, "error.formTooBig"));
    await expect(formIn(sent(inPieces(10, 32 * 1024), plain, "/g/1/people/2/photo"))).resolves.toBeDefined();
  });

  it.each([
    ["another kind of text", '{"name":"Jan"}', "application/json", 415],
    ["no kind at all", "name=Jan", "text/plain", 415],
    ["parts without a boundary", "x", "multipart/form-data", 400],
    ["parts that are none", "x", mixed, 400],
    ["parts that break off", parts('name="a"\r\n\r\nb').slice(0, -12), mixed, 400],
  ])("is refused when it is %s", async (_, body, type, status) => {
    await expect(formIn(sent(body, type))).rejects.toMatchObject({ status });
  });
});
