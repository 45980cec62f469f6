import type { MemberViewer } from "~/policy/viewer.server";

/** Whose answer a page is about: the reader's own, with `?for=central` that of the central person, with an id somebody's who can't say it here. */
export function whoseAnswer(url: string, viewer: MemberViewer): string {
  const whom = new URL(url).searchParams.get("for");
  return whom === "central" ? viewer.central.id : whom || viewer.memberId;
}
