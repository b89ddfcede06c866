import { describe, expect, it } from 'vitest';
import type { Intent, Sender, Ticket, TicketState } from '../model.js';
import { KUOXIAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { loadedOf } from '../testing/scenes.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { targetOf } from './correlate.js';

const NO = (n: number): string => `TZ-20261123-${String(n).padStart(4, '0')}`;
const numbered = (n: number, state: TicketState, extra: Parameters<typeof ticketIn>[1] = {}): Ticket =>
  ticketIn(state, { no: NO(n), ...extra });

const engineer = member('zhaogaobin');

/** In short: the number found, `many`, or the kind. */
const found = (
  act: Intent,
  tickets: readonly Ticket[],
  sender: Sender,
  refs: readonly string[] = [],
  quoted?: string,
): string => {
  const loaded = loadedOf(tickets, quoted === undefined ? {} : { quoted: { ticket: quoted, kind: 'dispatch' } });
  const target = targetOf(act, refs, sender, loaded);
  if (target.kind === 'one') return target.ticket.no.slice(-4);
  return target.kind === 'many' ? target.tickets.map((t) => t.no.slice(-4)).join('|') : target.kind;
};

describe('the ticket an act is about', () => {
  it('is the one named, whole or by its last four digits, though it does not fit', () => {
    const tickets = [numbered(17, 'closed'), numbered(21, 'offered')];
    expect(found('accept', tickets, engineer, ['0017'])).toBe('0017');
    expect(found('accept', tickets, engineer, [NO(17)])).toBe('0017');
  });

  it('is the newest of two with the same digits', () => {
    const old = ticketIn('closed', { no: 'TZ-20261122-0017' });
    expect(found('urge', [numbered(17, 'offered'), old], reporter(), ['0017'])).toBe('0017');
  });

  it('is unknown where the number is nobody’s', () => {
    expect(found('accept', [numbered(17, 'offered')], engineer, ['0099'])).toBe('unknown-number');
    expect(found('accept', [numbered(17, 'offered')], engineer, ['99-0017'])).toBe('unknown-number');
  });

  it('is asked for where two are named, but not where one is named twice', () => {
    const tickets = [numbered(17, 'accepted'), numbered(21, 'accepted')];
    expect(found('arrive', tickets, engineer, ['0017', '0021'])).toBe('0017|0021');
    expect(found('arrive', tickets, engineer, ['0017', NO(17)])).toBe('0017');
  });

  it('is the one quoted, though it does not fit', () => {
    const tickets = [numbered(17, 'accepted'), numbered(21, 'accepted', { assignee: 'dongyayang' })];
    expect(found('arrive', tickets, engineer, [], NO(21))).toBe('0021');
  });

  it('is what the words name rather than what they quote', () => {
    const tickets = [numbered(17, 'accepted'), numbered(21, 'accepted')];
    expect(found('arrive', tickets, engineer, ['0017'], NO(21))).toBe('0017');
  });

  it('is never guessed between two that fit', () => {
    expect(found('accept', [numbered(17, 'offered'), numbered(21, 'offered')], engineer)).toBe('0017|0021');
    expect(found('urge', [numbered(17, 'offered'), numbered(21, 'arrived')], reporter())).toBe('0017|0021');
  });

  it('is the one that fits among several that do not', () => {
    const tickets = [
      numbered(17, 'offered'),
      numbered(18, 'accepted'),
      numbered(19, 'arrived'),
      numbered(20, 'suspended'),
    ];
    expect(found('accept', tickets, engineer)).toBe('0017');
    expect(found('resume', tickets, engineer)).toBe('0020');
    expect(found('suspend', tickets, engineer)).toBe('0017|0018|0019');
    expect(found('arrive', tickets, engineer)).toBe('0017|0018');
  });

  it('is a suspended one only where no running one can be meant', () => {
    const paused = numbered(20, 'suspended');
    expect(found('arrive', [paused], engineer)).toBe('0020');
    expect(found('decline', [paused], engineer)).toBe('0020');
    expect(found('arrive', [paused, numbered(18, 'accepted')], engineer)).toBe('0018');
  });

  it('takes the account of a bare 办结, and no second one', () => {
    expect(found('progress', [numbered(17, 'resolved', { resolution: '' })], engineer)).toBe('0017');
    expect(found('progress', [numbered(17, 'resolved')], engineer)).toBe('none');
  });
});

/** In which states an act fits its own person's only ticket. */
const FITS: Readonly<Record<string, readonly TicketState[]>> = {
  supplement: ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'],
  urge: ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'],
  query: ['unassigned', 'offered', 'accepted', 'arrived', 'suspended', 'resolved', 'closed'],
  cancel: ['unassigned', 'offered', 'accepted', 'arrived', 'suspended'],
  recovered: ['unassigned', 'offered', 'accepted', 'arrived', 'suspended', 'resolved'],
  feedback: ['resolved', 'closed'],
};

describe('which of a reporter’s tickets each act fits', () => {
  for (const [act, states] of Object.entries(FITS))
    it.each(STATES)(`${act}: %s`, (state) => {
      const expected = states.includes(state) ? '0017' : 'none';
      expect(found(act as Intent, [numbered(17, state)], reporter())).toBe(expected);
      const joined = numbered(17, state, { members: [{ key: 'playground:li', name: '李老师' }] });
      expect(found(act as Intent, [joined], reporter('li'))).toBe(expected);
      expect(found(act as Intent, [numbered(17, state)], reporter('zhao', { unit: KUOXIAN }))).toBe('none');
    });
});
