import { addStoryLine } from "~/groups/adding-a-story-line.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { addDays } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announcePause } from "../announcing-series.server";
import type { PauseForm } from "../schema";
import { revised } from "../standing.server";
import { checkDay } from "../starting";
import { isTurn } from "../turns";

/**
 * For a while the circle does not meet: what its series plan for those days is off, also what comes to stand later. What is
 * planned by itself stays. Everybody hears of it in one mail.
 * @returns the list of gatherings
 * @throws Refusal for a day that is past or too far, and while there is a pause already
 */
export async function pause(viewer: MemberViewer, form: PauseForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["pause", form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.cancel");
    const { groupId, now } = viewer;
    const { from, until } = form;
    checkDay(from, "from", viewer);
    if (until) checkDay(until, "until", viewer);
    if (await pauseOf(tx, viewer)) throw new Refusal({ key: "gatherings.pauseAlready" }, "from");
    const id = newId();
    await tx.pause.create({ data: { id, groupId, from, until, at: now, byId: actor.byId, forId: actor.forId } });
    await tx.gathering.updateMany({
      where: {
        ...{ groupId, seriesId: { not: null }, cancelledAt: null, startsAt: { gt: now } },
        startLocal: { gte: from, ...(until && { lt: addDays(until, 1) }) },
      },
      data: { cancelledAt: now, cancelledById: actor.byId, pauseId: id, ...revised(now) },
    });
    await addStoryLine(tx, viewer, actor, "pauseBegun", { from, until }, { audience: "everyone" });
    await announcePause(tx, actor, { id, groupId, now }, "circlePaused");
    return `/g/${groupId}/gatherings`;
  });
}

/**
 * The circle meets again, from now on: what its pause had called off and has not come yet goes on as it was, with its answers; but for what fell away from its series meanwhile.
 * @returns the list of gatherings
 * @throws Refusal when there is no pause
 */
export async function meetAgain(viewer: MemberViewer): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("gathering.cancel");
    const { groupId, now } = viewer;
    const found = await pauseOf(tx, viewer);
    if (!found) throw new Refusal({ key: "gatherings.pauseOver" });
    await tx.pause.update({ where: { id: found.id }, data: { endedAt: now } });
    const off = await tx.gathering.findMany({ where: { groupId, pauseId: found.id, startsAt: { gt: now } }, include: { series: true } });
    const [on, left] = [true, false].map((turns) => ofThese(off.filter((one) => isTurnOfIts(one) === turns)));
    await tx.gathering.updateMany({ where: on, data: { cancelledAt: null, cancelledById: null, pauseId: null, ...revised(now) } });
    await tx.gathering.updateMany({ where: left, data: { pauseId: null } });
    await addStoryLine(tx, viewer, actor, "pauseEnded", {}, { audience: "everyone" });
    await announcePause(tx, actor, { id: found.id, groupId, now }, "circleGoesOn");
    return `/g/${groupId}/gatherings`;
  });
}

const ofThese = (some: readonly { id: string }[]) => ({ id: { in: some.map(({ id }) => id) } });

/** Whether its series meets then still: it may have changed in the pause. */
function isTurnOfIts({ series, slotLocal }: Prisma.GatheringGetPayload<{ include: { series: true } }>): boolean {
  return series !== null && slotLocal !== null && isTurn(series, slotLocal);
}

/** The pause that is, or is to come. */
function pauseOf(tx: Transaction, { groupId, today }: MemberViewer) {
  return tx.pause.findFirst({ where: { groupId, endedAt: null, OR: [{ until: null }, { until: { gte: today } }] } });
}
