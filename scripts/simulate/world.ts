/** The district without its network: the real reading, deciding and recording on a real database, with a clock that is moved. */
import { EVERYBODY } from '../../dispatcher/decide/attendance.js';
import { join } from 'node:path';
import type { ChatRef, Outbound } from '../../bot/gateway.js';
import type { LoadedProject } from '../../config/project.js';
import type { House } from '../../dispatcher/decide/scene.js';
import type { Desk } from '../../dispatcher/desk.js';
import { handleMessage } from '../../dispatcher/handle-message.js';
import { handleTimer } from '../../dispatcher/handle-timer.js';
import type { Instant } from '../../dispatcher/model.js';
import type { Settled } from '../../dispatcher/ports.js';
import { createRecord, type DispatchRecord } from '../../dispatcher/record/create-record.js';
import { createUnderstand } from '../../dispatcher/understand/understand.js';
import type { Store } from '../../entities/store.js';
import { keptLog } from '../../test/support/assemble.js';
import { createStandingClock, type MovableClock } from '../../workers/clock.js';
import { createIds } from '../../workers/ids.js';

export const GROUP: ChatRef = { channel: 'playground', kind: 'group', id: 'playground' };
/** As WeCom's tightest: 20 a minute. */
export const PER_MINUTE = 20;
const BUDGET = { perSecond: null, perMinute: PER_MINUTE, perHour: 1_000 };
const CLAIM_MS = 60_000;

export type Sent = { readonly at: Instant; readonly outbound: Outbound };

export type World = {
  readonly house: House;
  readonly record: DispatchRecord;
  readonly clock: MovableClock;
  /** Somebody says something, to the bot alone or in the group. */
  says(who: string, text: string, chat: 'group' | 'direct'): Promise<void>;
  /** Does everything of the clock's that is due by now: timers, then lanes. */
  due(): Promise<void>;
  /** When the clock has something to do next; null for nothing. */
  next(): Promise<Instant | null>;
  /** What was sent since the last time this was asked. */
  fresh(): readonly Sent[];
};

/** On an empty, migrated store. */
export const createWorld = (project: LoadedProject, store: Store, start: Instant, filesDir: string): World => {
  const clock = createStandingClock(start);
  const log = { ...keptLog(), debug: () => undefined, info: () => undefined };
  const ids = createIds(clock);
  const key = new Uint8Array(32).fill(7);
  const record = createRecord({
    dataSource: store.dataSource,
    clock,
    ids,
    logger: log,
    phoneKey: key,
    filesDir: join(filesDir, 'files'),
  });
  const { policy, staff, units, topology } = project;
  const house: House = {
    policy,
    staff,
    topology,
    attendance: EVERYBODY,
    units: new Map(units.map((unit) => [unit.name, unit])),
  };
  const reader = createUnderstand({ units, staff, rooms: policy.rooms });
  const desk: Desk = {
    recorder: record.recorder,
    clock,
    log,
    house,
    understand: (text, context) => reader.understand(text, context),
    advisor: null,
    mentions: { wecom: 'none', telegram: 'none', playground: 'inline' },
    groups: { wecom: null, telegram: null, playground: GROUP },
    budgets: project.lanes,
    channels: ['playground'],
  };
  const sent: Sent[] = [];
  let messages = 0;
  /** When a lane may go on, where it waits. */
  const lanes = new Map<string, Instant>();

  const deliver = async (lane: string): Promise<void> => {
    lanes.delete(lane);
    for (;;) {
      const claim = await record.outbox.claim(lane, BUDGET, 'simulation', CLAIM_MS);
      if (claim.kind === 'wait') lanes.set(lane, claim.until);
      if (claim.kind !== 'say') return;
      messages += 1;
      sent.push({ at: clock.now(), outbound: claim.message.outbound });
      await record.outbox.settle(claim.message, { kind: 'sent', messageId: `s${messages}` });
    }
  };

  const after = async (settled: Settled): Promise<void> => {
    if (settled.kind !== 'done') return;
    for (const lane of settled.lanes) await deliver(lane);
  };

  return {
    house,
    record,
    clock,
    says: async (who, text, kind) => {
      messages += 1;
      const chat: ChatRef = kind === 'group' ? GROUP : { ...GROUP, kind, id: who };
      const { id } = await record.recorder.keepMessage({
        chat,
        messageId: `m${messages}`,
        from: { id: who, name: null },
        text,
        addressed: kind === 'direct',
        mentions: [],
        quote: null,
        attachments: [],
        arrivedAt: clock.now(),
      });
      await after(await handleMessage(id, desk));
    },
    due: async () => {
      for (;;) {
        const timers = await record.timers.due(100);
        for (const { id } of timers) await after(await handleTimer(id, desk));
        if (timers.length === 0) break;
      }
      for (const [lane, until] of [...lanes]) if (until <= clock.now()) await deliver(lane);
    },
    next: async () => {
      const times = [await record.timers.next(), ...lanes.values()].filter((at) => at !== null);
      return times.length === 0 ? null : Math.min(...times);
    },
    fresh: () => sent.splice(0, sent.length),
  };
};
