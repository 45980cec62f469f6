import { z } from "zod";
import { zone } from "~/forms/fields";

/** Which clock a circle follows from now on. */
export const zoneForm = z.object({ zone });
export type ZoneForm = z.infer<typeof zoneForm>;
