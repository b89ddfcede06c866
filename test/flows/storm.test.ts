import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../config/env.js';
import { emptyTables, testStores } from '../../dispatcher/record/testing.js';
import type { Ticket } from '../../dispatcher/model.js';
import type { Store } from '../../entities/store.js';
import { ownRedis, redisUrl } from '../support/assemble.js';
import { playgroundStage } from '../support/playground-stage.js';
import type { Heard, Stage } from '../support/stage.js';
import { openStoreFor } from '../support/stories.js';
import { openStory, type Story } from '../support/story.js';
import { OTHERS, UNITS, stormProject, stormSteps, type StormStep } from '../support/storm/script.js';
import { sayTranscript } from '../support/transcript.js';

/** Monday 2026-11-23 08:10 in Shanghai. */
const START = Date.UTC(2026, 10, 23, 0, 10);
const MINUTES = 5;
/** Messages to the group in the five minutes (issue 4, «A storm»). */
const MOST = 25;
const SOON_MS = 10_000;

const stage = (): Stage => ({ ...playgroundStage(), project: stormProject });

const isGroup = ({ place }: Heard): boolean => place.kind === 'group';
const within = (from: number, to: number) => (heard: Heard) => heard.at >= from && heard.at < to;

/** Plays the five minutes second by second; engineers accept what they are called to half a minute later. */
const play = async (s: Story, steps: readonly StormStep[]): Promise<void> => {
  const answered = new Set<string>();
  const accepts = async (): Promise<void> => {
    for (const heard of s.stage.heard().filter((h) => isGroup(h) && s.clock.now() - h.at >= 30_000)) {
      const no = /TZ-\d{8}-\d{4}/u.exec(heard.text)?.[0];
      const [who] = heard.mentions;
      if (no === undefined || who === undefined || answered.has(no)) continue;
      answered.add(no);
      if ((await s.ticket(no)).state === 'offered') await s.engineer(who).direct(`${no} 接单`);
    }
  };
  for (const step of steps) {
    const wait = START + step.at * 1_000 - s.clock.now();
    if (wait > 0) await s.later(`${wait / 1_000} 秒`);
    await accepts();
    await s.reporter(step.who).says(step.text);
  }
  await s.later(`${(START + MINUTES * 60_000 - s.clock.now()) / 1_000} 秒`);
};

const everyTicket = (s: Story): Promise<readonly Ticket[]> =>
  s.system.record.views.openTickets().then((all) => [...all].sort((a, b) => a.no.localeCompare(b.no)));

const perMinute = (heard: readonly Heard[]): readonly number[] =>
  Array.from({ length: MINUTES }, (_, m) => heard.filter(within(START + m * 60_000, START + (m + 1) * 60_000)).length);

const countsOf = (s: Story, steps: readonly StormStep[], tickets: readonly Ticket[]): string => {
  const group = s.stage.heard().filter(isGroup);
  const five = group.filter(within(START, START + MINUTES * 60_000));
  return [
    `said by people: ${steps.length} (reports of the cause ${steps.filter((x) => x.kind === 'member').length}, others ${OTHERS.length}, talk ${steps.filter((x) => x.kind === 'talk').length})`,
    `incidents: ${new Set(tickets.flatMap((t) => t.incident?.id ?? [])).size}, member tickets: ${tickets.filter((t) => t.incident?.part === 'member').length}, of units: ${new Set(tickets.filter((t) => t.incident?.part === 'member').map((t) => t.unit)).size}`,
    `to the group in 5 minutes: ${five.length}, by minute ${perMinute(five).join(' ')}`,
    `live pings in the group: ${five.filter((h) => h.mentions.length > 0).length}`,
    `direct messages: ${s.stage.heard().length - group.length}`,
  ].join('\n');
};

