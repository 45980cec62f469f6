import { type CastName, cast, staff, stranger } from "../app/demo/cast";
import { now as moment } from "../app/platform/clock.server";
import { newId } from "../app/platform/secrets.server";
import { transaction } from "../app/platform/transaction.server";
import { type MemberViewer, memberOf, type Person } from "../app/policy/viewer.server";

/** Ids of Jan's circle as tests know it; every member with a mail address has an account and has said yes. */
export interface World {
  groupId: string;
  otherGroupId: string;
  organisationId: string;
  members: Record<CastName, string>;
  accounts: Partial<Record<CastName | "sofie" | "omar", string>>;
  startedAt: string;
}

/** Writes Jan's circle into an empty database: the whole cast, Rita his assistant, an organisation with Sofie, and Omar's circle of one. */
export async function circleOfJan(now = moment()): Promise<World> {
  const startedAt = new Date(Date.parse(now) - 400 * 86_400_000).toISOString();
  const world: World = {
    groupId: newId(),
    otherGroupId: newId(),
    organisationId: newId(),
    members: {} as Record<CastName, string>,
    accounts: {},
    startedAt,
  };
  await transaction(async (tx) => {
    const account = async (name: string, mail: string) =>
      (await tx.account.create({ data: { id: newId(), name, mail, language: "nl", createdAt: startedAt } })).id;
    world.accounts.sofie = await account(staff.name, staff.mail);
    await tx.organisation.create({ data: { id: world.organisationId, name: staff.organisation, createdAt: startedAt } });
    await tx.staff.create({
      data: { id: newId(), organisationId: world.organisationId, accountId: world.accounts.sofie, since: startedAt },
    });

    const ritaAccount = await account(cast.rita.name, cast.rita.mail);
    world.accounts.rita = ritaAccount;
    await tx.group.create({
      data: { id: world.groupId, startedById: ritaAccount, organisationId: world.organisationId, createdAt: startedAt },
    });
    await tx.phase.create({ data: { id: newId(), groupId: world.groupId, phase: "action", since: startedAt } });
    for (const [key, person] of Object.entries(cast) as [CastName, (typeof cast)[CastName]][]) {
      if (person.mail && key !== "rita") world.accounts[key] = await account(person.name, person.mail);
      const { role, ring, name, relation, mail, hue } = person;
      const member = await tx.member.create({
        data: {
          id: newId(),
          groupId: world.groupId,
          accountId: world.accounts[key] ?? null,
          name,
          relation,
          mail,
          hue,
          createdAt: startedAt,
        },
      });
      world.members[key] = member.id;
      const professional = "capacity" in person ? { capacity: person.capacity, function: person.function, service: person.service } : {};
      await tx.membership.create({
        data: { id: newId(), groupId: world.groupId, memberId: member.id, role, ring, since: startedAt, ...professional },
      });
    }
    await tx.assistance.create({
      data: {
        id: newId(),
        groupId: world.groupId,
        assistantId: world.members.rita,
        forId: world.members.jan,
        since: startedAt,
        namedById: world.members.jan,
      },
    });

    const omar = await account(stranger.name, stranger.mail);
    world.accounts.omar = omar;
    await tx.group.create({ data: { id: world.otherGroupId, startedById: omar, createdAt: startedAt } });
    await tx.phase.create({ data: { id: newId(), groupId: world.otherGroupId, phase: "gettingToKnow", since: startedAt } });
    const other = await tx.member.create({
      data: {
        id: newId(),
        groupId: world.otherGroupId,
        accountId: omar,
        name: stranger.name,
        mail: stranger.mail,
        hue: 0,
        createdAt: startedAt,
      },
    });
    await tx.membership.create({
      data: { id: newId(), groupId: world.otherGroupId, memberId: other.id, role: "central", since: startedAt },
    });
  });
  return world;
}

/** Somebody of the cast (or Sofie, or Omar) as a signed-in person. */
export function person(world: World, name: CastName | "sofie" | "omar"): Person {
  const accountId = world.accounts[name];
  if (!accountId) throw new Error(`${name} has no account`);
  return { accountId, name, mail: null, language: "nl", operator: false };
}

/** Somebody of the cast as the viewer that they are in Jan's circle. */
export function as(world: World, name: CastName | "sofie", now = moment()): MemberViewer {
  const viewer = memberOf(person(world, name), world.groupId, now);
  if (!viewer) throw new Error(`${name} is not in the circle`);
  return viewer;
}
