/** Letters that run from right to left (the blocks that Unicode keeps for them), and the marks that say so. */
const fromTheRight = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name or any other words that are put into a sentence, so that they keep their own direction and the sentence keeps
 * its order: "\u2068محمد\u2069's circle". Words in left-to-right letters come back as they are, since for them it changes nothing.
 */
export function isolated(words: string): string {
  return fromTheRight.test(words) ? `\u2068${words}\u2069` : words;
}
