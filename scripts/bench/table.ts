/** Figures of a measurement as a small table. */

export type Spread = { readonly count: number; readonly median: number; readonly p99: number; readonly most: number };
export type Row = { readonly store: string; readonly what: string } & Spread;

/** The value below which `share` (0 to 1) of the sorted values lie: the nearest rank. 0 where there is none. */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** Median, 99th percentile and the largest of measured times, ms. */
export const spread = (ms: readonly number[]): Spread => {
  const sorted = [...ms].sort((a, b) => a - b);
  return { count: sorted.length, median: rank(sorted, 0.5), p99: rank(sorted, 0.99), most: rank(sorted, 1) };
};

/** A Markdown table, times in ms. */
export const sayTable = (rows: readonly Row[]): string =>
  [
    '| store | what | n | median ms | p99 ms | most ms |',
    '| --- | --- | --: | --: | --: | --: |',
    ...rows.map(
      (r) =>
        `| ${r.store} | ${r.what} | ${r.count} | ${r.median.toFixed(1)} | ${r.p99.toFixed(1)} | ${r.most.toFixed(1)} |`,
    ),
  ].join('\n');
