import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStores } from '../../dispatcher/record/testing.js';
import type { Store } from '../../entities/store.js';
import { TicketTable } from '../../entities/ticket.js';
import { ownRedis, redisUrl, shippedProject } from '../support/assemble.js';
import { startChild, type Child } from '../support/killed/child.js';
import { awaited } from '../support/patience.js';
import { openStoreFor, urlOf } from '../support/stories.js';
import { WECOM_GROUP, wecomStage, type WecomStage } from '../support/wecom-stage.js';

/** Issue 2: one holder of the WeCom connection by a lease; a standby takes over within 15 s of the holder's death. */
const TAKEN_OVER_MS = 15_000;

for (const kind of testStores()) {
  describe(`two bot processes with one lease (${kind})`, () => {
    let store: Store;
    let stage: WecomStage;
    let dataDir: string;
    const children: Child[] = [];

    beforeAll(async () => {
      store = await openStoreFor(kind);
      dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-lease-'));
      stage = await wecomStage({
        now: () => Date.now(),
        reporters: ['zjw-wang', 'lh-chen'],
        staff: shippedProject().staff.map((member) => member.id),
      });
    });
    afterAll(async () => {
      await Promise.all(children.map((child) => child.kill()));
      await stage.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const start = async (): Promise<Child> => {
      const child = await startChild({
        role: 'all',
        wecom: { ...stage.fake, chatId: WECOM_GROUP },
        store: { kind: kind === 'mysql' ? 'mysql' : 'postgres', url: urlOf(store, kind) },
        redis: kind === 'mysql' ? redisUrl(ownRedis()) : null,
        dataDir,
        district: 'shipped',
        ahead: 0,
        moment: null,
      });
      children.push(child);
      return child;
    };
    const heard = (words: string): Promise<unknown> =>
      awaited(`somebody hears ${words}`, () => stage.heard().find((one) => one.text.includes(words)), 20_000);

    it('the holder is killed: the standby connects within 15 s, and what is said then is answered', async () => {
      const holder = await start();
      const first = await awaited('the holder is connected', () => stage.fake.connection(), 20_000);
      await start();
      await stage.say('zjw-wang', {
        text: '张家湾中学教学楼三层整层上不了网，电话 13800138001',
        place: { kind: 'group' },
      });
      await heard('联系人');
      expect(stage.fake.connection()).toBe(first);
      expect(stage.fake.openSockets()).toBe(1);

      const died = Date.now();
      await holder.kill();
      await awaited(
        'the standby is connected',
        () => {
          const now = stage.fake.connection();
          return now !== null && now !== first ? now : null;
        },
        TAKEN_OVER_MS,
      );
      expect(Date.now() - died).toBeLessThan(TAKEN_OVER_MS);
      await stage.say('lh-chen', { text: '潞河中学门卫室的摄像头黑屏，电话 13800138004', place: { kind: 'group' } });
      await heard('潞河中学');
      expect(await store.dataSource.getRepository(TicketTable).count()).toBe(2);
    });
  });
}
