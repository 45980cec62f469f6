import { expect, it } from "vitest";
import { initial } from "./face";

it("A face without a photo shows the first letter as a reader sees it, whole", () => {
  const initials = {
    Jan: "J",
    " mia": "M",
    T: "T",
    IJs: "I",
    "e\u0301lise": "E\u0301",
    Élise: "É",
    فاطمة: "ف",
    "👩‍👩‍👧 thuis": "👩‍👩‍👧",
    "3 Biggetjes": "3",
  };
  for (const [name, letter] of Object.entries(initials)) expect(initial(name), name).toBe(letter);
  expect(initial("  ")).toBe("·");
});
