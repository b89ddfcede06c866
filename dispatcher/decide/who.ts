import type { ChannelId } from '../../bot/gateway.js';
import type { Staff, Ticket, UnitName } from '../model.js';
import type { KnownPerson } from '../ports.js';
import type { DeskFault } from './desk-decision.js';

/** What the words and what comes with them tell of whom they mean. */
export type Pointer = {
  readonly channel: ChannelId;
  readonly id: string | null;
  readonly name: string | null;
  /** User ids that the message mentions. */
  readonly mentions: readonly string[];
  /** Who wrote the message that is quoted, where that is no word of the bot's. */
  readonly author: string | null;
  /** The ticket that the quoted message of the bot is about. */
  readonly quoted: Ticket | null;
};

/** Somebody outside the roster. */
export type Person = KnownPerson;

const blank = (key: string): Person => ({ key, name: '', unit: null, phone: null });

const known = (key: string, people: readonly Person[]): Person => people.find((p) => p.key === key) ?? blank(key);

/** Everybody of this name, each once: those known, and those whose tickets are open. On this channel first. */
const called = (name: string, { channel }: Pointer, people: readonly Person[], open: readonly Ticket[]) => {
  const reporting = open
    .filter((t) => t.caller === null && t.reporter.name === name && !t.reporter.key.startsWith('staff:'))
    .map((t) => ({ ...known(t.reporter.key, people), name }));
  const all = [...people.filter((p) => p.name === name), ...reporting];
  const once = all.filter((p, i) => all.findIndex((other) => other.key === p.key) === i);
  const here = once.filter((p) => p.key.startsWith(`${channel}:`));
  return here.length > 0 ? here : once;
};

/** The one whom a mention, a quote, an id or else a name means; a fault where nobody or several are. */
export const whoIs = (
  pointer: Pointer,
  people: readonly Person[],
  open: readonly Ticket[],
  staff: readonly Staff[],
): Person | DeskFault => {
  const { channel, mentions, author, quoted, name } = pointer;
  const written = mentions.length === 1 ? (mentions[0] ?? null) : null;
  const id = written ?? pointer.id ?? author;
  if (id !== null) {
    const member = staff.find((s) => s.ids[channel] === id);
    return member === undefined ? known(`${channel}:${id}`, people) : { kind: 'staff', name: member.name };
  }
  const member = staff.find((s) => s.name === name);
  if (member !== undefined) return { kind: 'staff', name: member.name };
  if (quoted !== null && quoted.caller === null && !quoted.reporter.key.startsWith('staff:'))
    return { ...known(quoted.reporter.key, people), name: quoted.reporter.name };
  if (name === null) return { kind: 'nobody', name: '' };
  const [only, ...others] = called(name, pointer, people, open);
  if (only === undefined) return { kind: 'nobody', name };
  if (others.length === 0) return only;
  const options = [only, ...others].map(({ unit }): { name: string; unit: UnitName | null } => ({ name, unit }));
  return { kind: 'several-people', name, options };
};
