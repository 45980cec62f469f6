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
    for (const type of [plain, "text/plain"]) expect((await formIn(sent("", type))).typed).toEqual({});
    expect((await formIn(new Request("http://localhost/g/1", { method: "POST" }))).typed).toEqual({});
    const twice = await formIn(sent(parts(file, file.replace("PNG", "GIF")), "multipart/form-data;boundary=grens"));
    expect(await twice.files.get("photo")?.text()).toBe("PNG");
  });

  it("may have as many fields as any form of ours has, and as many bytes as its address takes; not one more", async () => {
    const fields = (count: number) => Array<string>(count).fill("a=b").join("&");
    expect((await formIn(sent(fields(500), plain))).typed.a).toHaveLength(500);
    await expect(formIn(sent(fields(501), plain))).rejects.toMatchObject(refused(413, "error.formTooManyFields"));
    const tick = 'name="a"\r\n\r\nb';
    expect((await formIn(sent(parts(...Array<string>(499).fill(tick)), mixed))).typed.a).toHaveLength(499);
    await expect(formIn(sent(parts(...Array<string>(500).fill(tick)), mixed))).rejects.toMatchObject({ status: 413 });
    const most = 256 * 1024;
    expect((await formIn(sent(`a=${"x".repeat(most - 2)}`, plain))).typed.a).toHaveLength(most - 2);
    await expect(formIn(sent(`a=${"x".repeat(most - 1)}`, plain))).rejects.toMatchObject(refused(413, "error.formTooBig"));
  });

  it("that breaks off on its way is broken, in words", async () => {
    const gone = new ReadableStream({ pull: (controller) => controller.error(new Error("the visitor went away")) });
    await expect(formIn(sent(gone, plain))).rejects.toMatchObject(refused(400, "error.formBroken"));
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
    ["another kind of text", '{"name":"Jan"}', "application/json", 415, "error.formWrongKind"],
    ["no kind at all", "name=Jan", "text/plain", 415, "error.formWrongKind"],
    ["a kind that only looks like one", "name=Jan", `x-${plain}`, 415, "error.formWrongKind"],
    ["parts of a kind that only looks like one", "x", `x-${mixed}`, 415, "error.formWrongKind"],
    ["parts without a boundary", "x", "multipart/form-data", 400, "error.formBroken"],
    ["parts that are none", "x", mixed, 400, "error.formBroken"],
    ["parts that break off", parts('name="a"\r\n\r\nb').slice(0, -12), mixed, 400, "error.formBroken"],
  ])("is refused when it is %s", async (_, body, type, status, key) => {
    await expect(formIn(sent(body, type))).rejects.toMatchObject(refused(status, key));
  });
});
