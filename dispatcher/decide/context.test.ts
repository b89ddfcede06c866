import { describe, expect, it } from 'vitest';
import type { Context, Sender, Ticket } from '../model.js';
import type { Loaded } from '../ports.js';
import { factsOf } from '../testing/facts.js';
import { POLICY } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { loadedOf } from '../testing/scenes.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { bareContext, contextOf } from './context.js';
import { MINUTE } from './time.js';

const context = (tickets: readonly Ticket[], sender: Sender = reporter(), change: Partial<Loaded> = {}): Context =>
  contextOf(loadedOf(tickets, change), sender, true, POLICY);

describe('what is known beside the words', () => {
  it.each(STATES)('an engineer’s assignment when his ticket is %s', (state) => {
    const expected =
      state === 'offered' ? 'offered' : ['accepted', 'arrived', 'suspended'].includes(state) ? 'working' : 'none';
    expect(context([ticketIn(state)], member('zhaogaobin')).assignment).toBe(expected);
    expect(context([ticketIn(state)], member('dongyayang')).assignment).toBe('none');
  });

  it('still takes words of one who finished by a button for his account', () => {
    expect(context([ticketIn('resolved', { resolution: '' })], member('zhaogaobin')).assignment).toBe('working');
  });

  it('an offer waits before work goes on', () => {
    const both = [ticketIn('accepted'), ticketIn('offered', { no: 'TZ-20261123-0018' })];
    expect(context(both, member('zhaogaobin')).assignment).toBe('offered');
  });

  it.each(STATES)('a reporter’s ticket that is %s', (state) => {
    const open = ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'].includes(state);
    const expected = open ? 'open' : state === 'resolved' || state === 'closed' ? 'finished' : 'none';
    expect(context([ticketIn(state)]).ticket).toBe(expected);
    expect(context([ticketIn(state)], reporter('li')).ticket).toBe('none');
  });

  it.each([
    ['dispatch', 'dispatch'],
    ['brief', 'dispatch'],
    ['reminder', 'reminder'],
    ['beat', 'reminder'],
    ['suspend-check', 'reminder'],
    ['breach', 'reminder'],
    ['receipt', 'other'],
  ])('a reply to a %s is a reply to a %s', (kind, expected) => {
    expect(context([], reporter(), { quoted: { ticket: null, kind } }).replyTo).toBe(expected);
  });

  it('a choice is asked before a ticket’s question, and a draft last', () => {
    const choice = { facts: factsOf('urge'), options: [], at: NOW - 10 * MINUTE };
    const draft = { unit: null, location: '三楼', phone: null, at: NOW - 5 * MINUTE };
    const asks = ticketIn('offered', { asked: 'phone' });
    expect(context([asks], reporter(), { talk: { choice, draft } }).asked).toBe('choice');
    expect(context([asks], reporter(), { talk: { choice: { ...choice, at: choice.at - 1 }, draft } }).asked).toBe(
      'phone',
    );
    expect(context([], reporter(), { talk: { choice: null, draft } }).asked).toBe('fault');
    expect(context([], reporter(), { talk: { choice: null, draft: { ...draft, at: draft.at - 1 } } }).asked).toBeNull();
  });

  it('another’s question is not asked of the sender', () => {
    expect(context([ticketIn('offered', { asked: 'phone' })], reporter('li')).asked).toBeNull();
  });

  it('is bare before anything is loaded', () => {
    expect(bareContext(reporter(), false)).toMatchObject({
      role: 'reporter',
      addressed: false,
      assignment: 'none',
      ticket: 'none',
    });
  });
});
