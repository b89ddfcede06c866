/**
 * `npm run bench`: the time from a report's arrival to its ping leaving (the gateway's `send` is called), over 500 reports, and beside it
 * what the parts cost alone in the same run: one transaction of three inserts, one job through the queue, one HTTP request on loopback.
 *
 *   npm run bench                 the embedded stores, and MySQL + Redis where TEST_STORES names mysql
 *   npm run bench -- 100 20       100 reports, 20 a second
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestStore, testStores, type StoreKind } from '../dispatcher/record/testing.js';
import { redisUrl } from '../test/support/assemble.js';
import { costOfHttp, costOfJob, costOfTransaction } from './bench/cost.js';
import { pingsOf } from './bench/pings.js';
import { sayTable, spread, type Row } from './bench/table.js';

const [reports = 500, perSecond = 5] = process.argv.slice(2).map(Number);
/** As often as the parts are measured. */
const TIMES = 200;

const measure = async (kind: StoreKind): Promise<readonly Row[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-bench-'));
  const store = await openTestStore(kind);
  const redis = kind === 'mysql' ? redisUrl(5) : null;
  const name = kind === 'mysql' ? 'MySQL + Redis' : 'embedded PostgreSQL';
  try {
    const row = (what: string, ms: readonly number[]): Row => ({ store: name, what, ...spread(ms) });
    return [
      row('report → ping leaves', await pingsOf({ store, redis, dataDir, reports, perSecond })),
      row('one transaction, three inserts', await costOfTransaction(store, TIMES)),
      row('one job, added and done', await costOfJob(store, redis, TIMES)),
      row('one HTTP request on loopback', await costOfHttp(TIMES)),
    ];
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const rows: Row[] = [];
for (const kind of testStores()) {
  process.stderr.write(`${kind}: ${reports} reports, ${perSecond} a second …\n`);
  rows.push(...(await measure(kind)));
}
process.stdout.write(`${sayTable(rows)}\n`);
process.exit(0);
