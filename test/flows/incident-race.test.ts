import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTables, testStores } from '../../dispatcher/record/testing.js';
import { IncidentTable } from '../../entities/incident.js';
import { TicketTable } from '../../entities/ticket.js';
import type { Store } from '../../entities/store.js';
import { createStandingClock } from '../../workers/clock.js';
import { assemble, keptLog, ownRedis, redisUrl, type Assembled } from '../support/assemble.js';
import { awaited } from '../support/patience.js';
import { playgroundStage } from '../support/playground-stage.js';
import { openStoreFor } from '../support/stories.js';
import { MONDAY } from '../support/when.js';

const SCHOOLS = ['漷县中学', '觅子店中学', '西集中学', '郎府中学', '杜柳棵小学', '西集中心小学'];

/** Reports of one node come to two processes in the same moment: whoever is first makes the incident, the other joins it. */
for (const kind of testStores()) {
  describe(`an incident in two processes at once (${kind})`, () => {
    let store: Store;
    beforeAll(async () => void (store = await openStoreFor(kind)));
    afterAll(() => store.close());

    it('is exactly one, with every school in it, however they interleave', { timeout: 120_000 }, async () => {
      const redis = kind === 'mysql' ? redisUrl(ownRedis()) : null;
      for (let round = 0; round < 5; round += 1) {
        await emptyTables(store);
        const clock = createStandingClock(MONDAY);
        const both: { readonly stage: ReturnType<typeof playgroundStage>; readonly made: Assembled }[] = [];
        try {
          for (let process = 0; process < 2; process += 1) {
            const stage = playgroundStage();
            both.push({ stage, made: await assemble({ stage, store, redis, clock, log: keptLog() }) });
          }
          for (const { made } of both) await made.system.host.start();
          const says = SCHOOLS.map(async (school, n) => {
            await both[n % 2]?.made.system.playground?.port.post({
              from: `teacher-${n}`,
              text: `${school}全校断网了，电话 13800138002`,
              chat: 'group',
              id: `r${round}-${n}`,
            });
          });
          await Promise.all(says);
          await awaited('all are handled', async () => {
            const { kept, waiting } = (await both[0]?.made.system.record.views.figures())?.messages ?? {
              kept: 0,
              waiting: 1,
            };
            return kept === SCHOOLS.length && waiting === 0 ? true : null;
          });
          const incidents = await store.dataSource.manager.find(IncidentTable);
          const tickets = await store.dataSource.manager.find(TicketTable);
          expect(incidents.map(({ id }) => id)).toEqual(['SJ-20261123-01']);
          expect(JSON.parse(incidents[0]?.units ?? '[]')).toHaveLength(SCHOOLS.length);
          expect(tickets).toHaveLength(SCHOOLS.length + 1);
          expect(new Set(tickets.map(({ incident }) => incident))).toEqual(new Set(['SJ-20261123-01']));
          expect(tickets.filter(({ state }) => state === 'offered')).toHaveLength(1);
        } finally {
          for (const { made } of both) await made.close();
        }
      }
    });
  });
}
