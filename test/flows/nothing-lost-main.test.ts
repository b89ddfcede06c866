import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStores } from '../../dispatcher/record/testing.js';
import type { Store } from '../../entities/store.js';
import { redisUrl } from '../support/assemble.js';
import { startProgram, type Message, type Program } from '../support/killed/program.js';
import { awaited } from '../support/patience.js';
import { openStoreFor, urlOf } from '../support/stories.js';

/** main.ts as a person starts it, killed with SIGKILL the moment a report is taken, and started again on the same data. */
for (const kind of testStores()) {
  describe(`npm start, killed (${kind})`, () => {
    let dataDir: string;
    let store: Store | null = null;
    let program: Program | null = null;
    let env: Record<string, string>;

    beforeAll(async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-main-'));
      // As root the embedded server runs as a user of its own, who has to get through.
      chmodSync(dataDir, 0o755);
      env = { DATA_DIR: dataDir };
      if (kind !== 'mysql') return;
      store = await openStoreFor(kind);
      env = { ...env, DATABASE_URL: urlOf(store, kind), REDIS_URL: redisUrl(5) };
    });
    afterAll(async () => {
      await program?.stop();
      await store?.close();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const said = (words: string): Promise<Message> =>
      awaited(
        `somebody hears ${words}`,
        async () => (await program?.messages())?.find((m) => m.from === 'bot' && m.text.includes(words)),
        30_000,
      );

    it(
      'everything that was answered with 202 has exactly one ticket after the next start',
      { timeout: 180_000 },
      async () => {
        const reports = [
          ['zjw-wang', '张家湾中学教学楼三层整层上不了网，电话 13800138001'],
          ['lh-chen', '潞河中学门卫室的摄像头黑屏，电话 13800138004'],
          ['hx-li', '漷县中学全校断网，电话 13800138002'],
        ] as const;
        for (const [i, [from, text]] of reports.entries()) {
          program = await startProgram(env);
          expect(await program.says(from, text, `report-${i}`)).toBe(202);
          await program.kill();
        }
        program = await startProgram(env);
        // What the dead one had under way is free again after a minute.
        await program.advance(61_000);
        // Whoever was not answered says it once more, as a phone does: the same id is the same message.
        for (const [i, [from, text]] of reports.entries()) await program.says(from, text, `report-${i}`);
        for (const words of ['张家湾中学', '潞河中学', '漷县中学']) await said(words);
        await awaited('three tickets', async () => ((await program?.board())?.length === 3 ? true : null), 30_000);
        const receipts = (await program.messages()).filter((m) => m.to === undefined && m.text.includes('已受理'));
        const fresh = receipts.filter((m) => !m.text.startsWith('（重发）'));
        expect(new Set(fresh.map((m) => m.text)).size).toBe(fresh.length);
      },
    );

    it('stops cleanly when it is asked to, and finds everything as it was', async () => {
      const before = await program?.board();
      expect(await program?.stop()).toBe(0);
      program = await startProgram(env);
      expect(await program.board()).toEqual(before);
    });
  });
}
