import type { Asked, Context, Sender, Ticket, UnitName } from '../model.js';
import type { Policy } from '../policy.js';
import type { Loaded } from '../ports.js';
import { eventFor } from './guarantee-phase.js';
import { lapsedFrom } from './lifecycle.js';
import { isAsked, isOf } from './same-fault.js';
import { isOpen } from './sla.js';

/** Still to be worked on, or finished by a button and waiting for the account of the work. */
const unfinished = (ticket: Ticket): boolean =>
  isOpen(ticket) || (ticket.state === 'resolved' && ticket.resolution === '');

/** What waits for the sender's answer, or is at work. answers: the words can be the answer to a job whose time ran out for the sender. */
const assignment = (tickets: readonly Ticket[], sender: Sender, answers: boolean): Context['assignment'] => {
  const mine = tickets.filter(
    (t) => unfinished(t) && 'assignee' in t && sender.staff !== null && t.assignee === sender.staff,
  );
  if (mine.some((t) => t.state === 'offered')) return 'offered';
  if (mine.length > 0) return 'working';
  return answers && tickets.some((t) => lapsedFrom(t, sender.staff)) ? 'offered' : 'none';
};

const replied = (quoted: Loaded['quoted']): Context['replyTo'] => {
  switch (quoted?.kind) {
    case undefined:
      return 'none';
    case 'dispatch':
    case 'brief':
      return 'dispatch';
    case 'reminder':
    case 'beat':
    case 'suspend-check':
    case 'breach':
    case 'arrive-ask':
      return 'reminder';
    default:
      return 'other';
  }
};

/** What the bot asked this person last: a choice first, then the newest ticket that waits for an answer. */
const asked = (loaded: Loaded, sender: Sender, policy: Policy): Asked | null => {
  const { choice, draft } = loaded.talk;
  if (choice !== null && loaded.now - choice.at <= policy.choiceMs) return 'choice';
  const waiting = loaded.tickets.find((t) => isAsked(t, sender) && t.asked !== null);
  if (waiting !== undefined) return waiting.asked;
  return draft !== null && loaded.now - draft.at <= policy.draftMs ? 'fault' : null;
};

/**
 * What is known beside the words: who speaks, what waits for them, what they were asked, what they quote, and the guaranteed event of
 * the unit meant. named: the units that a first reading found in the words; where none, the sender's own is meant. answers: see assignment.
 */
export const contextOf = (
  loaded: Loaded,
  sender: Sender,
  addressed: boolean,
  policy: Policy,
  named: readonly UnitName[] = [],
  answers = false,
): Context => {
  const own = loaded.tickets.filter((t) => isOf(t, sender));
  return {
    role: sender.role,
    unit: sender.unit,
    addressed,
    assignment: assignment(loaded.tickets, sender, answers),
    replyTo: replied(loaded.quoted),
    ticket: own.some(isOpen)
      ? 'open'
      : own.some((t) => t.state === 'resolved' || t.state === 'closed')
        ? 'finished'
        : 'none',
    asked: asked(loaded, sender, policy),
    event: eventFor(loaded.guarantees, named.length === 0 && sender.unit !== null ? [sender.unit] : named, loaded.now),
  };
};

/** The context before anything is loaded: enough to see which tickets a message could need. */
export const bareContext = (sender: Sender, addressed: boolean): Context => ({
  role: sender.role,
  unit: sender.unit,
  addressed,
  assignment: 'none',
  replyTo: 'none',
  ticket: 'none',
  asked: null,
  event: null,
});
