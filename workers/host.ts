import type { Gateway, PressAnswer } from '../bot/gateway.js';
import { CALL_MINUTES } from '../dispatcher/decide/guarantee-turns.js';
import type { Desk } from '../dispatcher/desk.js';
import { timersOf } from '../dispatcher/decide/timers.js';
import { handleAction } from '../dispatcher/handle-action.js';
import { handleGap } from '../dispatcher/handle-gap.js';
import { handleMessage } from '../dispatcher/handle-message.js';
import type { Instant } from '../dispatcher/model.js';
import type { Leases, Outbox, Timers } from '../dispatcher/ports.js';
import { every } from './beat.js';
import { deliverQueue } from './catalogue.js';
import { createDeliver, type Deliver, type LaneBudgets, type LaneState } from './deliver.js';
import { holdChannel, type Holding } from './hold.js';
import type { IntakeHandlers, IntakePort } from './intake-port.js';
import type { Queues } from './queues.js';
import { createRelay, type Relay } from './relay.js';
import { createSweepMessages, sweepLanes, type SweepPlace } from './sweep.js';
import { createTurns, scheduleTurns, type Turns } from './turns.js';
import { createWake, type Wake } from './wake.js';

/** What a process does: connections and their sends, or the clock's work, or both. */
export type Role = 'all' | 'bot' | 'worker';

export type HostParts = {
  readonly role: Role;
  readonly desk: Desk;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly leases: Leases;
  readonly queues: Queues;
  readonly gateways: readonly Gateway[];
  /** The policy's budget of each channel's lanes. */
  readonly budgets: Readonly<Record<string, LaneBudgets>>;
  /** Makes the way in around what shall be done with what comes. */
  readonly intake: (handlers: IntakeHandlers) => IntakePort;
  /** Names this process in leases and claims. */
  readonly holder: string;
};

/** Everything that runs in the background, started and stopped together, and drained by hand in tests and the playground. */
export type Host = {
  readonly intake: IntakePort;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Does all that is due now, without waiting for the queue. Gives when something waits next, or null. */
  drain(): Promise<Instant | null>;
  /** Channels whose connection this process holds. */
  held(): readonly string[];
};

const SWEEP_MS = 3_000;
const LANES_AT_ONCE = 8;

const earliest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce<Instant | null>(
    (first, at) => (at === null ? first : first === null ? at : Math.min(first, at)),
    null,
  );

