import { describe, expect, it } from 'vitest';
import type { Asked, Scope } from '../model.js';
import { member, reporter } from '../testing/people.js';
import { ticketIn, type Extra } from '../testing/tickets.js';
import { questionFor } from './question.js';

const asked = (extra: Extra, several = false): Asked | null =>
  questionFor(ticketIn('offered', extra), reporter(), several);

describe('the one question that is still needed', () => {
  it('is the unit, then the place, then a number, then none', () => {
    expect(asked({ unit: null, place: null, phone: null })).toBe('unit');
    expect(asked({ place: null, phone: null })).toBe('location');
    expect(asked({ phone: null })).toBe('phone');
    expect(asked({})).toBeNull();
  });

  it('is not the unit where a machine room or several units are named', () => {
    expect(asked({ unit: null, room: '研修中心', place: null, phone: null })).toBe('phone');
    expect(asked({ unit: null, place: '漷县中学、张家湾中学', phone: null }, true)).toBe('phone');
  });

  it.each<[Scope, Asked]>([
    ['building', 'location'],
    ['floor', 'location'],
    ['rooms', 'location'],
    ['room', 'location'],
    ['terminal', 'location'],
    ['unknown', 'scope'],
    ['unit', 'phone'],
    ['unit-partly', 'phone'],
    ['region', 'phone'],
  ])('asks for the place only where one has to go there: %s → %s', (scope, expected) => {
    expect(asked({ scope, place: null, phone: null })).toBe(expected);
  });

  it('asks how far it reaches only while neither that nor the place is known', () => {
    expect(asked({ scope: 'unknown', phone: null })).toBe('phone');
    expect(asked({ scope: 'unknown', room: '研修中心', place: null, phone: null })).toBe('phone');
  });

  it('asks no colleague for a number', () => {
    expect(questionFor(ticketIn('offered', { phone: null }), member('suzhe'), false)).toBeNull();
  });
});
