import { newId } from "~/platform/secrets.server";
import { write } from "~/platform/writing.server";

/** Makes an organisation. @returns its id, to print. @throws in words when the name is empty */
export async function createOrganisation(name: string, now: string): Promise<string> {
  if (!name.trim()) throw new Error('Give it a name: --name "Plan vzw"');
  const { id } = await write((tx) => tx.organisation.create({ data: { id: newId(), name: name.trim(), createdAt: now } }));
  return `${id}\n`;
}
