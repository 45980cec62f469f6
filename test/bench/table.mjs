// What was measured, as a table small enough to paste. Budgets: 3 times the floor for a page, 5 for a write, 1.25 times one year, 30 kB, 200 MB.
const sorted = (numbers) => [...numbers].sort((one, other) => one - other);
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const range = (numbers, digits) => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${median(numbers).toFixed(digits)} [${least.toFixed(digits)}-${most.toFixed(digits)}]`;
};
const paired = (ones, others, of) => ones.map((one, index) => of(one, others[index]));
const mark = (value, budget) => (value > budget ? " **over**" : "");

/** @param report as in build/bench.json @returns Markdown */
export function printed(report) {
  const { pages, memory, cold, writes, crowd, visit, feeds, horizon, connections, size, node, cores } = report;
  const lines = [
    `| page | req/s | CPU ms/request | floor CPU ms | CPU/floor (at most 3) | with 40 routes more | req/s 1 year / 20 years (at most 1.25) | statements | HTML gz kB (at most 30) |`,
    `| --- | --- | --- | --- | --- | --- | --- | --- | --- |`,
  ];
  for (const [page, { app, floor, young, more, bytes, statements }] of Object.entries(pages)) {
    const measured = app[0].cpu !== null;
    const times = measured ? paired(app, floor, (one, other) => one.cpu / other.cpu) : [Number.NaN];
    const growth = paired(young, app, (one, other) => one.perSecond / other.perSecond);
    lines.push(
      `| ${[
        page,
        range(
          app.map((one) => one.perSecond),
          0,
        ),
        range(
          app.map((one) => one.cpu ?? Number.NaN),
          2,
        ),
        range(
          floor.map((one) => one.cpu ?? Number.NaN),
          2,
        ),
        range(times, 1) + mark(median(times), 3),
        range(measured ? paired(more, app, (one, other) => one.cpu / other.cpu) : [Number.NaN], 2),
        range(growth, 2) + mark(median(growth), 1.25),
        statements,
        (bytes.gzip / 1000).toFixed(1) + mark(bytes.gzip, 30_000),
      ].join(" | ")} |`,
    );
  }
  const start = median(cold.app);
  const known = writes.app[0].cpu !== null;
  const written = known ? paired(writes.app, writes.floor, (one, other) => one.cpu / other.cpu) : [Number.NaN];
  const times = (name, by) =>
    range(
      writes[name].map((one) => one[by] ?? Number.NaN),
      by === "cpu" ? 2 : 0,
    );
  lines.push(
    "",
    `A dream written, by 32 people at once: ${times("app", "perSecond")} a second, ${times("app", "cpu")} ms CPU each, floor ${times("floor", "cpu")}: ` +
      `${range(written, 1)}${mark(median(written), 5)} times (at most 5); with 40 routes more ${times("more", "cpu")} ms.`,
    `Home while 32 people write: ${crowd.p50} ms at the median, ${crowd.p99} at the 99th, ${crowd.max} at worst; ${crowd.writesPerSecond.toFixed(0)} dreams a second.`,
    ...["whole", "unchanged"].map((way) => {
      const of = (by, digits) =>
        range(
          feeds[way].map((one) => one[by] ?? Number.NaN),
          digits,
        );
      const what = way === "whole" ? `200, ${(feeds.bytes / 1000).toFixed(1)} kB, ${feeds.events} events` : "304";
      return `A feed of twenty years (${what}): ${of("perSecond", 0)} a second, ${of("cpu", 2)} ms CPU.`;
    }),
    `Eighteen months ahead of 50 circles: ${horizon.gatherings} gatherings of ${horizon.series} series in ${horizon.milliseconds.toFixed(0)} ms, ` +
      `${horizon.statements} reads; when all stands, ${horizon.idle.toFixed(1)} ms.`,
    `A first visit: ${(visit / 1000).toFixed(1)} kB.`,
    `Memory after ${size.many} requests more, with all loaded: ${memory.later.now} MB${mark(memory.later.now, 200)}. `.trim(),
    `Memory under load: ${memory.app.now} MB, at most ${memory.app.most} MB${mark(memory.app.most, 200)} (floor ${memory.floor.now} MB). ` +
      `Cold start to the first page: ${start.toFixed(0)} ms, ${(start / median(cold.node)).toFixed(1)}× \`node -e 0\`.`,
    `Median [least-most] of ${size.repeats} interleaved repeats of ${size.seconds} s, ratios within a repeat; ${connections} connections, ` +
      `${size.groups} groups of each age, Node ${node.slice(1)}, ${cores} cores, server on one. Uncompressed, loopback.`,
  );
  return lines.join("\n");
}
