import { data, redirect } from "@remix-run/node";
import type { ZodType } from "zod";
import { textKeyOr } from "~/i18n/text";
import { Overtaken, Refusal, SignedOut, type Words } from "~/platform/refusal";
import { formIn, type Typed } from "./reading-a-form.server";
import { goOn, type Saying } from "./said.server";

/** A form that was not taken in: what was typed is still there, with what is wrong and where. */
export interface Returned {
  typed: Typed;
  errors: { field: string | null; words: Words }[];
  /** Set when somebody else saved in between: what stands there now, and the version to save over. */
  overtaken: { theirs: Record<string, string>; version: number } | null;
}

/** The fields of a form that somebody sent. @throws as formIn does */
export async function typedIn(request: Request): Promise<Typed> {
  return (await formIn(request)).typed;
}

/**
 * Takes in a form: checks it, does the act, goes on to the page that the act names. Anything refused comes back as the
 * same page (400, 403 without the right, 409 when overtaken) with everything typed.
 * @param act what to do with the checked form; `formKey` says which form it was. Returns the local path to go to
 * @param saying what that page says of it, or null where the page itself says so
 */
export async function submit<Form>(
  request: Request,
  schema: ZodType<Form>,
  act: (form: Form, formKey: string | null) => Promise<string>,
  saying: Saying | null = "saved",
) {
  const typed = await typedIn(request);
  const checked = schema.safeParse(typed);
  if (!checked.success) {
    const errors = checked.error.issues.map((issue) => ({
      field: issue.path.map(String)[0] ?? null,
      // A schema without words of its own speaks the English of its library; nobody is to read that.
      words: { key: textKeyOr(issue.message, "error.wrong"), values: limitsIn(issue) },
    }));
    return data<Returned>({ typed, errors: firstPerField(errors), overtaken: null }, { status: 400 });
  }
  return settle(typed, () => act(checked.data, formKeyIn(typed)), saying);
}

/** The key of the form that this came from, or null when it says none. */
export function formKeyIn({ formKey }: Typed): string | null {
  return typeof formKey === "string" && formKey ? formKey.slice(0, 64) : null;
}

/** The same for an act that needs no checked form: refusals come back, anything else is a redirect. */
export async function settle(typed: Typed, act: () => Promise<string>, saying: Saying | null = "saved") {
  try {
    const { to, headers } = goOn(await act(), saying);
    return redirect(to, { headers });
  } catch (error) {
    if (error instanceof Refusal)
      return data<Returned>({ typed, errors: [{ field: error.field, words: error.words }], overtaken: null }, { status: error.status });
    if (error instanceof SignedOut) return redirect("/sign-in");
    if (error instanceof Overtaken)
      return data<Returned>({ typed, errors: [], overtaken: { theirs: error.theirs, version: error.version } }, { status: 409 });
    throw error;
  }
}

function limitsIn(issue: object): Record<string, number> {
  const values: Record<string, number> = {};
  if ("maximum" in issue) values.max = Number(issue.maximum);
  if ("minimum" in issue) values.min = Number(issue.minimum);
  return values;
}

function firstPerField<E extends { field: string | null }>(errors: E[]): E[] {
  return errors.filter((error, index) => errors.findIndex((other) => other.field === error.field) === index);
}
