/**
 * Where a press leads back to: a page of this group, or `otherwise` for anything else that was sent.
 * @param back what the form sent: a local path without a query
 */
export function backTo(groupId: string, back: unknown, otherwise: string): string {
  const root = `/g/${groupId}`;
  if (typeof back !== "string" || back.length > 200 || !/^\/g\/[\w/-]+$/.test(back)) return otherwise;
  const within = back === root || back.startsWith(`${root}/`);
  return within && !back.includes("//") ? back : otherwise;
}
