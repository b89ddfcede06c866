/**
 * `npm run demo`: a sample working day goes through the running pipeline (embedded stores in a temporary folder, the playground, a clock
 * that is pushed on) and the transcript of the group and of the direct chats is printed as it comes. Exits 1 where a message that a
 * step must lead to does not come.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOf } from '../dispatcher/decide/time.js';
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

const act = async (story: Story, { by }: Step): Promise<void> => {
  if (by === null) return;
  const staff = story.system.house.staff.some((member) => member.id === by.who);
  const person = staff ? story.engineer(by.who) : story.reporter(by.who);
  if ('says' in by.act) await person.says(by.act.says);
  else if ('direct' in by.act) await person.direct(by.act.direct);
  else await person.presses(by.act.presses, by.act.under);
};

const isHeard = ({ in: where, words }: Hears, fresh: readonly Heard[]): boolean =>
  fresh.some(
    ({ place, text }) =>
      text.includes(words) &&
      (where === 'group' ? place.kind === 'group' : place.kind === 'direct' && place.person === where.person),
  );

/** Plays one step at its time; gives what did not come of it. */
const play = async (story: Story, step: Step): Promise<readonly string[]> => {
  const before = story.stage.heard().length;
  if (step.at !== clockOf(story.clock.now())) await story.until(step.at);
  await act(story, step);
  const fresh = story.stage.heard().slice(before);
  return step.hears
    .filter((wanted) => !isHeard(wanted, fresh))
    .map(({ in: where, words }) => `${step.at} ${where === 'group' ? '群里' : story.nameOf(where.person)}：${words}`);
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
        missing.push(...(await play(story, step)));
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
