/**
 * The whole system through a stage and a clock one pushes, in the words of the story. Every message the bot says must be expected;
 * one that nobody expected fails the story at its end (goalert's habit). Nothing here sleeps.
 */
import type { Ticket, TicketState } from '../../dispatcher/model.js';
import type { Clock } from '../../dispatcher/ports.js';
import type { Store } from '../../entities/store.js';
import type { System } from '../../system.js';
import { advance } from '../../workers/advance.js';
import { createStandingClock, type MovableClock } from '../../workers/clock.js';
import { assemble, keptLog, shippedProject, type LogLine } from './assemble.js';
import { createLedger, type Expected, type Ledger, type Words } from './ledger.js';
import { awaited } from './patience.js';
import { createPerson, type Person } from './person.js';
import type { Heard, Saying, Stage } from './stage.js';
import type { Line } from './transcript.js';
import { MONDAY, lengthOf, momentOf } from './when.js';

export type Story = {
  readonly system: System;
  readonly clock: MovableClock;
  readonly stage: Stage;
  readonly store: Store;
  readonly dataDir: string;
  readonly log: readonly LogLine[];
  /** Somebody outside the roster. The group is shared by all. */
  reporter(id: string): Person;
  /** Somebody of the roster. */
  engineer(id: string): Person;
  readonly desk: Person;
  readonly lead: Person;
  readonly manager: Person;
  readonly client: Person;
  /** Takes the next message of the group that fits; gives it, to be quoted. */
  expectGroup(words: Words, expected?: Expected): Heard;
  /** The same for what a person hears alone. */
  expectDirect(person: string, words: Words, expected?: Expected): Heard;
  /** Nothing was said that nobody expected. */
  nothingMore(): void;
  /** Pushes the clock by 「15 分钟」; what falls due on the way happens at its own time. */
  later(length: string): Promise<void>;
  /** Pushes the clock to the next 「18:00」 or 「明天 09:00」. */
  until(moment: string): Promise<void>;
  /** Waits until all that was said is handled and all that is due now is done. */
  settled(): Promise<void>;
  /** The ticket with these last four digits of today's (or a whole number); throws where there is none. */
  ticket(no: string): Promise<Ticket>;
  /** Its state, at once with whoever has it. */
  expectTicket(no: string, state: TicketState, assignee?: string): Promise<Ticket>;
  transcript(): readonly Line[];
  nameOf(id: string): string;
  close(): Promise<void>;
};

export type StoryOptions = {
  /** Where it plays, on the story's clock. */
  readonly stage: (clock: Clock) => Stage | Promise<Stage>;
  readonly store: Store;
  readonly redis: string | null;
  readonly start?: number;
  /** Lanes that wait for their budget no longer than this are waited for, ms. */
  readonly patience?: number;
};

const GROUP = { kind: 'group' } as const;

/** Opens the system and starts it; the clock stands at Monday 10:42 unless told otherwise. */
export const openStory = async (options: StoryOptions): Promise<Story> => {
  const { store, redis, start = MONDAY, patience = 0 } = options;
  const clock = createStandingClock(start);
  const stage = await options.stage(clock);
  const log = keptLog();
  const { system, dataDir, close } = await assemble({ stage, store, redis, clock, log });
  const { host, house, record } = system;
  await host.start();
  await awaited('every channel is up', () => system.gateways.every((g) => g.status().kind === 'up') || null);

  const names = new Map(house.staff.map((s) => [s.id, s.name] as const));
  const strangers = new Map(shippedProject().people.map((p) => [p.id, `${p.name}（${p.title}）`] as const));
  const nameOf = (id: string): string => names.get(id) ?? strangers.get(id) ?? id;
  const ledger: Ledger = createLedger(() => stage.heard());
  const lines: Line[] = [];
  let written = 0;
  let told = 0;

  const write = (): void => {
    const heard = stage.heard();
    for (const one of heard.slice(written)) {
      const { at, place, text, mentions } = one;
      lines.push({ at, who: '小通', place, text, mentions, buttons: one.buttons.map((b) => b.label) });
    }
    written = heard.length;
  };

  const settled = async (): Promise<void> => {
    await awaited('all that was said is handled', async () => {
      const { kept, waiting } = (await record.views.figures()).messages;
      return kept >= told && waiting === 0 ? true : null;
    });
    for (;;) {
      const next = await host.drain();
      if (next === null || next - clock.now() > patience) break;
      clock.moveTo(next);
    }
    write();
  };

  const say = async (person: string, saying: Saying): Promise<{ repeat(): Promise<void> }> => {
    const { text, place, quote } = saying;
    const about = quote === undefined ? '' : `〔引用：${quote.text.split('\n')[0]?.slice(0, 24) ?? ''}…〕`;
    const picture = saying.picture === undefined ? '' : '〔图片〕';
    lines.push({
      at: clock.now(),
      who: nameOf(person),
      place,
      text: about + picture + text,
      mentions: [],
      buttons: [],
    });
    const { heard, repeat } = await stage.say(person, saying);
    if (heard) told += 1;
    await settled();
    return {
      repeat: async () => {
        await repeat();
        await settled();
      },
    };
  };

  const press = async (person: string, heard: Heard, button: { id: string; label: string }): Promise<string> => {
    const text = `〔点按钮：${button.label}〕`;
    lines.push({ at: clock.now(), who: nameOf(person), place: heard.place, text, mentions: [], buttons: [] });
    told += 1;
    const toast = await stage.press(person, heard, button.id);
    await settled();
    return toast;
  };

  const known = new Map<string, Person>();
  const person = (id: string): Person => {
    const there = known.get(id) ?? createPerson(id, { say, press, heard: () => stage.heard() });
    known.set(id, there);
    return there;
  };
  const member = (id: string): Person => {
    if (!names.has(id)) throw new Error(`${id} is not on the roster`);
    return person(id);
  };

  const ticket = async (no: string): Promise<Ticket> => {
    const whole = no.length > 4 ? no : `TZ-20261123-${no}`;
    const found = await record.views.ticket(whole);
    if (found === null) throw new Error(`there is no ticket ${whole}`);
    return found;
  };

  const push = async (ms: number): Promise<void> => {
    const target = clock.now() + ms;
    await advance(ms, clock, host);
    await settled();
    if (clock.now() < target) throw new Error('the clock did not get there');
  };

  return {
    system,
    clock,
    stage,
    store,
    dataDir,
    log: log.lines,
    reporter: (id) => {
      if (names.has(id)) throw new Error(`${id} is on the roster, and no reporter`);
      return person(id);
    },
    engineer: member,
    desk: member(house.policy.desk),
    lead: member(house.policy.lead),
    manager: member(house.policy.manager),
    client: member('jiafang'),
    expectGroup: (words, expected) => ledger.expect(GROUP, words, expected),
    expectDirect: (id, words, expected) => ledger.expect({ kind: 'direct', person: id }, words, expected),
    nothingMore: ledger.nothingMore,
    later: (length) => push(lengthOf(length)),
    until: (moment) => push(momentOf(moment, clock.now()) - clock.now()),
    settled,
    ticket,
    expectTicket: async (no, state, assignee) => {
      const found = await ticket(no);
      const holder = 'assignee' in found ? found.assignee : null;
      if (found.state !== state || (assignee !== undefined && holder !== assignee))
        throw new Error(`${found.no} is ${found.state} with ${holder ?? 'nobody'}, not ${state} ${assignee ?? ''}`);
      return found;
    },
    transcript: () => lines,
    nameOf,
    close: async () => {
      await close();
      await stage.close();
    },
  };
};
