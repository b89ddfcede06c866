/** @import { WireMessage, WireTicket } from '../../wire.js' */
import { describe, expect, it } from 'vitest';
import * as chats from '../../web/js/chats.js';

/** @param {number} n @param {string} from @param {Partial<WireMessage>} [rest] @returns {WireMessage} */
const message = (n, from, rest) => ({ id: `m${n}`, n, at: '', from, text: '', mentions: [], ...rest });

const MESSAGES = [
  message(1, 'wang'),
  message(2, 'bot', { mentions: ['zhao'] }),
  message(3, 'bot', { to: 'zhao' }),
  message(4, 'zhao', { to: 'bot' }),
  message(5, 'lead', { mentions: ['zhao', 'bot', 'lead'] }),
  message(6, 'bot', { to: 'wang' }),
];
const NOTHING = { direct: {}, pings: {}, group: 0 };

describe('chats', () => {
  it('are the group, or one person’s with the bot', () => {
    const ids = (/** @type {'group' | 'direct'} */ chat, /** @type {string} */ me) =>
      chats.messagesOf(MESSAGES, chat, me).map(({ n }) => n);
    expect(ids('group', 'zhao')).toEqual([1, 2, 5]);
    expect(ids('direct', 'zhao')).toEqual([3, 4]);
    expect(ids('direct', 'wang')).toEqual([6]);
  });

  it('count what the bot said and the person has not read, the latest chat first', () => {
    expect(chats.directChats(MESSAGES, NOTHING)).toEqual([
      { id: 'wang', unread: 1, last: 6 },
      { id: 'zhao', unread: 1, last: 4 },
    ]);
    expect(chats.directChats(MESSAGES, { ...NOTHING, direct: { zhao: 3 } })[1]?.unread).toBe(0);
  });
});

it('pings are of others in the group, until one has looked', () => {
  expect(chats.openPings(MESSAGES, NOTHING)).toEqual([{ id: 'zhao', count: 2, message: 'm5', n: 5 }]);
  expect(chats.openPings(MESSAGES, { ...NOTHING, pings: { zhao: 2 } })[0]?.count).toBe(1);
  expect(chats.openPings(MESSAGES, { ...NOTHING, pings: { zhao: 5 } })).toEqual([]);
});

/** @param {string} no @param {Partial<WireTicket>} rest @returns {WireTicket} */
const ticket = (no, rest) => ({
  no,
  unit: null,
  place: null,
  level: 2,
  state: 'offered',
  assignee: null,
  reportedAt: '2026-11-22T10:00:00.000+08:00',
  dueAt: null,
  fault: '',
  clocks: [],
  assigneeName: null,
  stateName: '',
  ...rest,
});
const time = (/** @type {string} */ hm) => `2026-11-22T${hm}:00.000+08:00`;
/** @param {string} due @param {boolean} [done] */
const clock = (due, done = false) => ({ kind: /** @type {const} */ ('accept'), due: time(due), done, late: false });
const NOW = Date.parse(time('12:00'));

describe('tickets', () => {
  it('stand by level, then by what is due first', () => {
    const all = [
      ticket('c', { level: 2 }),
      ticket('b', { level: 2, dueAt: time('13:00') }),
      ticket('d', { level: 3, dueAt: time('11:00') }),
      ticket('a', { level: 1, dueAt: time('15:00') }),
    ];
    expect(chats.inOrder(all).map(({ no }) => no)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('have a next deadline among what still runs', () => {
    const all = [
      ticket('a', { clocks: [clock('11:00'), clock('12:30', true), clock('14:00')] }),
      ticket('b', { clocks: [clock('12:10')], state: 'suspended' }),
    ];
    expect(chats.nextDeadline(all, NOW)).toBe(Date.parse(time('14:00')));
    expect(chats.nextDeadline([], NOW)).toBeNull();
  });

  it('are overdue when a promise was not kept, but not while suspended', () => {
    const late = { clocks: [clock('11:59')] };
    expect(chats.overdue(ticket('a', late), NOW)).toBe(true);
    expect(chats.overdue(ticket('a', { ...late, state: 'suspended' }), NOW)).toBe(false);
    expect(chats.overdue(ticket('a', { clocks: [clock('11:59', true)] }), NOW)).toBe(false);
  });
});
