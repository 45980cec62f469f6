import { data } from "@remix-run/node";
import type { ZodType } from "zod";
import type { Typed } from "./reading-a-form.server";
import type { Saying } from "./said.server";
import { type Returned, submit, typedIn } from "./submitting.server";

interface SayingFirst<Form, Ahead> {
  /** What it would do, for the page to say. Nothing is saved. */
  ahead(form: Form, typed: Typed): Ahead;
  /** Does it. @param sure the print of what was said, which is pressed with it. Returns the local path to go to */
  act(form: Form, sure: string, formKey: string | null): Promise<string>;
}

/**
 * Takes in a form that says first what it would do, and does it when that very thing is pressed. Refused as `submit` does.
 * @returns the page again with what it would do beside what was typed, or on to where the act leads
 */
export async function sayFirst<Form, Ahead extends object>(
  request: Request,
  schema: ZodType<Form>,
  { ahead, act }: SayingFirst<Form, Ahead>,
  saying: Saying,
) {
  const typed = await typedIn(request.clone());
  const { sure } = typed;
  const said: Ahead[] = [];
  const answer = await submit(
    request,
    schema,
    async (form, formKey) => {
      if (typeof sure === "string") return act(form, sure, formKey);
      said.push(ahead(form, typed));
      return "";
    },
    saying,
  );
  const [first] = said;
  return first ? data<Returned & Ahead>({ typed, errors: [], overtaken: null, ...first }) : answer;
}
