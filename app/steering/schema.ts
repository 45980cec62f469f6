import { z } from "zod";
import { line, oneOf } from "~/forms/fields";
import type { EntryKind } from "~/groups/creating-an-entry.server";
import { audiences } from "~/policy/table";

/** Kinds of what somebody writes down, each with its own usual audience. */
export const kinds = ["dream", "goal", "action", "support"] as const satisfies readonly EntryKind[];

export const helperForm = z.object({ memberId: line(26, "steering.helperWho") });

export const forWhomForm = z.object({ audience: oneOf(audiences, "plan.forWhomMissing") });
