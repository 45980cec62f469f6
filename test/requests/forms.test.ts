import { describe, expect, it } from "vitest";
import { z } from "zod";
import { line, onceRight } from "../../app/forms/fields";
import { press } from "../../app/forms/pressing.server";
import { formKeyIn, type Returned, settle, submit, typedIn } from "../../app/forms/submitting.server";
import { wrongInWords } from "../../app/forms/wrong-in-words";
import { say } from "../../app/i18n/text";
import { NotAllowed, NotNow, Overtaken, Refusal, SignedOut } from "../../app/platform/refusal";
import { asks } from "./asked";

const form = z
  .object({ text: line(5, "plan.dreamMissing"), place: line(5, "gatherings.hourMissing"), until: z.string().optional() })
  .refine(({ text, place }) => text !== place, { path: ["until"], message: "error.dayWrong", ...onceRight("text", "place") });
const sends = (typed: Record<string, string> | [string, string][]) => asks("/g/1/plan", { form: typed }).request;
const right = { text: "Zee", place: "thuis", formKey: "key" };
const nothing = async () => "/never";

/** What a route answers with: a form that came back, or where it leads. */
interface Came {
  status: number;
  returned: Returned | null;
  to: string | null;
  said: string | null;
}
async function cameOf(answer: Promise<Awaited<ReturnType<typeof submit>>>): Promise<Came> {
  const found = (await answer) as Response | { data: Returned; init: ResponseInit | null };
  if (found instanceof Response)
    return { status: found.status, returned: null, to: found.headers.get("location"), said: found.headers.get("set-cookie") };
  return { status: found.init?.status ?? 200, returned: found.data, to: null, said: null };
}

describe("A form that is right", () => {
  it("is handed to the act as it was checked, with its key, and leads on to a page that says so once", async () => {
    const seen: unknown[] = [];
    const came = await cameOf(
      submit(sends({ ...right, text: "  Zee\u0000 " }), form, async (checked, key) => {
        seen.push(checked, key);
        return "/g/1/plan#01CD";
      }),
    );
    expect(seen).toEqual([{ text: "Zee", place: "thuis" }, "key"]);
    expect(came).toMatchObject({ status: 302, to: "/g/1/plan", said: expect.stringMatching(/^said=saved\.01CD; Path=\/; Max-Age=60;/) });
  });

  it("leads straight to where the act says when that page speaks for itself", async () => {
    expect(await cameOf(submit(sends(right), form, async () => "/g/1/plan#01CD", null))).toMatchObject({
      to: "/g/1/plan#01CD",
      said: null,
    });
    expect(await cameOf(settle({}, async () => "/me", "done"))).toMatchObject({ to: "/me", said: expect.stringContaining("said=done.;") });
  });

  it("has one key, of a length that fits, or none", () => {
    expect(formKeyIn({ formKey: "abc" })).toBe("abc");
    expect(formKeyIn({ formKey: "x".repeat(100) })).toHaveLength(64);
    for (const formKey of [undefined, "", ["a", "b"]]) expect(formKeyIn(formKey === undefined ? {} : { formKey })).toBeNull();
  });
});

