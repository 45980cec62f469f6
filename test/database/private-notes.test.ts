import { beforeEach, describe, expect, it } from "vitest";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { myNote, myNotes, whoseNotes } from "../../app/notes/private-notes.server";
import { changeNote, removeNote, writeNote } from "../../app/notes/writing-a-private-note.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { memberEver } from "../../app/policy/viewer.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const note = (text: string, version = 1) => ({ text, version });
/** What Mia wrote. @returns its id */
async function wrote(text: string): Promise<string> {
  await writeNote(as(world, "mia"), note(text), null);
  return row<{ id: string }>("SELECT max(id) AS id FROM PrivateNote")?.id ?? "";
}

describe("What Mia writes for herself", () => {
  it("she alone reads; Jan knows that it is there, and how many, and nobody else does", async () => {
    const id = await wrote("Vragen hoe het gaat met slapen");
    await wrote("Taart meebrengen");
    expect(myNotes(as(world, "mia")).map(({ text }) => text)).toEqual(["Taart meebrengen", "Vragen hoe het gaat met slapen"]);
    for (const who of ["jan", "rita", "fatima", "els"] as const) {
      expect(myNotes(as(world, who))).toEqual([]);
      expect(myNote(as(world, who), id)).toBeUndefined();
      expect(JSON.stringify(circleTaken(as(world, who), "all"))).not.toContain("slapen");
    }
    expect(whoseNotes(as(world, "jan"))).toEqual([{ name: "Mia", count: 2, latest: as(world, "jan").today }]);
    expect(rows("SELECT id FROM StoryLine WHERE detail LIKE '%slapen%'")).toEqual([]);
    expect(rows("SELECT id FROM OutboxMail")).toEqual([]);
  });

  it("she changes and takes away; nobody else can, nor learns that there is one", async () => {
    const id = await wrote("Eerst dit");
    await changeNote(as(world, "mia"), id, note("Dan dat"), null);
    expect(myNote(as(world, "mia"), id)?.text).toBe("Dan dat");
    await expect(changeNote(as(world, "mia"), id, note("In een ander venster"), null)).rejects.toMatchObject({ name: "Overtaken" });
    for (const who of ["jan", "rita", "fatima", "els"] as const) {
      await expect(changeNote(as(world, who), id, note("Niet van mij", 2), null)).rejects.toMatchObject({ status: 403 });
      await expect(removeNote(as(world, who), id)).rejects.toMatchObject({ status: 403 });
    }
    await removeNote(as(world, "mia"), id);
    await expect(removeNote(as(world, "mia"), id)).rejects.toMatchObject({ status: 404 });
    expect(whoseNotes(as(world, "jan"))).toEqual([]);
  });

  it("is taken along by her, also when she has left, and by nobody else", async () => {
    await wrote("Taart meebrengen");
    expect(JSON.stringify(circleTaken(as(world, "mia"), "own"))).toContain("Taart meebrengen");
    await letSomebodyGo(as(world, "jan"), world.members.mia, null);
    const once = memberEver(person(world, "mia"), world.groupId, moment());
    expect(once && JSON.stringify(circleTaken(once, "own"))).toContain("Taart meebrengen");
  });

  it("goes when she erases what is about her", async () => {
    await wrote("Taart meebrengen");
    await eraseMyself(person(world, "mia"), moment());
    expect(row("SELECT count(*) AS n FROM PrivateNote")).toEqual({ n: 0 });
  });
});
