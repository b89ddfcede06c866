/**
 * Which chat a message belongs to, what is unread, who was pinged. Pure.
 * @import { WireMessage, WireTicket } from '../../wire.js'
 * @typedef {{ direct: Record<string, number>, pings: Record<string, number>, group: number }} Seen up to which `n`, by person
 */

export const BOT = 'bot';

/** The person whose direct chat with the bot this is in; null for the group. @param {WireMessage} message */
export function directOf(message) {
  if (message.to === undefined) return null;
  return message.from === BOT ? message.to : message.from;
}

/**
 * The messages of one chat.
 * @param {readonly WireMessage[]} messages
 * @param {'group' | 'direct'} chat
 * @param {string} me
 */
export function messagesOf(messages, chat, me) {
  return messages.filter((message) => directOf(message) === (chat === 'group' ? null : me));
}

/**
 * Direct chats there are, the one spoken in last first, with what the person has not read.
 * @param {readonly WireMessage[]} messages
 * @param {Seen} seen
 * @returns {{ id: string, unread: number, last: number }[]}
 */
export function directChats(messages, seen) {
  /** @type {Map<string, { id: string, unread: number, last: number }>} */
  const chats = new Map();
  for (const message of messages) {
    const id = directOf(message);
    if (id === null) continue;
    const chat = chats.get(id) ?? { id, unread: 0, last: 0 };
    if (message.from === BOT && message.n > (seen.direct[id] ?? 0)) chat.unread += 1;
    chat.last = Math.max(chat.last, message.n);
    chats.set(id, chat);
  }
  return [...chats.values()].sort((a, b) => b.last - a.last);
}

/**
 * Who was mentioned in the group and has not looked since: how often, and in which message last. The latest ping first.
 * @param {readonly WireMessage[]} messages
 * @param {Seen} seen
 * @returns {{ id: string, count: number, message: string, n: number }[]}
 */
export function openPings(messages, seen) {
  /** @type {Map<string, { id: string, count: number, message: string, n: number }>} */
  const pings = new Map();
  for (const message of messages) {
    if (directOf(message) !== null) continue;
    for (const id of message.mentions) {
      if (id === BOT || id === message.from || message.n <= (seen.pings[id] ?? 0)) continue;
      pings.set(id, { id, count: (pings.get(id)?.count ?? 0) + 1, message: message.id, n: message.n });
    }
  }
  return [...pings.values()].sort((a, b) => b.n - a.n);
}

/**
 * Open tickets in the order of work: level, then what is due first; without a running deadline last.
 * @param {readonly WireTicket[]} tickets
 */
export function inOrder(tickets) {
  /** @param {WireTicket} ticket */
  const due = (ticket) => (ticket.dueAt === null ? Infinity : Date.parse(ticket.dueAt));
  return [...tickets].sort((a, b) => a.level - b.level || due(a) - due(b) || a.no.localeCompare(b.no));
}

/** A suspended ticket's clocks stand. @param {WireTicket} ticket */
export const standing = (ticket) => ticket.state === 'suspended';

/**
 * The next deadline of all that still runs, in ms; null where none does.
 * @param {readonly WireTicket[]} tickets
 * @param {number} now
 */
export function nextDeadline(tickets, now) {
  const dues = tickets
    .filter((ticket) => !standing(ticket))
    .flatMap((ticket) => ticket.clocks.filter((clock) => !clock.done).map((clock) => Date.parse(clock.due)))
    .filter((due) => due > now);
  return dues.length === 0 ? null : Math.min(...dues);
}

/**
 * True where one of the ticket's deadlines has passed unmet.
 * @param {WireTicket} ticket
 * @param {number} now
 */
export const overdue = (ticket, now) =>
  !standing(ticket) && ticket.clocks.some((clock) => !clock.done && Date.parse(clock.due) < now);
