import { describe, expect, it } from "vitest";
import { zonesKnown } from "~/platform/wall-clock";
import { zoneInWords, zonesToChoose } from "./zones";

describe("Zones", () => {
  it("are called by their place, as people here call it", () => {
    expect([zoneInWords("Europe/Lisbon", "nl"), zoneInWords("Europe/Lisbon", "en")]).toEqual(["Lissabon", "Lisbon"]);
    expect(zoneInWords("America/Argentina/Buenos_Aires", "nl")).toBe("Buenos Aires");
  });

  it.each(["nl", "en"] as const)("can be chosen by place and part of the world, in order, each its own name (%s)", (language) => {
    const zones = zonesKnown();
    const found = zonesToChoose(zones, language);
    expect(found.map(({ value }) => value).sort()).toEqual([...zones].sort());
    const labels = found.map(({ label }) => label);
    expect(labels).toEqual([...labels].sort(new Intl.Collator(language).compare));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.includes("/") || label.includes("_"))).toEqual([]);
    expect(labels).toContain(language === "nl" ? "Londen (Europa)" : "London (Europe)");
    expect(labels).toContain(language === "nl" ? "De Azoren (Atlantische Oceaan)" : "The Azores (Atlantic Ocean)");
  });
});
