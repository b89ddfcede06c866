/**
 * What the page knows, and telling the views when it changed.
 * @import { WireMessage, WireSample, WireSnapshot, WireTicket } from '../../wire.js'
 * @import { Seen } from './chats.js'
 * @import { Who } from './roles.js'
 */
import { BOT_PERSON, stranger } from './roles.js';
import { recall, remember } from './memory.js';

const kept = recall();
/** Messages that a page left open for days keeps. */
const LIMIT = 1500;

export const state = {
  loaded: false,
  online: false,
  playground: true,
  clockMoves: false,
  /** Server time minus the browser's, in ms. */
  offset: 0,
  /** @type {Map<string, WireMessage>} */
  messages: new Map(),
  /** @type {readonly WireTicket[]} */
  tickets: [],
  /** @type {readonly Who[]} */
  people: [],
  /** @type {readonly WireSample[]} */
  samples: [],
  /** Who speaks and looks. */
  me: kept.me,
  /** Ids typed in as strangers. @type {readonly string[]} */
  strangers: kept.strangers,
  /** @type {'group' | 'direct'} */
  chat: 'group',
  /** What a narrow page shows. @type {'chat' | 'board'} */
  pane: 'chat',
  /** @type {string | null} */
  replyTo: null,
  /** @type {Seen} */
  seen: kept.seen ?? { direct: {}, pings: {}, group: 0 },
};

/** @type {Set<() => void>} */
const views = new Set();
let due = false;

/** @param {() => void} view drawn at once and after every change */
export function draws(view) {
  views.add(view);
  view();
}

/** Changes something; the views are drawn once after all changes of a turn. @param {Partial<typeof state>} what */
export function change(what) {
  Object.assign(state, what);
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    for (const view of views) view();
    remember({ me: state.me, strangers: state.strangers, seen: state.seen });
  });
}

/** The server's time in ms. */
export const now = () => Date.now() + state.offset;

/** All messages, in order. */
export const allMessages = () => [...state.messages.values()].sort((a, b) => a.n - b.n);

/** @param {string} id @returns {Who} */
export function who(id) {
  if (id === BOT_PERSON.id) return BOT_PERSON;
  return state.people.find((person) => person.id === id) ?? stranger(id);
}

/** @param {string} now the server's time, ISO */
export const setClock = (now) => change({ offset: Date.parse(now) - Date.now() });

/** @param {WireMessage} message new or edited */
export function keepMessage(message) {
  state.messages.set(message.id, message);
  const oldest = state.messages.size > LIMIT ? state.messages.keys().next().value : undefined;
  if (oldest !== undefined) state.messages.delete(oldest);
  change({});
}

/** Everything anew. What was there before a page's first look is not news. @param {WireSnapshot} snapshot */
export function takeSnapshot(snapshot) {
  const last = snapshot.messages.at(-1)?.n ?? 0;
  const fresh = recall().seen === null || state.seen.group > last;
  setClock(snapshot.now);
  change({
    loaded: true,
    playground: snapshot.playground,
    clockMoves: snapshot.clockMoves,
    messages: new Map(snapshot.messages.map((message) => [message.id, message])),
    tickets: snapshot.tickets,
    ...(fresh && { seen: seenUpTo(snapshot.messages) }),
  });
}

/** @param {readonly WireMessage[]} messages @returns {Seen} */
function seenUpTo(messages) {
  const last = messages.at(-1)?.n ?? 0;
  const ids = new Set(messages.flatMap(({ to, mentions }) => [...(to ? [to] : []), ...mentions]));
  const all = Object.fromEntries([...ids].map((id) => [id, last]));
  return { direct: all, pings: { ...all }, group: last };
}
