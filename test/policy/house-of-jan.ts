import { config } from "../../app/platform/config.server";
import { freshDatabase } from "../database";
import { type House, house } from "../e2e/house";
import { circleOfJan, type World } from "../world";
import { type Alike, type Asker, everybody } from "./everybody";

/** The built server on Jan's circle, with everybody signed in. */
export async function houseOfJan(): Promise<{ kring: House; world: World; cookies: Record<Asker | Alike, string> }> {
  await freshDatabase();
  const world = await circleOfJan();
  const cookies = await everybody(world);
  const kring = await house({ DATA_DIR: config().dataDir, DATABASE_URL: config().database, TRUSTED_PROXIES: "1" });
  return { kring, world, cookies };
}
