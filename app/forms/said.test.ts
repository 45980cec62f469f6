import { expect, it } from "vitest";
import { goOn, saidIn } from "./said.server";

const cookieOf = (headers: HeadersInit) => new Headers(headers).get("set-cookie")?.split(";")[0] ?? null;

it("What was done is said on the next page, with where it is to be seen", () => {
  const { to, headers } = goOn("/g/01AB/plan#01CD", "saved");
  expect(to).toBe("/g/01AB/plan");
  expect(saidIn(`kring=x; ${cookieOf(headers)}`)).toEqual({ saying: "saved", at: "01CD" });
  expect(saidIn(cookieOf(goOn("/me", "saved").headers))).toEqual({ saying: "saved", at: null });
});

it("Nothing is said where there is nothing to say, nor what somebody put in the cookie themselves", () => {
  expect(goOn("/g/01AB/plan#01CD", null)).toEqual({ to: "/g/01AB/plan#01CD", headers: {} });
  expect(cookieOf(goOn("/me#a b;c", "saved").headers)).toBe("said=saved.abc");
  for (const cookie of [null, "", "said=", "said=hacked.x", "said=<b>.x", "said=!saved.x", "unsaid=saved."])
    expect(saidIn(cookie)).toBeNull();
  expect(saidIn("said=saved.x<script>")).toEqual({ saying: "saved", at: "x" });
});
