import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../config/secret.js';
import { emptyTables, testStores } from '../../dispatcher/record/testing.js';
import { openStore, type Store } from '../../entities/store.js';
import { TicketTable } from '../../entities/ticket.js';
import { MINUTE } from '../../dispatcher/decide/time.js';
import { createMovableClock, createStandingClock } from '../../workers/clock.js';
import { assemble, keptLog, redisUrl, shippedProject, type Assembled } from '../support/assemble.js';
import { awaited } from '../support/patience.js';
import { startProxy, type Proxy } from '../support/proxy.js';
import { openStoreFor, urlOf } from '../support/stories.js';
import { wecomStage, type WecomStage } from '../support/wecom-stage.js';
import { MONDAY } from '../support/when.js';

/** Issue 2, «Nothing is lost»: a store is really taken away. Nothing here drains by hand: the background has to see to it. */
const GROUP = { kind: 'group' } as const;
const stageAt = (now: () => number): Promise<WecomStage> =>
  wecomStage({ now, reporters: ['zjw-wang', 'lh-chen'], staff: shippedProject().staff.map((member) => member.id) });
const heard = (stage: WecomStage, words: string, ms?: number): Promise<unknown> =>
  awaited(`somebody hears ${words}`, () => stage.heard().find((one) => one.text.includes(words)), ms);

for (const kind of testStores()) {
  describe(`the database is gone for ten seconds (${kind})`, () => {
    const GONE_MS = 10_000;
    let real: Store;
    let store: Store;
    let proxy: Proxy;
    let stage: WecomStage;
    let assembled: Assembled;

    beforeAll(async () => {
      real = await openStoreFor(kind);
      await emptyTables(real);
      const url = new URL(urlOf(real, kind));
      proxy = await startProxy(url.hostname, Number(url.port));
      url.port = String(proxy.port);
      store = await openStore({ kind: kind === 'mysql' ? 'mysql' : 'postgres', url: new Secret(url.href) });
      const clock = createMovableClock();
      stage = await stageAt(() => clock.now());
      const redis = kind === 'mysql' ? redisUrl(5) : null;
      assembled = await assemble({ stage, store, redis, clock, log: keptLog() });
      await assembled.system.host.start();
      await awaited('the bot is connected', () => stage.fake.connection());
    });
    afterAll(async () => {
      await assembled.close();
      await stage.close();
      await store.close();
      await proxy.close();
      await real.close();
    });

    it('what was said meanwhile is kept, handled and answered when it is back, once each', async () => {
      await stage.say('zjw-wang', { text: '张家湾中学教学楼三层整层上不了网，电话 13800138001', place: GROUP });
      await heard(stage, 'TZ-20');
      await heard(stage, '联系人');
      const goneAt = Date.now();
      await proxy.down();
      await stage.say('lh-chen', { text: '潞河中学实验楼二层整层上不了网，电话 13800138004', place: GROUP });
      await stage.say('zhaogaobin', { text: '接单', place: { kind: 'direct', person: 'zhaogaobin' } });
      await awaited('it was gone long enough', () => (Date.now() - goneAt >= GONE_MS ? true : null), 2 * GONE_MS);
      await proxy.up();
      await heard(stage, '潞河中学', 30_000);
      await heard(stage, '赵高斌 已接单', 30_000);
      const tickets = await real.dataSource.getRepository(TicketTable).find();
      expect(tickets.map((ticket) => ticket.state).sort()).toEqual(['accepted', 'offered']);
      const texts = stage.heard().map((one) => `${JSON.stringify(one.place)} ${one.text}`);
      expect(new Set(texts).size).toBe(texts.length);
    });
  });
}

if (testStores().includes('mysql')) {
  describe('Redis is emptied while deadlines are open (mysql)', () => {
    let store: Store;
    let redis: Redis;
    beforeAll(async () => {
      store = await openStoreFor('mysql');
      redis = new Redis(redisUrl(5));
    });
    afterAll(async () => {
      redis.disconnect();
      await store.close();
    });
    beforeEach(() => emptyTables(store));
    afterEach(() => redis.flushdb());

    it('every reminder is said all the same: the rows are the deadlines, the queue only rings', async () => {
      const clock = createStandingClock(MONDAY);
      const stage = await stageAt(() => clock.now());
      const assembled = await assemble({ stage, store, redis: redisUrl(5), clock, log: keptLog() });
      try {
        await assembled.system.host.start();
        await awaited('the bot is connected', () => stage.fake.connection());
        await stage.say('zjw-wang', { text: '张家湾中学教学楼三层整层上不了网，电话 13800138001', place: GROUP });
        await heard(stage, '联系人');
        expect(await redis.dbsize()).toBeGreaterThan(0);
        for (const [minutes, words] of [
          [12, '还有 3 分钟到接单时限'],
          [15, '已过接单时限'],
          [20, '超时未接单'],
        ] as const) {
          await redis.flushdb();
          clock.moveTo(MONDAY + minutes * MINUTE);
          await heard(stage, words, 15_000);
        }
        expect(stage.heard().filter((one) => one.text.includes('还有 3 分钟'))).toHaveLength(1);
      } finally {
        await assembled.close();
        await stage.close();
      }
    });
  });
}
