import { notFound } from "~/platform/refusal";

/** Every address that isn't one. */
export async function loader() {
  throw notFound();
}

export const action = loader;

export default function Nothing() {
  return null;
}
