/** One message of an export after the other through the reading and deciding that a running bot would use. Nothing is sent or stored. */
import type { ChatRef } from '../../bot/gateway.js';
import { bareContext, contextOf } from '../../dispatcher/decide/context.js';
import { decideMessage } from '../../dispatcher/decide/message.js';
import type { House } from '../../dispatcher/decide/scene.js';
import type { Decision } from '../../dispatcher/decision.js';
import type { Context, Facts, Instant, Sender, Ticket } from '../../dispatcher/model.js';
import type { Spoken } from './chat.js';
import { createMemory } from './memory.js';
import { senderOf, type Keys } from './people.js';

export type Step = {
  readonly message: Spoken;
  readonly sender: Sender;
  readonly facts: Facts;
  readonly decision: Decision;
  /** New with this message. */
  readonly opened: readonly Ticket[];
};

export type Simulation = { step(message: Spoken): Step; forgotten(): number };

export type Simulated = {
  readonly house: House;
  readonly understand: (text: string, context: Context) => Facts;
  readonly botName: string;
  readonly keys: Keys;
};

const GROUP: ChatRef = { channel: 'playground', kind: 'group', id: 'replay' };

/** Text without the @ of the bot, as a gateway gives it, and whether the bot was spoken to. */
const heard = (text: string, botName: string): { readonly text: string; readonly addressed: boolean } => {
  const called = `@${botName}`;
  return text.includes(called)
    ? { text: text.replaceAll(called, '').trim(), addressed: true }
    : { text, addressed: false };
};

/**
 * An empty group. `step` takes the messages in their order; the clock is that of the messages and never goes back. Reporters' units
 * and numbers are learnt on the way, as in life; the bot's questions go unanswered, and deadlines do not ring.
 */
export const createSimulation = ({ house, understand, botName, keys }: Simulated): Simulation => {
  const memory = createMemory();
  let now: Instant = 0;
  return {
    forgotten: memory.forgotten,
    step: (message) => {
      now = Math.max(now, message.at);
      const key = keys(message.from);
      const sender = senderOf(message.from, key, house.staff, memory.learnt(key));
      const { text, addressed } = heard(message.text, botName);
      const first = understand(text, bareContext(sender, addressed));
      const loaded = memory.load(now, sender, first);
      const named = first.unit === null ? first.units : [first.unit];
      const facts = understand(text, contextOf(loaded, sender, addressed, house.policy, named));
      const at = { chat: GROUP, replyTo: null };
      const user = message.from.id ?? message.from.name;
      const decision = decideMessage({ now, house, loaded, sender, facts, text, addressed, at, user, home: GROUP });
      if (decision.kind === 'refused') return { message, sender, facts, decision, opened: [] };
      const before = new Set(loaded.tickets.map((ticket) => ticket.id));
      const opened = decision.changes.filter(({ after }) => !before.has(after.id)).map(({ after }) => after);
      memory.keep(now, sender.key, decision.changes, decision.talk, decision.learnt);
      return { message, sender, facts, decision, opened };
    },
  };
};
