import type { MetaFunction } from "@remix-run/node";
import { config } from "~/platform/config.server";
import { notFound } from "~/platform/refusal";
import { Gallery } from "~/ui/gallery";

/** Every component in every state, for whoever builds. Only in development. */
export async function loader() {
  if (!config().development) throw notFound();
  return null;
}

export const meta: MetaFunction = () => [{ title: "Components" }];

export default function DevUi() {
  return <Gallery />;
}
