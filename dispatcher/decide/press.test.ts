import { describe, expect, it } from 'vitest';
import { BUTTONS, factsOfPress, readButton } from './press.js';

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
