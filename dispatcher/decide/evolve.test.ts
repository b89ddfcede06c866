import { describe, expect, it } from 'vitest';
import type { Ticket, TicketEvent, TicketState } from '../model.js';
import { actor, member, reporter } from '../testing/people.js';
import { OWN_FIELDS, STATES, baseOf, ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { evolve } from './evolve.js';
import { HOUR } from './time.js';

const LATER = NOW + 3 * HOUR;
const engineer = actor(member('zhaogaobin'));
const told = actor(reporter());

type Kind = TicketEvent['kind'];

const EVENTS: Readonly<Record<Kind, TicketEvent>> = {
  reported: { kind: 'reported', at: LATER, by: told, ticket: ticketIn('unassigned', { why: 'unit' }), text: '断网' },
  supplemented: { kind: 'supplemented', at: LATER, by: told, text: '在四层', set: { place: '四层' } },
  corrected: { kind: 'corrected', at: LATER, by: told, set: { category: 'metro' }, why: '是城域网' },
  asked: { kind: 'asked', at: LATER, by: 'clock', what: 'phone' },
  joined: { kind: 'joined', at: LATER, by: told, member: { key: 'playground:li', name: '李老师' }, text: '我们也断' },
  offered: { kind: 'offered', at: LATER, by: 'clock', to: 'dongyayang', why: 'primary' },
  stranded: { kind: 'stranded', at: LATER, by: 'clock', why: 'everybody asked' },
  accepted: { kind: 'accepted', at: LATER, by: engineer },
  declined: { kind: 'declined', at: LATER, by: engineer, who: 'zhaogaobin', reason: '走不开' },
  arrived: { kind: 'arrived', at: LATER, by: engineer },
  progressed: { kind: 'progressed', at: LATER, by: engineer, text: '正在换' },
  suspended: { kind: 'suspended', at: LATER, by: engineer, reason: '等备件' },
  resumed: { kind: 'resumed', at: LATER, by: engineer },
  resolved: { kind: 'resolved', at: LATER, by: engineer, resolution: '换了' },
  recovered: { kind: 'recovered', at: LATER, by: told, text: '好了' },
  reopened: { kind: 'reopened', at: LATER, by: told, text: '还是不行' },
  urged: { kind: 'urged', at: LATER, by: told, text: '快点' },
  rated: { kind: 'rated', at: LATER, by: told, rating: { score: 5, words: '' } },
  closed: { kind: 'closed', at: LATER, by: 'clock' },
  cancelled: { kind: 'cancelled', at: LATER, by: told, reason: '误报' },
  merged: { kind: 'merged', at: LATER, by: 'clock', into: 'TZ-20261123-0001' },
  held: { kind: 'held', at: LATER, by: 'clock', plan: 'P1', until: LATER + HOUR, why: '停电' },
  unmerged: { kind: 'unmerged', at: LATER, by: engineer },
  left: { kind: 'left', at: LATER, by: engineer, members: ['playground:li'] },
  told: { kind: 'told', at: LATER, by: 'clock', timer: 'accept-warn:1' },
  gathered: { kind: 'gathered', at: LATER, by: 'clock', incident: 'SJ-20261123-01', part: 'member' },
  released: { kind: 'released', at: LATER, by: 'clock', why: '拆分' },
  restored: {
    kind: 'restored',
    at: LATER,
    by: engineer,
    work: { assignee: 'zhaogaobin', offeredAt: LATER, acceptedAt: LATER, arrivedAt: null },
    resolution: '换了',
  },
};
const KINDS = Object.keys(EVENTS) as readonly Kind[];

/** Events that move a ticket: from which states, and where to. From every other state they leave it as it is. */
const MOVES: Readonly<Partial<Record<Kind, Readonly<Partial<Record<TicketState, TicketState>>>>>> = {
  offered: every('offered', 'unassigned', 'offered', 'accepted', 'arrived', 'suspended'),
  stranded: every('unassigned', 'unassigned', 'offered', 'accepted', 'arrived', 'suspended'),
  accepted: every('accepted', 'unassigned', 'offered'),
  arrived: every('arrived', 'accepted', 'arrived', 'suspended'),
  suspended: every('suspended', 'accepted', 'arrived', 'suspended'),
  resumed: every('accepted', 'suspended'),
  resolved: every('resolved', 'accepted', 'arrived', 'suspended'),
  reopened: every('unassigned', 'resolved', 'closed'),
  rated: every('closed', 'resolved', 'closed'),
  closed: every('closed', 'resolved'),
  cancelled: every('cancelled', 'unassigned', 'offered', 'accepted', 'arrived', 'suspended'),
  gathered: every('unassigned', 'unassigned', 'offered', 'accepted', 'arrived', 'suspended'),
  held: every('unassigned', 'unassigned', 'offered', 'accepted', 'arrived', 'suspended'),
  unmerged: every('unassigned', 'merged'),
  merged: every('merged', 'unassigned', 'offered', 'accepted', 'arrived', 'suspended'),
};

function every(to: TicketState, ...from: readonly TicketState[]): Readonly<Partial<Record<TicketState, TicketState>>> {
  return Object.fromEntries(from.map((state) => [state, to]));
}

/** Has just the fields of its state, so that it cannot be misread. */
const isWhole = (ticket: Ticket): void => {
  const fields = [...Object.keys(baseOf()), 'state', ...OWN_FIELDS[ticket.state]].sort();
  expect(Object.keys(ticket).sort()).toEqual(fields);
};

describe('every event in every state', () => {
  for (const kind of KINDS)
    it.each(STATES)(`${kind} when %s`, (state) => {
      const before = ticketIn(state);
      const after = evolve(before, EVENTS[kind]);
      isWhole(after);
      const moves = MOVES[kind];
      if (kind === 'reported') expect(after).toEqual(EVENTS.reported.kind === 'reported' && EVENTS.reported.ticket);
      else if (moves === undefined) expect(after.state).toBe(state);
      else if (moves[state] === undefined) expect(after).toEqual(before);
      else expect(after.state).toBe(moves[state]);
    });
});

describe('what an event means', () => {
  it('starts a new accept clock with every offer, and hears the engineer from then on', () => {
    expect(evolve(ticketIn('offered'), EVENTS.offered)).toMatchObject({
      round: 2,
      assignee: 'dongyayang',
      offeredAt: LATER,
      heardAt: LATER,
    });
  });

  it('lets everybody be asked again once nobody was left', () => {
    expect(evolve(ticketIn('offered', { passed: ['zhaogaobin'] }), EVENTS.stranded)).toMatchObject({ passed: [] });
  });

  it('knows one who declined twice once', () => {
    expect(evolve(ticketIn('offered', { passed: ['zhaogaobin'] }), EVENTS.declined).passed).toEqual(['zhaogaobin']);
  });

  it('gives the ticket to whoever accepts it, also to a colleague', () => {
    const by = actor(member('dongyayang'));
    expect(evolve(ticketIn('offered'), { kind: 'accepted', at: LATER, by })).toMatchObject({
      assignee: 'dongyayang',
      offeredAt: NOW,
      acceptedAt: LATER,
    });
    expect(evolve(ticketIn('unassigned'), { kind: 'accepted', at: LATER, by })).toMatchObject({ offeredAt: LATER });
  });

  it('knows no acceptor in the clock or in a school', () => {
    const offered = ticketIn('offered');
    for (const by of ['clock', told] as const)
      expect(evolve(offered, { kind: 'accepted', at: LATER, by })).toBe(offered);
  });

  it('goes back from a pause to where it was', () => {
    const paused = ticketIn('suspended', { arrivedAt: NOW + HOUR });
    expect(evolve(paused, EVENTS.resumed)).toMatchObject({
      state: 'arrived',
      arrivedAt: NOW + HOUR,
      breaks: [{ to: LATER }],
    });
    expect(evolve(ticketIn('suspended'), EVENTS.resumed)).toMatchObject({ state: 'accepted', breaks: [{ to: LATER }] });
  });

  it.each(['arrived', 'resolved', 'offered', 'stranded', 'cancelled', 'merged'] as const)(
    'ends the pause when a suspended one is %s',
    (kind) => {
      const after = evolve(ticketIn('suspended'), EVENTS[kind]);
      expect(after.breaks).toEqual([{ from: expect.any(Number), to: LATER, reason: '等学校开门' }]);
    },
  );

  it('keeps the first words of a repair and takes later ones only where there were none', () => {
    expect(evolve(ticketIn('resolved', { resolution: '' }), EVENTS.progressed)).toMatchObject({ resolution: '正在换' });
    const done = ticketIn('resolved', { resolution: '换了' });
    expect(evolve(done, EVENTS.progressed)).toMatchObject({ resolution: '换了' });
  });

  it('opens a ticket again with fresh clocks and reminders, and with its history', () => {
    const closed = ticketIn('closed', {
      told: ['close:0'],
      passed: ['dongyayang'],
      breaks: [{ from: NOW, to: NOW + HOUR, reason: '等开门' }],
      members: [{ key: 'playground:li', name: '李老师' }],
    });
    expect(evolve(closed, EVENTS.reopened)).toMatchObject({
      no: closed.no,
      reportedAt: NOW,
      clockFrom: LATER,
      breaks: [],
      told: [],
      passed: [],
      reopened: 1,
      members: closed.members,
      asked: null,
    });
  });

  it('notes a timer that has spoken once, and hears the engineer asked for a word', () => {
    const beat: TicketEvent = { kind: 'told', at: LATER, by: 'clock', timer: `beat:${NOW}` };
    const once = evolve(ticketIn('accepted'), beat);
    expect(once).toMatchObject({ told: [beat.kind === 'told' && beat.timer], heardAt: LATER });
    expect(evolve(once, beat).told).toHaveLength(1);
    expect(evolve(ticketIn('accepted'), EVENTS.told).heardAt).toBe(NOW);
  });

  it('keeps the day of closing when the rating is corrected', () => {
    const closed = ticketIn('closed');
    expect(evolve(closed, EVENTS.rated)).toMatchObject({
      closedAt: closed.state === 'closed' && closed.closedAt,
      rating: { score: 5 },
    });
  });

  it('waits for no answer any more when it is finished or withdrawn', () => {
    for (const [kind, state] of [
      ['closed', 'resolved'],
      ['rated', 'resolved'],
      ['cancelled', 'offered'],
      ['merged', 'offered'],
    ] as const)
      expect(evolve(ticketIn(state, { asked: 'phone' }), EVENTS[kind]).asked).toBeNull();
  });
});
