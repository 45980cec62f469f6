/** Takes out what one place has logged as an error since it was last asked. */
type Source = () => string[];

const sources = new Set<Source>();

/** From now on, what this place logs as an error fails the test that caused it (test/setup.ts). @returns how to stop that */
export function listenTo(source: Source): () => void {
  sources.add(source);
  return () => sources.delete(source);
}

/** Everything logged as an error since the last call, here and by each server that a test started. A test that expects an error asks for it with this. */
export function complaints(): string[] {
  return [...sources].flatMap((source) => source());
}
