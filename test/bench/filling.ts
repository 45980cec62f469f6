import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { horizonMonths } from "../../app/gatherings/standing.server";
import { readStatements, rows } from "../../app/platform/query.server";
import { closeWriter, transaction } from "../../app/platform/transaction.server";
import { addMonths } from "../../app/platform/wall-clock";

/** Prints, as JSON, what it costs to let every series stand for eighteen months again that stands no further than today. */
const now = new Date().toISOString();
const today = now.slice(0, 10);
await transaction(async (tx) => {
  await tx.gathering.deleteMany({ where: { startsAt: { gt: now }, seriesId: { not: null } } });
  await tx.series.updateMany({ where: { OR: [{ endsOn: null }, { endsOn: { gt: today } }] }, data: { filledTo: today } });
});
const count = () => rows<{ n: number }>("SELECT count(*) AS n FROM Gathering")[0]?.n ?? 0;
const [before, read, begun] = [count(), readStatements(), performance.now()];
await fillHorizons(now);
const milliseconds = performance.now() - begun;
const statements = readStatements() - read;
const again = performance.now();
await fillHorizons(now);
const idle = performance.now() - again;
const series =
  rows<{ n: number }>("SELECT count(*) AS n FROM Series WHERE filledTo > @to", { to: addMonths(today, horizonMonths) })[0]?.n ?? 0;
process.stdout.write(JSON.stringify({ series, gatherings: count() - before, milliseconds, statements, idle }));
await closeWriter();
