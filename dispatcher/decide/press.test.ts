import { describe, expect, it } from 'vitest';
import { STATES } from '../testing/tickets.js';
import { BUTTONS, areStale, factsOfPress, readButton } from './press.js';

const NO = 'TZ-20261123-0017';

describe('a button', () => {
  it.each(BUTTONS)('%s is read back as it was given', (kind) => {
    expect(readButton(`${kind}:${NO}`)).toEqual({ kind, no: NO });
  });

  it.each(['', ':', 'accept', 'take:1', `ACCEPT:${NO}`, `rate-6:${NO}`])('%j is none of ours', (id) => {
    expect(readButton(id)).toBeNull();
  });

  it('means what its words would, with the ticket’s number', () => {
    const meant = Object.fromEntries(BUTTONS.map((b) => [b, factsOfPress(b, NO).intent]));
    expect(meant).toEqual({
      accept: 'accept',
      decline: 'decline',
      arrive: 'arrive',
      resolve: 'resolve',
      resume: 'resume',
      'rate-1': 'feedback',
      'rate-2': 'feedback',
      'rate-3': 'feedback',
      'rate-4': 'feedback',
      'rate-5': 'feedback',
      relapse: 'urge',
      pick: 'query',
    });
    expect(factsOfPress('rate-4', NO)).toMatchObject({ rating: 4, tickets: [NO], words: '', relapse: false });
    expect(factsOfPress('relapse', NO)).toMatchObject({ relapse: true, rating: null });
  });
});

describe('a row of buttons', () => {
  const row = (...kinds: readonly string[]) => kinds.map((kind) => ({ id: `${kind}:${NO}` }));
  it.each([
    [
      ['accept', 'decline'],
      ['unassigned', 'offered'],
    ],
    [
      ['arrive', 'decline'],
      ['offered', 'accepted', 'suspended'],
    ],
    [['resolve'], ['accepted', 'arrived', 'suspended']],
    [['resume', 'resolve'], ['suspended']],
    [
      ['rate-5', 'rate-1', 'relapse'],
      ['resolved', 'closed'],
    ],
    [['pick'], STATES],
  ] as const)('%j means something while %j', (kinds, states) => {
    expect(STATES.filter((state) => !areStale(row(...kinds), NO, state))).toEqual(states);
  });

  it('that is not of this ticket alone is left', () => {
    expect(areStale([], NO, 'closed')).toBe(false);
    expect(areStale([{ id: 'confirm:SJ-20261123-01' }], NO, 'closed')).toBe(false);
    expect(areStale([...row('accept'), { id: 'accept:TZ-20261123-0018' }], NO, 'closed')).toBe(false);
  });
});
