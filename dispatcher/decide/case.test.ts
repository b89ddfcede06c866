import { describe, expect, it } from 'vitest';
import type { Ticket } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { member, reporter } from '../testing/people.js';
import { sceneOf } from '../testing/scenes.js';
import { ticketIn, type Extra } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { decideGrade, decideMerge, decideSplit } from './case.js';
import type { DeskDecision } from './desk-decision.js';
import { evolve, evolveAll } from './evolve.js';

const desk = member('suzhe');
const one = (extra: Extra = {}): Ticket => ticketIn('offered', { no: 'TZ-20261123-0001', ...extra });
const other = (extra: Extra = {}): Ticket =>
  ticketIn('accepted', {
    no: 'TZ-20261123-0002',
    assignee: 'dongyayang',
    reporter: { key: 'playground:li', name: '李老师', chat: one().home, user: 'li' },
    ...extra,
  });
const scene = (...tickets: readonly Ticket[]) => sceneOf(desk, factsOf('chatter'), tickets);
const afterOf = (decision: DeskDecision, no: string) => decision.changes.find((c) => c.after.no.endsWith(no));
const faultOf = ({ desk: [first] }: DeskDecision) => (first?.kind === 'fault' ? first.fault.kind : null);
const merge = { kind: 'merge', from: '0002', into: '0001' } as const;

describe('merging', () => {
  it('ends the one with its timers, and its reporter joins the other', () => {
    const decision = decideMerge(scene(one(), other()), merge);
    expect(afterOf(decision, '0002')).toMatchObject({ timers: [], after: { state: 'merged', into: one().id } });
    expect(afterOf(decision, '0001')?.after.members).toEqual([
      { key: 'playground:li', name: '李老师', with: other().id },
    ]);
    expect(decision.effects).toMatchObject([
      { kind: 'passed-on', what: 'gathered', to: 'dongyayang' },
      { kind: 'passed-on', what: 'supplement', to: 'zhaogaobin' },
    ]);
  });

  it('carries the graver level and a missing number over', () => {
    const decision = decideMerge(scene(one({ phone: null }), other({ level: 1 })), merge);
    expect(afterOf(decision, '0001')?.after).toMatchObject({ level: 1, phone: '13800138001' });
    expect(decision.effects.at(-1)).toMatchObject({ kind: 'raised', from: 2 });
  });

  it.each([
    ['no-such-ticket', [one()]],
    ['not-open', [one(), ticketIn('closed', { no: other().no })]],
    ['in-incident', [one({ incident: { id: 'SJ-20261123-01', part: 'head', since: NOW } }), other()]],
    ['other-way', [ticketIn('unassigned', { no: one().no, unit: null, why: 'unit' }), other()]],
  ] as const)('is refused: %s', (kind, tickets) => {
    const decision = decideMerge(scene(...tickets), merge);
    expect([faultOf(decision), decision.changes]).toEqual([kind, []]);
  });
});

describe('splitting', () => {
  it('undoes a merger: dispatched anew, the members that came with it go', () => {
    const done = decideMerge(scene(one(), other()), merge);
    const both = done.changes.map(({ after }) => after);
    const decision = decideSplit(scene(...both), { kind: 'split', ref: '0002', what: '' }, null);
    expect(afterOf(decision, '0002')?.after.state).toBe('offered');
    expect(afterOf(decision, '0001')?.after.members).toEqual([]);
    const named = decideSplit(scene(...both), { kind: 'split', ref: '0001', what: '李老师' }, null);
    expect(afterOf(named, '0002')?.after.state).toBe('offered');
  });

  it('makes a ticket of a second fault, told by whoever told the first', () => {
    const facts = factsOf('report', {
      faults: [
        {
          ...{ severity: 3, category: 'surveillance', scope: 'room', location: '门卫室', summary: '监控离线' },
          reason: { words: '', meaning: '' },
        },
      ],
    });
    const order = { kind: 'split', ref: '0001', what: '门卫室监控黑屏' } as const;
    const decision = decideSplit(scene(one()), order, { facts, member: null, text: order.what });
    const [change, ...others] = decision.changes;
    expect(others).toEqual([]);
    expect(change?.after).toMatchObject({ category: 'surveillance', unit: one().unit, phone: '13800138001' });
    expect(change?.after.reporter).toMatchObject({ key: 'playground:wang', user: 'wang' });
    expect(change?.events[0]?.by).toMatchObject({ name: '王老师', via: { key: desk.key } });
  });

  it('is refused where the words are neither, and of what is finished', () => {
    const order = { kind: 'split', ref: '0001', what: '那个' } as const;
    expect(faultOf(decideSplit(scene(one()), order, null))).toBe('split-what');
    expect(faultOf(decideSplit(scene(ticketIn('closed', { no: one().no })), order, null))).toBe('not-open');
    expect(faultOf(decideSplit(scene(), order, null))).toBe('no-such-ticket');
  });
});

describe('the level by word', () => {
  const grade = (way: 'raise' | 'lower', level: 1 | 2 | 3) =>
    decideGrade(scene(one()), { kind: 'grade', ref: '0001', way, level, reason: '全校都断了' });

  it('moves level, reason and clocks, and tells those further up of level 1', () => {
    const raised = grade('raise', 1);
    expect(raised.changes[0]?.after).toMatchObject({ level: 1, reason: { meaning: '苏喆改定：全校都断了' } });
    expect(raised.desk).toMatchObject([{ kind: 'graded', from: 2 }]);
    expect(raised.effects.map((e) => e.kind)).toEqual(['alarm', 'alarm']);
    const due = (decision: DeskDecision): number | undefined =>
      decision.changes[0]?.timers.find((t) => t.kind === 'resolve-due')?.due;
    expect(due(raised) ?? 0).toBeLessThan(due(grade('lower', 3)) ?? 0);
    expect(grade('lower', 3).effects).toEqual([]);
  });

  it('goes in its own direction only', () => {
    expect([faultOf(grade('raise', 2)), faultOf(grade('raise', 3)), faultOf(grade('lower', 1))]).toEqual(
      Array(3).fill('grade-way'),
    );
  });
});

describe('a school that has joined', () => {
  it('is let go by its key alone', () => {
    const li = { key: 'playground:li', name: '李老师' };
    const joined = { kind: 'joined', at: NOW, by: 'clock', member: li, text: '' } as const;
    const again = { ...joined, member: { key: reporter().key, name: '王老师' } };
    const both = evolveAll(one(), [joined, again]);
    expect(evolve(both, { kind: 'left', at: NOW, by: 'clock', members: [li.key] }).members).toEqual([again.member]);
  });
});
