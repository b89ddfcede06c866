/** What the replay remembers between messages: tickets, who said what of themselves, words said before a fault. Nothing is stored. */
import { REMEMBERED, handsOf } from '../../dispatcher/decide/hands.js';
import { isOf } from '../../dispatcher/decide/same-fault.js';
import { isOpen } from '../../dispatcher/decide/sla.js';
import { dayCode, HOUR } from '../../dispatcher/decide/time.js';
import type { Facts, Instant, Sender, Talk, Ticket, TicketId } from '../../dispatcher/model.js';
import type { Change } from '../../dispatcher/decision.js';
import type { Loaded } from '../../dispatcher/ports.js';
import type { Learnt } from './people.js';

/** A finished ticket still counts for this long (ports.ts, Need.person); an open one that nobody speaks of for longer is forgotten. */
const FINISHED: number = 48 * HOUR;
export const FORGOTTEN: number = 72 * HOUR;

const QUIET: Talk = { draft: null, choice: null };

export type Memory = {
  /** What a decision on this message would have loaded; the first reading names units and tickets. */
  load(now: Instant, sender: Sender, first: Facts): Loaded;
  /** Takes over what was decided. */
  keep(now: Instant, person: string, changes: readonly Change[], talk: Talk | null, learnt: Learnt | null): void;
  learnt(person: string): Learnt | null;
  /** Open tickets that were given up because nobody spoke of them again. */
  forgotten(): number;
};

/** An empty memory. */
export const createMemory = (): Memory => {
  const tickets = new Map<TicketId, { readonly ticket: Ticket; readonly heard: Instant }>();
  const numbers = new Map<string, number>();
  const talks = new Map<string, Talk>();
  const known = new Map<string, Learnt>();
  let forgotten = 0;

  const forget = (now: Instant): void => {
    for (const [id, { ticket, heard }] of tickets) {
      if (now - heard <= (isOpen(ticket) ? FORGOTTEN : FINISHED)) continue;
      tickets.delete(id);
      if (isOpen(ticket)) forgotten += 1;
    }
  };

  return {
    load: (now, sender, first) => {
      forget(now);
      const unit = first.unit ?? sender.unit;
      const sees = (t: Ticket): boolean =>
        isOf(t, sender) ||
        (sender.staff !== null && 'assignee' in t && t.assignee === sender.staff) ||
        (isOpen(t) && (first.command !== null || (unit !== null && t.unit === unit))) ||
        first.tickets.some((ref) => t.no === ref || t.no.endsWith(`-${ref}`));
      return {
        now,
        tickets: [...tickets.values()].flatMap(({ ticket }) => (sees(ticket) ? [ticket] : [])).reverse(),
        quoted: null,
        loads: handsOf(
          [...tickets.values()].map(({ ticket }) => ticket),
          now - REMEMBERED,
        ),
        talk: talks.get(sender.key) ?? QUIET,
        nextNumber: (numbers.get(dayCode(now)) ?? 0) + 1,
        rota: [],
        guarantees: [],
        bulletins: [],
        incidents: [],
        storm: false,
        timer: null,
      };
    },
    keep: (now, person, changes, talk, learnt) => {
      for (const { after } of changes) {
        if (!tickets.has(after.id) && after.no.includes(dayCode(now)))
          numbers.set(dayCode(now), Math.max(numbers.get(dayCode(now)) ?? 0, Number(after.no.slice(-4))));
        // Nobody in the export ever saw the bot's question, so nothing that follows is its answer.
        tickets.set(after.id, { ticket: { ...after, asked: null }, heard: now });
      }
      if (talk !== null) talks.set(person, { draft: talk.draft, choice: null });
      if (learnt !== null) known.set(person, learnt);
    },
    learnt: (person) => known.get(person) ?? null,
    forgotten: () => forgotten,
  };
};
