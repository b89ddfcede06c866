/** A record on a test store, with what most tests do with it. */
import type { Budget } from '../../../bot/gateway.js';
import type { Store } from '../../../entities/store.js';
import type { TicketState } from '../../model.js';
import type { Claimed, Loaded, Need, Outcome, Said, Settled } from '../../ports.js';
import type { DispatchRecord } from '../create-record.js';
import { emptyTables, testClock, testRecord, type TestClock } from '../testing.js';
import { changed, inbound, inState, LANE, need, outcome, reported, said } from './samples.js';

export const BUDGET: Budget = { perSecond: null, perMinute: 1_000, perHour: null };

export type Rig = {
  readonly clock: TestClock;
  readonly record: DispatchRecord;
  /** Keeps a message of this platform id; gives its row's id. */
  keep(messageId: string): Promise<string>;
  /** Decides on a fresh message. */
  decide(need: Need, decide: (loaded: Loaded) => Outcome): Promise<Settled>;
  /** A message that makes a ticket with the day's next number, the id `ID-<messageId>`, one timer and one message to the group. */
  report(messageId: string, change?: Parameters<typeof inState>[1], state?: TicketState): Promise<Settled>;
  /** What a decision with this need sees. */
  see(need: Partial<Need>): Promise<Loaded>;
  /** Puts messages into the outbox. */
  say(...says: readonly Partial<Said>[]): Promise<void>;
  /** Claims from a lane what has to be there. */
  claim(lane?: string, holder?: string): Promise<Claimed>;
  /** Every row of a table, as the database has it. */
  rows(table: string): Promise<readonly Record<string, unknown>[]>;
};

/** Empties the store and opens a record on it. */
export async function openRig(store: Store): Promise<Rig> {
  await emptyTables(store);
  const clock = testClock();
  const record = testRecord(store, { clock });
  let made = 0;
  const keep: Rig['keep'] = async (messageId) => (await record.recorder.keepMessage(inbound({ messageId }))).id;
  const decide: Rig['decide'] = async (wanted, decision) => {
    const id = await keep(`fresh-${(made += 1)}`);
    return record.recorder.decide({ kind: 'message', id }, wanted, decision);
  };
  return {
    clock,
    record,
    keep,
    decide,
    report: async (messageId, change = {}, state = 'offered') =>
      record.recorder.decide({ kind: 'message', id: await keep(messageId) }, need({ numbers: true }), (loaded) => {
        const no = `TZ-20261123-${String(loaded.nextNumber).padStart(4, '0')}`;
        const ticket = inState(state, { id: `ID-${messageId}`, no, ...change });
        const timers = [{ key: 'accept:1', kind: 'accept-due', due: loaded.now + 5 * 60_000 }] as const;
        return outcome({ changes: [changed(ticket, [reported(ticket)], timers)], says: [said({ ticket: ticket.id })] });
      }),
    see: async (wanted) => {
      const seen: Loaded[] = [];
      await decide(need(wanted), (loaded) => {
        seen.push(loaded);
        return outcome();
      });
      const [loaded] = seen;
      if (loaded === undefined) throw new Error('decide was not called');
      return loaded;
    },
    say: async (...says) => {
      await decide(need(), () => outcome({ says: says.map((change) => said(change)) }));
    },
    claim: async (lane = LANE, holder = 'w1') => {
      const claim = await record.outbox.claim(lane, BUDGET, holder, 60_000);
      if (claim.kind !== 'say') throw new Error(`nothing to claim: ${claim.kind}`);
      return claim.message;
    },
    rows: (table) => store.dataSource.createQueryBuilder().select('*').from(table, 'row').getRawMany(),
  };
}

/** The last four digits of what was loaded. */
export const shortNumbers = (loaded: Loaded): string[] => loaded.tickets.map(({ no }) => no.slice(-4));
