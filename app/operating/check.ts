import { join, resolve } from "node:path";
import { schoolHolidaysRunOut, schoolHolidaysUntil } from "~/calendar/school-holidays";
import { config } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";
import { photosName, readManifest } from "./archive";
import { type Command, typedIn } from "./command";
import { refuseDamaged } from "./restore";
import { databaseTrouble, photoTrouble } from "./soundness";

export const check: Command = {
  does: "looks for damage in database and photos, or in a backup; ends with 1 when it finds any",
  takes: "[--from /backups/2026-12-01]",
  migrates: false,
  async run(typed, { now, migrations, print }) {
    const { from } = typedIn(typed, { from: { type: "string" } });
    if (from !== undefined) {
      const folder = resolve(from);
      const manifest = await readManifest(folder);
      const lost = await refuseDamaged(folder, manifest, migrations);
      if (lost.length > 0) throw new Mistake(["As it was made, but not all was well then:", ...lost].join("\n  "));
      print(`The backup of ${manifest.madeAt} is whole: ${manifest.files.length} files.`);
      return;
    }
    const { database, dataDir } = config();
    const trouble = [...(await databaseTrouble(database, migrations)), ...(await photoTrouble(database, join(dataDir, photosName)))];
    if (trouble.length > 0) throw new Mistake(["Not all is well:", ...trouble].join("\n  "));
    print("The database and the photos are whole.");
    if (schoolHolidaysRunOut(now.slice(0, 10)))
      print(`Kring knows the school holidays until ${schoolHolidaysUntil}. Whoever plans beyond reads that; a newer Kring may know more.`);
  },
};
