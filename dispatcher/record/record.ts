/** THE ONLY WRITER: claim → lock → load → decide → apply → commit. */
import { InboundTable } from '../../entities/inbound.js';
import { ReporterTable } from '../../entities/people.js';
import type { EntityManager } from 'typeorm';
import type { Cause, Loaded, Need, Outcome, Recorder, Settled } from '../ports.js';
import { loadBulletins } from './bulletins.js';
import { apply } from './apply.js';
import { claimEarly, claimTimer, setAside, ticketOfTimer } from './cause.js';
import type { Before } from './database.js';
import { dayOf } from './day.js';
import { createFileKeeping } from './files.js';
import { historyOf } from './history.js';
import { fit } from './fit.js';
import { loadGuarantees } from './guarantees.js';
import { loadRota } from './rota.js';
import { waitingLanes } from './waiting.js';
import { createKeeping } from './keep.js';
import { load, type Snapshot } from './load.js';
import { createLockables, takeLocks } from './locks.js';
import { lockNumber, newTickets } from './numbers.js';
import { allPeople } from './people.js';
import type { Tools } from './tools.js';

type Decide = (loaded: Loaded) => Outcome;

/** Longer than any transaction waits: one begun before midnight finds the next day's counter. */
const MIDNIGHT_MS = 10 * 60_000;

/**
 * Decides, and where tickets come of it, locks the day's counter; if the number had gone to somebody else meanwhile, decides once
 * more with the right one. So the many decisions that make no ticket never wait for those that do.
 */
const decideNumbered = async (
  manager: EntityManager,
  need: Need,
  snapshot: Snapshot,
  decide: Decide,
): Promise<{ snapshot: Snapshot; outcome: Outcome }> => {
  const { loaded, rows } = snapshot;
  const outcome = decide(loaded);
  if (!need.numbers || newTickets(outcome, rows).length === 0) return { snapshot, outcome };
  const nextNumber = await lockNumber(manager, loaded.now);
  if (nextNumber === loaded.nextNumber) return { snapshot, outcome };
  const numbered = { rows, loaded: { ...loaded, nextNumber } };
  return { snapshot: numbered, outcome: decide(numbered.loaded) };
};

/** One try of a decision, inside its transaction. */
const decideOnce = async (
  manager: EntityManager,
  tools: Tools,
  cause: Cause,
  need: Need,
  decide: Decide,
  before: Before<Settled>,
): Promise<Settled> => {
  // A try whose COMMIT went unanswered: if the cause is handled now, it was that one.
  const unlessOurs = (claim: 'again' | 'gone'): Settled => before?.result ?? { kind: claim };
  const claim = await claimEarly(manager, cause, tools.clock.now());
  if (claim !== 'ours') return unlessOurs(claim);
  await takeLocks(manager, need.locks);
  const ticket = cause.kind === 'timer' ? await ticketOfTimer(manager, cause.id) : null;
  if (cause.kind === 'timer' && ticket === null) return { kind: 'gone' };
  const now = tools.clock.now();
  const snapshot = await load(manager, need, cause, ticket, now, tools.crypt);
  if (cause.kind === 'timer') {
    const timer = await claimTimer(manager, cause.id, now);
    if (timer !== 'ours') return unlessOurs(timer);
  }
  const decided = await decideNumbered(manager, need, snapshot, decide);
  const { outcome } = decided;
  const nextTimer = await apply(manager, tools, { cause, need, ...decided });
  return { kind: 'done', lanes: [...new Set(outcome.says.map(({ lane }) => lane))], nextTimer, note: outcome.note };
};

/** The Recorder on a database; pictures and files of messages lie in `filesDir`. */
export function createRecorder(tools: Tools, filesDir: string): Recorder {
  const { database, clock, logger, crypt } = tools;
  const lockables = createLockables(database);

  const prepare = async (cause: Cause, need: Need): Promise<void> => {
    await lockables.mutexes(need.locks);
    if (cause.kind === 'turn') await lockables.turn(cause.id);
    if (!need.numbers) return;
    await lockables.counter(dayOf(clock.now()));
    await lockables.counter(dayOf(clock.now() + MIDNIGHT_MS));
  };

  return {
    ...createKeeping(tools),
    ...createFileKeeping(tools, filesDir),
    decide: async (cause, need, decide) => {
      await prepare(cause, need);
      const settled = await database.transact<Settled>((manager, before) =>
        decideOnce(manager, tools, cause, need, decide, before),
      );
      const note = settled.kind === 'done' ? settled.note : settled.kind;
      logger.info({ cause: cause.kind, id: cause.id, note }, 'decided');
      return settled;
    },
    setAside: async (cause, code) => {
      if (cause.kind === 'turn') await lockables.turn(cause.id);
      await database.steady((manager) => setAside(manager, cause, code));
      logger.error({ cause: cause.kind, id: cause.id, code }, 'set aside');
    },
    people: () => allPeople(tools),
    author: async (chat, messageId) => {
      const where = {
        channel: chat.channel,
        kind: 'message',
        platformId: fit(messageId),
        chatId: fit(chat.id),
      } as const;
      return (await database.steady((manager) => manager.findOneBy(InboundTable, where)))?.senderId ?? null;
    },
    history: (ref) => database.steady((manager) => historyOf(manager, ref, clock.now(), crypt)),
    queued: (budgetOf) => database.steady((manager) => waitingLanes(manager, budgetOf, clock.now(), crypt)),
    rota: () => database.steady((manager) => loadRota(manager, clock.now(), crypt)),
    bulletins: () => database.steady((manager) => loadBulletins(manager, clock.now(), crypt)),
    guarantees: () => database.steady((manager) => loadGuarantees(manager, clock.now(), crypt)),
    reporter: async (key) => {
      const row = await database.steady((manager) => manager.findOneBy(ReporterTable, { key: fit(key) }));
      if (row === null) return null;
      const phone = row.phone === null ? null : crypt.openWords(row.phone);
      return { name: crypt.openWords(row.name), unit: row.unit, phone };
    },
  };
}
