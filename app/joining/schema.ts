import { z } from "zod";
import { line, lineOrNone, mailAddress, mailOrNone } from "~/forms/fields";

const who = { name: line(120, "circle.nameMissing"), relation: lineOrNone(80), word: lineOrNone(300) };

/** Somebody asks to belong to a circle; where to mail them is needed to ask them in. */
export const wishForm = z.object({ ...who, mail: mailAddress("signIn.mailMissing") });
export type WishForm = z.infer<typeof wishForm>;

/** Somebody of the circle names somebody else. */
export const proposalForm = z.object({ ...who, mail: mailOrNone });
export type ProposalForm = z.infer<typeof proposalForm>;
