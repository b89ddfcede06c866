import type { Decision } from '../decision.js';
import type { Scene } from '../decide/scene.js';
import type { Facts, Sender, Ticket } from '../model.js';
import type { Loaded } from '../ports.js';
import { HOUSE } from './house.js';
import { GROUP } from './tickets.js';
import { NOW } from './time.js';

/** What was loaded: these tickets, and nothing else. */
export const loadedOf = (tickets: readonly Ticket[] = [], change: Partial<Loaded> = {}): Loaded => ({
  now: NOW,
  tickets,
  quoted: null,
  loads: new Map(),
  talk: { draft: null, choice: null },
  nextNumber: 17,
  rota: [],
  guarantees: [],
  bulletins: [],
  incidents: [],
  storm: false,
  timer: null,
  ...change,
});

/** Somebody says something in the group, spoken to the bot; `loaded.now` is the scene's now. */
export const sceneOf = (
  sender: Sender,
  facts: Facts,
  tickets: readonly Ticket[] = [],
  change: Partial<Omit<Scene, 'loaded'>> & { readonly loaded?: Partial<Loaded> } = {},
): Scene => {
  const { loaded, ...rest } = change;
  const now = rest.now ?? NOW;
  return {
    now,
    house: HOUSE,
    loaded: loadedOf(tickets, { now, ...loaded }),
    sender,
    facts,
    text: facts.words === '' ? '（原话）' : facts.words,
    addressed: true,
    at: { chat: GROUP, replyTo: 'm1' },
    user: sender.staff ?? sender.key.slice(sender.key.indexOf(':') + 1),
    home: GROUP,
    ...rest,
  };
};

type Accepted = Extract<Decision, { kind: 'accepted' }>;
type Refused = Extract<Decision, { kind: 'refused' }>;

/** The decision as an accepted one. Throws where it was refused, saying why. */
export const acceptedOf = (decision: Decision): Accepted => {
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.kind}`);
  return decision;
};

/** Why it was refused. Throws where it was not. */
export const refusalOf = (decision: Decision): Refused['refusal'] => {
  if (decision.kind === 'accepted') throw new Error(`not refused: ${decision.note}`);
  return decision.refusal;
};

/** The only ticket a decision changed. Throws where it changed none or several. */
export const onlyAfter = (decision: Decision): Ticket => {
  const [first, ...others] = acceptedOf(decision).changes;
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} changes`);
  return first.after;
};

/** The kinds of what is said, in order. */
export const effectsOf = (decision: Decision): readonly string[] => acceptedOf(decision).effects.map((e) => e.kind);
