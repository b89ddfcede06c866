/**
 * `npm run simulate -- --from 2026-03-06 --days 336 --seed 1`: plays the district through the real reading, deciding and recording
 * with a moved clock: schools, engineers who are late or silent, storms. Checks what must hold, and ends in a table: the same
 * seed gives the same table. Exit 1 where something did not hold.
 *
 *   --reports 15        reports a working day      --storm-every 15    working days from one storm to the next
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Instant } from '../dispatcher/model.js';
import { migrate } from '../entities/migrate.js';
import { IncidentTable } from '../entities/incident.js';
import { openStore } from '../entities/store.js';
import { TicketTable } from '../entities/ticket.js';
import { keptLog, shippedProject } from '../test/support/assemble.js';
import { createAgenda } from './simulate/agenda.js';
import { checkBudget, checkOpen, checkTold, lateOf } from './simulate/check.js';
import { midnightOf, planDay, react, type Act } from './simulate/people.js';
import { createRandom } from './simulate/random.js';
import { GROUP, createWorld } from './simulate/world.js';

const HOUR = 3_600_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2026-03-06' },
    days: { type: 'string', default: '336' },
    seed: { type: 'string', default: '1' },
    reports: { type: 'string', default: '15' },
    'storm-every': { type: 'string', default: '15' },
  },
});
const [days, seed, reports, stormEvery] = [values.days, values.seed, values.reports, values['storm-every']].map(Number);
if (days === undefined || seed === undefined || reports === undefined || stormEvery === undefined)
  throw new Error('unreachable');
if (
  ![days, seed, reports, stormEvery].every((n) => Number.isFinite(n) && n > 0) ||
  Number.isNaN(Date.parse(values.from))
) {
  process.stderr.write('Give --from YYYY-MM-DD, and --days, --seed, --reports and --storm-every as numbers above 0.\n');
  process.exit(1);
}

const dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-simulate-'));
// As root the embedded server runs as a user of its own, who has to get through.
chmodSync(dataDir, 0o755);
const store = await openStore({ kind: 'embedded', dataDir });
try {
  await migrate(store.dataSource, keptLog());
  // Nothing of this outlives the run, so no commit has to wait for the disk.
  await store.dataSource.query('ALTER SYSTEM SET synchronous_commit = off');
  await store.dataSource.query('ALTER SYSTEM SET fsync = off');
  await store.dataSource.query('SELECT pg_reload_conf()');
  const project = shippedProject();
  const random = createRandom(seed);
  const world = createWorld(project, store, midnightOf(values.from, 0), dataDir);
  const agenda = createAgenda<Act>();
  const broken = new Set<string>();
  const chats = new Map<string, Instant[]>();
  const counts = { storms: 0, reports: 0, acts: 0, pings: 0, steps: 0 };
  const began = performance.now();

  const heard = (): void => {
    for (const sent of world.fresh()) {
      const { chat, spans } = sent.outbound;
      const name = `${chat.kind}:${chat.id}`;
      const list = chats.get(name) ?? [];
      list.push(sent.at);
      chats.set(name, list);
      if (chat.kind === 'group' && spans.some((span) => typeof span !== 'string')) counts.pings += 1;
      react(sent, random, agenda);
    }
  };

  for (let day = 0; day < days; day += 1) {
    const midnight = midnightOf(values.from, day);
    if (planDay(midnight, project.units, { reports, stormEvery }, random, agenda)) counts.storms += 1;
    const end = midnightOf(values.from, day + 1);
    for (;;) {
      const clockAt = await world.next();
      const times = [clockAt, agenda.next()].filter((at) => at !== null);
      const at = times.length === 0 ? end : Math.min(...times);
      if (at >= end) break;
      if (at > world.clock.now()) world.clock.moveTo(at);
      counts.steps += 1;
      if (clockAt !== null && clockAt <= at) await world.due();
      else {
        const act = agenda.take();
        if (act === null) break;
        counts[act.kind === 'report' ? 'reports' : 'acts'] += 1;
        await world.says(act.who, act.text, act.chat);
      }
      heard();
      if (counts.steps % 25 === 0) for (const fault of await checkOpen(world, store)) broken.add(fault);
    }
    world.clock.moveTo(end);
    for (const fault of await checkOpen(world, store)) broken.add(fault);
    if (process.stderr.isTTY || day % 30 === 29)
      process.stderr.write(`day ${day + 1} of ${days}, ${Math.round((performance.now() - began) / 1_000)} s\n`);
  }

  for (const [chat, at] of chats) for (const fault of checkBudget(chat, at)) broken.add(fault);
  const numbers = await store.dataSource.manager.find(TicketTable, { select: { no: true }, order: { no: 'ASC' } });
  const tickets = [];
  for (const { no } of numbers) tickets.push(await world.record.views.ticket(no));
  const made = tickets.filter((t) => t !== null);
  const late = made.map((t) => lateOf(t, world));
  made.forEach((t, i) => {
    const of = late[i];
    if (of !== undefined) for (const fault of checkTold(t, of)) broken.add(fault);
  });
  const { messages } = await world.record.views.figures();
  if (messages.waiting + messages.setAside > 0)
    broken.add(`${messages.waiting + messages.setAside} messages were not handled`);
  const group = chats.get(`group:${GROUP.id}`) ?? [];
  const perHour = new Map<number, number>();
  for (const at of group) perHour.set(Math.floor(at / HOUR), (perHour.get(Math.floor(at / HOUR)) ?? 0) + 1);
  const hours = [...perHour.values()].sort((a, b) => a - b);
  const count = (state: string): number => made.filter((t) => t.state === state).length;
  const incidents = await store.dataSource.manager.count(IncidentTable);
  const rows: readonly (readonly [string, string | number])[] = [
    ['天数', days],
    ['报修（句）', counts.reports],
    ['工单', made.length],
    ['　一级 / 二级 / 三级', [1, 2, 3].map((level) => made.filter((t) => t.level === level).length).join(' / ')],
    ['　已关闭 / 已办结 / 撤单', ['closed', 'resolved', 'cancelled'].map(count).join(' / ')],
    ['　仍未完', made.filter((t) => !['closed', 'resolved', 'cancelled', 'merged'].includes(t.state)).length],
    ['　重新打开过', made.filter((t) => t.reopened > 0).length],
    ['风暴 / 事件', `${counts.storms} / ${incidents}`],
    ['　随事件处理的单', made.filter((t) => t.incident?.part === 'member').length],
    ['群里的话', group.length],
    ['　有话的小时里：平均 / 最多', `${(group.length / Math.max(1, hours.length)).toFixed(1)} / ${hours.at(-1) ?? 0}`],
    ['　其中提醒到人', counts.pings],
    ['私聊', [...chats].reduce((sum, [chat, at]) => sum + (chat.startsWith('direct:') ? at.length : 0), 0)],
    [
      '超时：接单 / 到场 / 修复',
      (['accept', 'arrive', 'resolve'] as const).map((k) => late.filter((l) => l[k]).length).join(' / '),
    ],
    ['没有守住的规矩', broken.size],
  ];
  for (const [name, value] of rows) say(`${name}\t${String(value)}`);
  for (const fault of [...broken].slice(0, 20)) process.stderr.write(`${fault}\n`);
  process.stderr.write(`${counts.steps} steps, ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  process.exitCode = broken.size === 0 ? 0 : 1;
} finally {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
}
