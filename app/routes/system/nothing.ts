import { notFound } from "~/platform/refusal";

/** Every address that isn't one. */
export async function loader() {
  throw notFound();
}

export async function action() {
  throw notFound();
}

export default function Nothing() {
  return null;
}
