import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "./refusal";

/** How often in how many seconds, by what is done. Generous enough for a family behind one address. */
const limits = {
  codeFromBrowser: { points: 5, duration: 15 * 60 },
  codeToAddress: { points: 5, duration: 15 * 60 },
  codeToAddressFromAll: { points: 30, duration: 15 * 60 },
  codeFromNetwork: { points: 30, duration: 15 * 60 },
  codeTry: { points: 100, duration: 15 * 60 },
  cardTry: { points: 30, duration: 10 * 60 },
  passkeyAsk: { points: 60, duration: 10 * 60 },
  joinTry: { points: 20, duration: 60 * 60 },
  takeAlong: { points: 10, duration: 60 * 60 },
  tokenTry: { points: 60, duration: 10 * 60 },
  inboundTry: { points: 60, duration: 10 * 60 },
  feedTry: { points: 60, duration: 10 * 60 },
} as const;

const limiters = new Map<string, RateLimiterMemory>();

/**
 * Counts one try. The counts live in this process: a restart forgets them, the tries at a sign-in code are kept in the database.
 * @param who the network, browser or mail address that tries
 * @throws Refusal when it is too often, with the minutes to wait
 */
export async function countTry(what: keyof typeof limits, who: string): Promise<void> {
  let limiter = limiters.get(what);
  if (!limiter) {
    limiter = new RateLimiterMemory({ ...limits[what], keyPrefix: what });
    limiters.set(what, limiter);
  }
  try {
    await limiter.consume(who);
  } catch (full) {
    // It ends by a timer. What the clock says is left is only for the words, and a clock set back says days.
    const wait = Math.min((full as RateLimiterRes).msBeforeNext, limits[what].duration * 1000);
    throw new Refusal(
      { key: "refusal.tooOften", values: { count: Math.max(1, Math.ceil(wait / 60_000)) } },
      null,
      `too often: ${what}`,
      429,
    );
  }
}