/** Builds the background of one process; nothing runs before `start`. */
export const createHost = (parts: HostParts): Host => {
  const { desk, outbox, timers, queues, gateways, holder, role } = parts;
  const log = desk.log;
  const relay: Relay = createRelay(queues, desk.clock, log);
  const wake: Wake = createWake(desk, timers, relay);
  const turns: Turns = createTurns(desk, relay);
  const delivers = new Map<string, Deliver>(
    gateways.map((g) => [
      g.channel,
      createDeliver(g, outbox, parts.budgets[g.channel] ?? g.capabilities.budget, holder, log),
    ]),
  );

  const intake = parts.intake({
    keepMessage: (m) => desk.recorder.keepMessage(m),
    keepPress: (p) => desk.recorder.keepPress(p),
    keepFile: (id, file) => desk.recorder.keepFile(id, file),
    handleMessage: async (id) => relay.after(await handleMessage(id, desk)),
    handlePress: async (id): Promise<PressAnswer> => {
      const { settled, answer } = await handleAction(id, desk);
      await relay.after(settled);
      return answer;
    },
    handleGap: async (channel, from, to) => {
      const settled = await handleGap(channel, from, to, desk);
      if (settled !== null) await relay.after(settled);
    },
  });
  for (const gateway of gateways) intake.attach(gateway);

  const holdings: Holding[] = [];
  const running: { stop(): unknown }[] = [];
  // The playground needs no lease: it is this process's own page.
  const leased = gateways.filter((g) => g.channel !== 'playground');
  const own = gateways.filter((g) => g.channel === 'playground');
  const held = (): readonly string[] => [
    ...own.map((g) => g.channel),
    ...leased.filter((_, i) => holdings[i]?.held() === true).map((g) => g.channel),
  ];

  const underWay = new Set<Promise<LaneState>>();
  const deliver = (channel: string, lane: string): Promise<LaneState> => {
    const work = (async (): Promise<LaneState> => {
      const run = delivers.get(channel);
      if (run === undefined) return { kind: 'empty' };
      const state = await run(lane);
      if (state.kind === 'wait') await relay.lane(lane, state.until);
      return state;
    })();
    underWay.add(work);
    const done = (): void => void underWay.delete(work);
    work.then(done, done);
    return work;
  };

  const place: SweepPlace = { recorder: desk.recorder, outbox, intake, held, deliver, log };
  const sweepMessages = createSweepMessages(place);

  const workDelivers = (gateway: Gateway): Promise<{ stop(): Promise<void> }> =>
    queues.work(
      deliverQueue(gateway.channel),
      { deliver: async ({ channel, lane }) => void (await deliver(channel, lane)) },
      LANES_AT_ONCE,
    );

  const startBot = async (): Promise<void> => {
    for (const gateway of own) {
      await gateway.start();
      running.push(await workDelivers(gateway));
    }
    for (const gateway of leased) {
      let worker: { stop(): Promise<void> } | null = null;
      holdings.push(
        holdChannel(gateway, parts.leases, holder, log, {
          started: async () => {
            worker = await workDelivers(gateway);
          },
          stopped: async () => {
            await worker?.stop();
            worker = null;
          },
        }),
      );
    }
    // What an earlier process kept and did not get to is taken up at once.
    await sweepMessages(0).catch(() =>
      log.warn({ code: 'SWEEP_FAILED' }, 'the first sweep failed and will be repeated'),
    );
    running.push(every(SWEEP_MS, 'SWEEP_LANES_FAILED', () => sweepLanes(place), log));
    running.push(every(SWEEP_MS, 'SWEEP_MESSAGES_FAILED', () => sweepMessages(), log));
  };

  /** Deadlines are derived: after a change of the policy the rows that ring are made to ring at the new ones. */
  const realign = async (): Promise<void> => {
    const changed = await timers.realign((ticket) => timersOf(ticket, desk.house.policy));
    if (changed > 0) log.info({ tickets: changed }, 'deadlines were recomputed');
  };

  const startWorker = async (): Promise<void> => {
    await realign().catch(() => log.warn({ code: 'REALIGN_FAILED' }, 'deadlines stand as they were stored'));
    running.push(
      await queues.work(
        'clock',
        { wake: async () => void (await wake()), turn: async () => void (await turns.take()) },
        1,
      ),
    );
    running.push(every(SWEEP_MS, 'SWEEP_TIMERS_FAILED', wake, log));
    running.push(every(20 * SWEEP_MS, 'SWEEP_TURNS_FAILED', turns.take, log));
    const { digestAt, inspections } = desk.house.policy;
    running.push(
      scheduleTurns(
        [digestAt, inspections.morning, inspections.evening, ...CALL_MINUTES],
        () => void turns.take().catch(() => undefined),
      ),
    );
  };

  const drain = async (): Promise<Instant | null> => {
    for (;;) {
      await intake.idle();
      const handled = (await wake()) + (await turns.take());
      await intake.idle();
      const swept = await sweepLanes(place);
      // What the queue rang meanwhile is part of it: its words are claimed already, so their lane was not to be seen.
      const lanes = [...swept, ...(await Promise.all(underWay))];
      const waits = lanes.map((lane) => (lane.kind === 'wait' ? lane.until : null));
      if (handled === 0)
        return earliest([await timers.next(), await turns.next(), await outbox.next(held()), ...waits]);
    }
  };

  return {
    intake,
    start: async () => {
      if (role !== 'worker') await startBot();
      if (role !== 'bot') await startWorker();
    },
    stop: async () => {
      intake.stop();
      await Promise.all(holdings.map((h) => h.stop()));
      for (const gateway of own) await gateway.stop();
      await intake.idle();
      await Promise.all(running.map((r) => r.stop()));
    },
    drain,
    held,
  };
};
