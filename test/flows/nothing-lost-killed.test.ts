import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables, testStores } from '../../dispatcher/record/testing.js';
import type { Store } from '../../entities/store.js';
import { TicketTable } from '../../entities/ticket.js';
import { OutboxTable } from '../../entities/outbox.js';
import { ownRedis, redisUrl, shippedProject } from '../support/assemble.js';
import { startChild, type Child } from '../support/killed/child.js';
import { MOMENTS, type Moment } from '../support/killed/doom.js';
import type { Orders } from '../support/killed/orders.js';
import { awaited } from '../support/patience.js';
import { startProxy } from '../support/proxy.js';
import type { Heard } from '../support/stage.js';
import { openStoreFor, urlOf } from '../support/stories.js';
import { WECOM_GROUP, wecomStage, type WecomStage } from '../support/wecom-stage.js';

/**
 * Issue 2, «Nothing is lost»: the process is really killed at the bad moment, and another takes over from what is in the database.
 * The next one's clock is ahead by more than a claim lasts: what the dead one had claimed is free again.
 */
const REPORT = '张家湾中学教学楼三层整层上不了网，电话 13800138001';
const CLAIM_OVER = 61_000;

for (const kind of testStores()) {
  describe(`a process killed with SIGKILL (${kind})`, () => {
    let store: Store;
    let stage: WecomStage;
    let dataDir: string;
    let children: Child[] = [];

    beforeAll(async () => {
      store = await openStoreFor(kind);
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      await emptyTables(store);
      dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-killed-'));
      stage = await wecomStage({
        now: () => Date.now(),
        reporters: ['zjw-wang'],
        staff: shippedProject().staff.map((member) => member.id),
      });
    });
    afterEach(async () => {
      await Promise.all(children.map((child) => child.kill()));
      children = [];
      await stage.close();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const start = async (how: Partial<Orders>): Promise<Child> => {
      const { fake } = stage;
      const child = await startChild({
        role: 'all',
        wecom: { ...fake, chatId: WECOM_GROUP },
        store: { kind: kind === 'mysql' ? 'mysql' : 'postgres', url: urlOf(store, kind) },
        redis: kind === 'mysql' ? redisUrl(ownRedis()) : null,
        dataDir,
        district: 'shipped',
        ahead: 0,
        moment: null,
        ...how,
      });
      children.push(child);
      return child;
    };
    const connected = (): Promise<number> => awaited('the bot is connected', () => stage.fake.connection(), 20_000);
    const quiet = (): Promise<true> =>
      awaited(
        'everything is said',
        async () => {
          const waiting = await store.dataSource
            .getRepository(OutboxTable)
            .countBy([{ state: 'due' }, { state: 'sending' }]);
          const tickets = await store.dataSource.getRepository(TicketTable).count();
          return tickets > 0 && waiting === 0 ? true : null;
        },
        30_000,
      );
    const bare = (heard: Heard): string => `${JSON.stringify(heard.place)} ${heard.text.replace('（重发）', '')}`;

    /** What holds after every accident: the three messages are there, and whichever came twice says so. */
    const nothingLost = async (): Promise<readonly Heard[]> => {
      const [ticket, ...others] = await store.dataSource.getRepository(TicketTable).find();
      expect(others).toEqual([]);
      expect(ticket).toMatchObject({ state: 'offered', assignee: 'zhaogaobin' });
      const heard = stage.heard();
      const all = heard.map((one) => one.text).join('\n');
      for (const words of ['已受理', '派单', '联系人']) expect(all).toContain(words);
      const times = new Map<string, Heard[]>();
      for (const one of heard) times.set(bare(one), [...(times.get(bare(one)) ?? []), one]);
      expect(times.size).toBe(3);
      for (const [, repeats] of times) {
        expect(repeats.length).toBeLessThanOrEqual(2);
        expect(repeats.slice(1).every((one) => one.text.startsWith('（重发）'))).toBe(true);
      }
      return heard;
    };

    const survived = async (moment: Moment): Promise<readonly Heard[]> => {
      const first = await start({ moment });
      await connected();
      await stage.say('zjw-wang', { text: REPORT, place: { kind: 'group' } });
      expect(await first.ended).toBe('SIGKILL');
      await start({ ahead: CLAIM_OVER });
      await quiet();
      return nothingLost();
    };

    const again = (heard: readonly Heard[]): number => heard.filter((one) => one.text.startsWith('（重发）')).length;

    const WHEN: Readonly<Record<Moment, string>> = {
      kept: 'after the message is kept and before it is handled',
      committed: 'after the commit and before the queue',
      rung: 'after the queue and before the send',
      claimed: 'when the send is about to begin',
      sent: 'after the send and before its ack is noted',
    };
    it('with a deadline running: what fell due while nobody ran is said by the next, at once and truly', async () => {
      const first = await start({});
      await connected();
      await stage.say('zjw-wang', { text: REPORT, place: { kind: 'group' } });
      await quiet();
      await first.kill();
      await start({ ahead: 16 * 60_000 });
      const texts = await awaited(
        'the reminder',
        () => {
          const said = stage.heard().map((one) => one.text);
          return said.some((text) => text.includes('已过接单时限')) ? said : null;
        },
        30_000,
      );
      // The warning’s own moment is over: nobody is told of minutes that are no longer left.
      expect(texts.filter((text) => text.includes('还有'))).toEqual([]);
    });

    it('while the database is away: what was said lies on the disk, and the next process takes it up', async () => {
      const url = new URL(urlOf(store, kind));
      const proxy = await startProxy(url.hostname, Number(url.port));
      url.port = String(proxy.port);
      const reached = { kind: kind === 'mysql' ? 'mysql' : 'postgres', url: url.href } as const;
      const first = await start({ store: reached });
      await connected();
      await proxy.down();
      await stage.say('zjw-wang', { text: REPORT, place: { kind: 'group' } });
      const spooled = (): boolean =>
        readdirSync(dataDir).some(
          (name) => name.startsWith('spool') && readFileSync(join(dataDir, name)).includes('\n'),
        );
      await awaited('it is spooled', () => (spooled() ? true : null), 20_000);
      await first.kill();
      await start({});
      await quiet();
      expect(await nothingLost()).toHaveLength(3);
      await proxy.close();
    });

    for (const moment of MOMENTS) {
      it(`${WHEN[moment]}: one ticket, everything said`, async () => {
        const heard = await survived(moment);
        if (moment === 'kept' || moment === 'committed') {
          expect(again(heard)).toBe(0);
          expect(heard).toHaveLength(3);
        }
        // What was sent and not noted may be there already: it is said again, and says so.
        if (moment === 'sent') expect(again(heard)).toBeGreaterThan(0);
        if (moment === 'claimed') expect(heard.length).toBe(3);
      });
    }
  });
}
