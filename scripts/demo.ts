/**
 * `npm run demo`: a sample working day goes through the running pipeline (embedded stores in a temporary folder, the playground, a clock
 * that is pushed on) and the transcript of the group and of the direct chats is printed as it comes. Exits 1 where a message that a
 * step must lead to does not come.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../entities/migrate.js';
import { openStore } from '../entities/store.js';
import { keptLog } from '../test/support/assemble.js';
import { playgroundStage } from '../test/support/playground-stage.js';
import type { Heard } from '../test/support/stage.js';
import { openStory, type Story } from '../test/support/story.js';
import { sayLine } from '../test/support/transcript.js';
import { DAY, type Hears, type Step } from './demo/day.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Monday 2026-11-23 08:00 in Shanghai. */
const MORNING = Date.UTC(2026, 10, 23, 0, 0);

const act = async (story: Story, step: Step): Promise<void> => {
  if (step.who === undefined) return;
  const staff = story.system.house.staff.some((member) => member.id === step.who);
  const person = staff ? story.engineer(step.who) : story.reporter(step.who);
  if (step.says !== undefined) await person.says(step.says);
  if (step.direct !== undefined) await person.direct(step.direct);
  if (step.presses !== undefined) await person.presses(step.presses, step.under);
};

const isHeard = (wanted: Hears, fresh: readonly Heard[]): boolean =>
  fresh.some(
    ({ place, text }) =>
      text.includes(wanted.words) &&
      (wanted.in === 'group' ? place.kind === 'group' : place.kind === 'direct' && place.person === wanted.in),
  );

/** Plays one step at its time; gives what was missing. What was heard since the step before counts. */
const play = async (story: Story, step: Step, heardBefore: number): Promise<readonly string[]> => {
  const now = new Date(story.clock.now() + 8 * 3_600_000).toISOString().slice(11, 16);
  if (step.at > now) await story.until(step.at);
  await act(story, step);
  const fresh = story.stage.heard().slice(heardBefore);
  return step.hears
    .filter((wanted) => !isHeard(wanted, fresh))
    .map(({ in: where, words }) => `${step.at} ${where === 'group' ? '群里' : story.nameOf(where)}：${words}`);
};

const run = async (dataDir: string): Promise<readonly string[]> => {
  const store = await openStore({ kind: 'embedded', dataDir });
  try {
    await migrate(store.dataSource, keptLog());
    const story = await openStory({ stage: playgroundStage, store, redis: null, start: MORNING });
    try {
      const missing: string[] = [];
      let shown = 0;
      for (const step of DAY) {
        const before = story.stage.heard().length;
        missing.push(...(await play(story, step, before)));
        const lines = story.transcript();
        for (const line of lines.slice(shown)) say(sayLine(line, story.nameOf));
        shown = lines.length;
      }
      const people = story.transcript().filter((line) => line.who !== '小通').length;
      say(`\n大家说了 ${people} 句，小通说了 ${shown - people} 句。`);
      return missing;
    } finally {
      await story.close();
    }
  } finally {
    await store.close();
  }
};

const began = Date.now();
const dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-demo-'));
// As root the embedded server runs as a user of its own, who has to get through.
chmodSync(dataDir, 0o755);
say('通州教育网络运维服务群的一天（2026-11-23 周一）：内置数据库，时钟往前拨。\n');
try {
  const missing = await run(dataDir);
  for (const line of missing) process.stderr.write(`没有等到 ${line}\n`);
  say(missing.length === 0 ? `演示完成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。` : '演示没有走通。');
  process.exitCode = missing.length === 0 ? 0 : 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
