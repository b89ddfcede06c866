import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SayClass, TicketState } from '../model.js';
import { turnOf, type Waiting } from './queue-order.js';

let seq = 0;
const message = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  id,
  seq: (seq += 1),
  class: 'info',
  ticket: null,
  notBefore: 0,
  wanted: null,
  foldKey: null,
  ...change,
});
const NONE = new Map<string, { state: TicketState; round: number }>();
const next = (waiting: readonly Waiting[], now = 10) => turnOf(waiting, NONE, now).next;

/** Everything in the order in which it would be sent. */
const drain = (waiting: readonly Waiting[]): string[] => {
  const turn = next(waiting);
  return turn.kind === 'say' ? [turn.id, ...drain(waiting.filter(({ id }) => id !== turn.id))] : [];
};

describe('whose turn it is', () => {
  test('by class, then in the order of making', () => {
    const classes: SayClass[] = ['info', 'reminder', 'receipt', 'ping', 'urgent-ping', 'info', 'urgent-ping'];
    expect(drain(classes.map((one, n) => message(`${n}`, { class: one })))).toEqual([
      '4',
      '6',
      '3',
      '2',
      '1',
      '0',
      '5',
    ]);
  });

  test('never past an earlier message of the same ticket; what blocks a ping is as urgent', () => {
    const waiting = [
      message('other', { class: 'receipt', ticket: 'B' }),
      message('receipt', { class: 'receipt', ticket: 'A' }),
      message('ping', { class: 'urgent-ping', ticket: 'A' }),
      message('free', { class: 'ping' }),
    ];
    expect(drain(waiting)).toEqual(['receipt', 'ping', 'free', 'other']);
  });

  test('a message that waits for its next try holds back its own ticket, not the others', () => {
    const waiting = [
      message('late', { ticket: 'A', notBefore: 50 }),
      message('after', { ticket: 'A', class: 'urgent-ping' }),
      message('free', { ticket: 'B' }),
    ];
    expect(next(waiting)).toMatchObject({ kind: 'say', id: 'free' });
    expect(next(waiting.slice(0, 2))).toEqual({ kind: 'wait', until: 50 });
    expect(next(waiting, 50)).toMatchObject({ kind: 'say', id: 'late' });
    expect(next([])).toEqual({ kind: 'empty' });
  });

  test('what is not wanted any more is dropped on the way, with its reason, and frees what stood behind it', () => {
    const wanted = (ticket: string, round: number | null) => ({ ticket, states: ['offered'] as const, round });
    const waiting = [
      message('1', { ticket: 'A', wanted: wanted('A', null), class: 'ping' }),
      message('2', { ticket: 'B', wanted: wanted('B', 1), class: 'ping' }),
      message('3', { ticket: 'C', wanted: wanted('C', null), class: 'ping' }),
      message('4', { ticket: 'A' }),
      message('5', { ticket: 'B', wanted: wanted('B', 1) }),
    ];
    const standings = new Map([
      ['A', { state: 'accepted', round: 1 } as const],
      ['B', { state: 'offered', round: 2 } as const],
    ]);
    const turn = turnOf(waiting, standings, 10);
    expect(turn.drop).toEqual([
      { id: '1', reason: 'its ticket is accepted' },
      { id: '2', reason: 'its ticket is in round 2' },
      { id: '3', reason: 'its ticket is not there' },
    ]);
    expect(turn.next).toMatchObject({ kind: 'say', id: '4' });
  });

  test('everything is sent once, each ticket in its own order', () => {
    const one = fc.record({
      class: fc.constantFrom<SayClass>('urgent-ping', 'ping', 'receipt', 'reminder', 'info'),
      ticket: fc.constantFrom('A', 'B', 'C', null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 15 }), (all) => {
        const waiting = all.map((change, n) => message(`${n}`, change));
        const order = drain(waiting);
        expect([...order].sort()).toEqual(waiting.map(({ id }) => id).sort());
        for (const ticket of ['A', 'B', 'C']) {
          const own = waiting.filter((m) => m.ticket === ticket).map(({ id }) => id);
          expect(order.filter((id) => own.includes(id))).toEqual(own);
        }
      }),
    );
  });

  test('what folds goes together, in the order of making, but not past a message of its ticket that stays behind', () => {
    const fold = (id: string, ticket: string, change: Partial<Waiting> = {}): Waiting =>
      message(id, { class: 'receipt', foldKey: 'joins', ticket, ...change });
    const waiting = [
      fold('a', 'A'),
      fold('a2', 'A'),
      message('b-alone', { class: 'receipt', ticket: 'B' }),
      fold('b2', 'B'),
      fold('c', 'C', { foldKey: 'receipt' }),
      fold('d', 'D', { notBefore: 50 }),
      fold('e', 'E'),
    ];
    expect(next(waiting)).toEqual({ kind: 'say', id: 'a', mates: ['a2', 'e'] });
  });
});