describe("A form that is wrong", () => {
  it("comes back with everything that was typed, and what is wrong with each field, once, in words", async () => {
    const { status, returned } = await cameOf(
      submit(
        sends([
          ["text", "te lang"],
          ["place", ""],
          ["other", "a"],
          ["other", "b"],
        ]),
        form,
        nothing,
      ),
    );
    expect(status).toBe(400);
    expect(returned?.typed).toEqual({ text: "te lang", place: "", other: ["a", "b"] });
    expect(returned?.errors).toEqual([
      { field: "text", words: { key: "error.tooLong", values: { max: 5 } } },
      { field: "place", words: { key: "gatherings.hourMissing", values: { min: 1 } } },
    ]);
    expect(returned?.overtaken).toBeNull();
  });

  it("says one thing of a field that is wrong in two ways", async () => {
    const strict = z.object({ text: z.string().min(3, "plan.dreamMissing").regex(/^\d+$/, "error.dayWrong") });
    const { returned } = await cameOf(submit(sends({ text: "x" }), strict, nothing));
    expect(returned?.errors.map(({ words }) => words.key)).toEqual(["plan.dreamMissing"]);
  });

  it("names what depends on several fields as soon as those are right, whatever else is wrong", async () => {
    const same = await cameOf(submit(sends({ text: "Zee", place: "Zee" }), form, nothing));
    expect(same.returned?.errors.map(({ field }) => field)).toEqual(["until"]);
    const withMore = form.and(z.object({ name: line(3, "welcome.nameMissing") }));
    const both = await cameOf(submit(sends({ text: "Zee", place: "Zee", name: "" }), withMore, nothing));
    expect(both.returned?.errors.map(({ field }) => field)).toEqual(["until", "name"]);
    const one = await cameOf(submit(sends({ text: "", place: "" }), form, nothing));
    expect(one.returned?.errors.map(({ field }) => field)).toEqual(["text", "place"]);
  });

  it("speaks no English of a library, and says what is wrong with the whole of it without a field", async () => {
    const bare = z.object({ count: z.coerce.number().max(3) }).refine(() => false, "not a key");
    const { returned } = await cameOf(submit(sends({ count: "9" }), bare, nothing));
    expect(returned?.errors[0]).toEqual({ field: "count", words: { key: "error.wrong", values: { max: 3 } } });
    const whole = await cameOf(submit(sends({ count: "1" }), bare, nothing));
    expect(whole.returned?.errors).toEqual([{ field: null, words: { key: "error.wrong", values: {} } }]);
  });

  it("is said in a sentence that names the field, or what was filled in where the field has no name", () => {
    const t = say("nl");
    const tooLong = { key: "error.tooLong", values: { max: 5 } } as const;
    expect(wrongInWords(t, { field: "text", words: tooLong })).toBe(t("error.tooLong", { field: t("error.field.text"), max: 5 }));
    for (const field of ["unheard-of", null])
      expect(wrongInWords(t, { field, words: tooLong })).toBe(t("error.tooLong", { field: t("error.field.other"), max: 5 }));
  });

  it.each([
    ["about", "about"],
    ["centralMail", "mail"],
    ["centralName", "name"],
    ["code", "code"],
    ["facilitatorMail", "mail"],
    ["facilitatorName", "name"],
    ["function", "function"],
    ["mail", "mail"],
    ["myName", "name"],
    ["name", "name"],
    ["place", "place"],
    ["relation", "relation"],
    ["service", "service"],
    ["what", "what"],
    ["word", "word"],
  ] as const)("calls the field %s as it stands on the page", (field, name) => {
    const t = say("nl");
    expect(wrongInWords(t, { field, words: { key: "error.tooLong", values: { max: 9 } } })).toContain(t(`error.field.${name}`));
  });
});

describe("A form whose act refuses", () => {
  const refusing = (error: Error) => cameOf(submit(sends(right), form, () => Promise.reject(error)));

  it("comes back at the field, with the status of the reason and what was typed", async () => {
    const field = await refusing(new Refusal({ key: "plan.dueOver" }, "text"));
    expect(field).toMatchObject({ status: 400, returned: { typed: right, errors: [{ field: "text", words: { key: "plan.dueOver" } }] } });
    const notAllowed = await refusing(new NotAllowed({ key: "refusal.mayNot", values: { name: "Jan" } }));
    expect(notAllowed).toMatchObject({ status: 403, returned: { errors: [{ field: null }], overtaken: null } });
    expect((await refusing(new NotNow({ key: "refusal.busy" }))).status).toBe(503);
  });

  it("comes back with both when somebody else saved meanwhile", async () => {
    expect(await refusing(new Overtaken({ text: "Bos" }, 4))).toMatchObject({
      status: 409,
      returned: { typed: right, errors: [], overtaken: { theirs: { text: "Bos" }, version: 4 } },
    });
  });

  it("leads who was signed out meanwhile to sign in; what is not there, and a fault, stay what they are", async () => {
    expect(await refusing(new SignedOut())).toMatchObject({ status: 302, to: "/sign-in" });
    await expect(refusing(new Error("a fault"))).rejects.toThrow("a fault");
  });
});

describe("A press", () => {
  const pressing = (act: () => Promise<string>) => press(act, "done");

  it("does what it says, and the next page says so", async () => {
    const answer = await pressing(async () => "/g/1#01CD");
    expect(answer.headers.get("location")).toBe("/g/1");
    expect(answer.headers.get("set-cookie")).toContain("said=done.01CD;");
    expect((await press(async () => "/g/1")).headers.get("set-cookie")).toContain("said=saved.;");
  });

  it("that is refused says why (403); one that can't be now, or a fault, goes on to who answers that", async () => {
    const refusing = (error: Error) => pressing(() => Promise.reject(error));
    await expect(refusing(new Refusal({ key: "plan.gone" }))).rejects.toMatchObject({ data: { key: "plan.gone" }, init: { status: 403 } });
    await expect(refusing(new NotNow({ key: "refusal.busy" }))).rejects.toBeInstanceOf(NotNow);
    await expect(refusing(new Error("a fault"))).rejects.toThrow("a fault");
    expect((await refusing(new SignedOut())).headers.get("location")).toBe("/sign-in");
  });
});

describe("What a form says", () => {
  it("is read by field, and nothing is something that one can say", async () => {
    expect(await typedIn(sends({ a: "1" }))).toEqual({ a: "1" });
    expect(await typedIn(new Request("http://localhost:3000/g/1", { method: "POST" }))).toEqual({});
  });
});