for (const kind of testStores()) {
  describe(`a storm (${kind})`, () => {
    let store: Store;
    beforeAll(async () => void (store = await openStoreFor(kind)));
    afterAll(() => store.close());

    it(
      'one incident, the six others found, the group not drowned, nobody unanswered',
      { timeout: 240_000 },
      async () => {
        await emptyTables(store);
        const redis = kind === 'mysql' ? redisUrl(ownRedis()) : null;
        const s = await openStory({ stage, store, redis, start: START });
        try {
          const steps = stormSteps(1);
          await play(s, steps);
          const tickets = await everyTicket(s);
          const group = s.stage.heard().filter(isGroup);
          const show = readEnv()['TRANSCRIPT'] !== undefined;
          if (show) process.stdout.write(`${sayTranscript(s.transcript(), s.nameOf)}\n`);
          process.stdout.write(`${countsOf(s, steps, tickets)}\n`);

          // One incident that has every unit.
          expect(new Set(tickets.flatMap((t) => t.incident?.id ?? []))).toEqual(new Set(['SJ-20261123-01']));
          const members = tickets.filter((t) => t.incident?.part === 'member');
          expect(new Set(members.map((t) => t.unit)).size).toBe(UNITS.length);
          // Every report of the cause is in a ticket of its unit, by its own name.
          for (const step of steps.filter((x) => x.kind === 'member')) {
            const key = `playground:${step.who}`;
            const own = tickets.filter((t) => t.reporter.key === key || t.members.some((m) => m.key === key));
            expect(
              own.map((t) => t.incident?.id),
              step.text,
            ).toEqual(['SJ-20261123-01']);
          }
          // The six are found and dispatched on their own, level 1 within ten seconds.
          for (const { who, level } of OTHERS) {
            const own = tickets.find((t) => t.reporter.key === `playground:${who}`);
            expect(own, who).toMatchObject({ incident: null, level });
            const ping = group.find((h) => h.mentions.length > 0 && h.text.includes(own?.no ?? 'none'));
            expect(ping, who).toBeDefined();
            if (level === 1) expect((ping?.at ?? 0) - (own?.reportedAt ?? 0)).toBeLessThanOrEqual(SOON_MS);
          }
          // The group.
          expect(group.filter(within(START, START + MINUTES * 60_000)).length).toBeLessThanOrEqual(MOST);
          expect(Math.max(...perMinute(group))).toBeLessThanOrEqual(20);
          // Everybody was answered: each member ticket's number was said in the group.
          await s.later('1 分钟');
          const said = s.stage
            .heard()
            .filter(isGroup)
            .map((h) => h.text)
            .join('\n');
          for (const t of members) expect(said, t.no).toContain(t.no.slice(-4));

          // The repair: every unit is asked; two say no and keep their tickets.
          const head = tickets.find((t) => t.incident?.part === 'head');
          const engineer = head !== undefined && 'assignee' in head ? head.assignee : '';
          await s.engineer(engineer).direct(`${head?.no ?? ''} 办结，更换了 UPS 主板`);
          const asked = s.stage.heard().findLast((h) => isGroup(h) && h.text.includes('请各校试一下'));
          expect(asked?.mentions.length).toBe(members.length);
          const [first, second, third] = members;
          if (first === undefined || second === undefined || third === undefined) throw new Error('too few members');
          const name = (t: Ticket): string => t.reporter.user;
          await s.reporter(name(first)).says('还是不行，还是上不了网');
          await s.reporter(name(second)).says('还是不行，还是上不了网');
          await s.reporter(name(third)).says('好了，谢谢');
          await s.expectTicket(first.no, 'offered');
          await s.expectTicket(second.no, 'offered');
          await s.expectTicket(third.no, 'closed');
          const lost = await s.system.record.views.figures();
          expect(lost.messages).toMatchObject({ waiting: 0, setAside: 0 });
          expect(lost.outbox.dead + lost.outbox.unknown).toBe(0);
        } finally {
          await s.close();
        }
      },
    );
  });
}
