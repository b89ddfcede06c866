import type { Decision } from '../decision.js';
import type { Facts, Intent, Refusal, TicketState } from '../model.js';

/** What a button does; its id is `KIND:NUMBER` (gateway.ts: at most 64 bytes). */
export const BUTTONS = [
  'accept',
  'decline',
  'arrive',
  'resolve',
  'resume',
  'rate-1',
  'rate-2',
  'rate-3',
  'rate-4',
  'rate-5',
  'relapse',
  'pick',
] as const;
export type ButtonKind = (typeof BUTTONS)[number];

/** A button's kind and ticket number; null where it is none of ours (an older version's, a forged one). */
export const readButton = (id: string): { readonly kind: ButtonKind; readonly no: string } | null => {
  const cut = id.indexOf(':');
  const kind = BUTTONS.find((b) => b === id.slice(0, cut));
  return kind === undefined ? null : { kind, no: id.slice(cut + 1) };
};

const meaning = (
  kind: ButtonKind,
): { readonly intent: Intent; readonly rating: number | null; readonly relapse: boolean } => {
  const plain = (intent: Intent): { intent: Intent; rating: null; relapse: false } => ({
    intent,
    rating: null,
    relapse: false,
  });
  switch (kind) {
    case 'accept':
    case 'decline':
    case 'arrive':
    case 'resolve':
    case 'resume':
      return plain(kind);
    case 'rate-1':
    case 'rate-2':
    case 'rate-3':
    case 'rate-4':
    case 'rate-5':
      return { intent: 'feedback', rating: Number(kind.slice(-1)), relapse: false };
    case 'relapse':
      return { intent: 'urge', rating: null, relapse: true };
    case 'pick':
      // Without the question it answers, a choice only asks how that ticket stands.
      return plain('query');
  }
};

/** A press as facts: the same as if its words had been typed with the ticket's number. */
export const factsOfPress = (kind: ButtonKind, no: string): Facts => ({
  ...meaning(kind),
  command: null,
  faults: [],
  symptoms: [],
  amends: false,
  unit: null,
  units: [],
  room: null,
  location: null,
  phone: null,
  contact: null,
  began: null,
  tickets: [no],
  choice: null,
  bare: null,
  introduction: null,
  correction: null,
  target: null,
  words: '',
  confidence: 1,
  evidence: [],
});

/** In which states the first button of a message still does something; a choice is asked of any ticket. */
const WHILE: Readonly<Record<ButtonKind, readonly TicketState[] | null>> = {
  accept: ['unassigned', 'offered'],
  decline: ['offered', 'accepted', 'arrived'],
  arrive: ['offered', 'accepted', 'suspended'],
  resolve: ['accepted', 'arrived', 'suspended'],
  resume: ['suspended'],
  'rate-1': ['resolved', 'closed'],
  'rate-2': ['resolved', 'closed'],
  'rate-3': ['resolved', 'closed'],
  'rate-4': ['resolved', 'closed'],
  'rate-5': ['resolved', 'closed'],
  relapse: ['resolved', 'closed'],
  pick: null,
};

/** Has a message's row of buttons, all of this ticket, lost its reason with the state the ticket is in now? */
export const areStale = (buttons: readonly { readonly id: string }[], no: string, state: TicketState): boolean => {
  const read = buttons.map(({ id }) => readButton(id));
  const [first] = read;
  if (first === undefined || first === null || read.some((one) => one?.no !== no)) return false;
  return WHILE[first.kind]?.includes(state) === false;
};

/** Is what the button was for gone, for everybody who sees it? Then it goes away; what only this person may not do stays for others. */
export const isGone = (refusal: Refusal): boolean => refusal.kind === 'taken' || refusal.kind === 'not-in-state';

/** A press on a job that somebody else has by now is answered by who has it; typed words are told whose it is. */
export const pressed = (decision: Decision): Decision => {
  if (decision.kind !== 'refused' || decision.refusal.kind !== 'not-yours') return decision;
  const { ticket, act } = decision.refusal;
  const held = ticket.state === 'accepted' || ticket.state === 'arrived' || ticket.state === 'suspended';
  return held && act === undefined
    ? { kind: 'refused', refusal: { kind: 'taken', ticket, by: ticket.assignee } }
    : decision;
};
