import type { Happening } from "~/groups/happened";

/**
 * What is worth a line in the mail of a month: 1 weighs most. Not what everybody had a mail about in full (a gathering, a
 * pause), nor what is small (a word, a day, a place in the circle) or only says who may do what (decision 0034).
 */
const weights: Record<Happening, 1 | 2 | 3 | null> = {
  ...{ dreamCameTrue: 1, goalReached: 1, personJoined: 1, personAdded: 1, personBack: 1, personLeft: 1, personLetGo: 1, goodbyeSaid: 1 },
  ...{ handedOver: 1, roleChanged: 2, dreamWritten: 2, dreamLetGo: 2, dreamTakenUp: 2, goalSet: 2, goalLetGo: 2, goalTakenUp: 2 },
  ...{ actionDone: 2, actionPromised: 3, supportNoted: 3, supportEnded: 3, supportResumed: 3 },
  ...{ groupStarted: null, circleClosed: null, circleReopened: null, erasingAsked: null, erasingStopped: null, takenAlong: null },
  ...{ gatheringPlanned: null, gatheringCancelled: null, gatheringOn: null, gatheringMoved: null, gatheringElsewhere: null },
  ...{
    seriesPlanned: null,
    seriesChanged: null,
    seriesUndone: null,
    pauseBegun: null,
    pauseEnded: null,
    zoneMoved: null,
    dateSought: null,
    dateGivenUp: null,
  },
  ...{ undatedPlanned: 2, undatedChanged: null, answeredAlways: null },
  ...{ answered: null, datesAnswered: null, personMoved: null, helperNamed: null, helperEnded: null, audienceChanged: null },
  ...{ actionReopened: null, actionPassedOn: null, actionMoved: null, actionLetGo: null, supportChanged: null, reworded: null },
};

/** SQL: the kinds of happenings that weigh so much, or all that are told. */
export function kindsTold(weight?: 1 | 2): string {
  const told = Object.entries(weights).filter(([, one]) => (weight ? one === weight : one !== null));
  return `(${told.map(([kind]) => `'${kind}'`).join(", ")})`;
}
