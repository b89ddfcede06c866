import { describe, expect, it } from 'vitest';
import type { Command, Role, Ticket } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { BY_ROLE, member, reporter } from '../testing/people.js';
import { acceptedOf, sceneOf } from '../testing/scenes.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { needsAllOpen } from './command.js';
import { decideMessage } from './message.js';

const ALL: readonly Ticket[] = STATES.map((state, i) => ticketIn(state, { no: `TZ-20261123-000${i + 1}` }));
const OPEN = ['0001', '0002', '0003', '0004', '0005'];

/** The last four digits of what the answer lists, sorted; or the refusal. */
const listed = (command: Command, sender = reporter(), tickets = ALL): readonly string[] | string => {
  const decision = decideMessage(sceneOf(sender, factsOf('chatter', { command }), tickets));
  if (decision.kind === 'refused') return decision.refusal.kind;
  const [effect] = decision.effects;
  return effect?.kind === 'answer' ? effect.tickets.map((t) => t.no.slice(-4)).sort() : 'no answer';
};

describe('a command', () => {
  it.each<[Command, Role, readonly string[] | string]>([
    ['progress', 'reporter', OPEN],
    ['progress', 'engineer', ['0002', '0003', '0004', '0005']],
    ['progress', 'desk', OPEN],
    ['progress', 'lead', OPEN],
    ['progress', 'manager', OPEN],
    ['progress', 'client', OPEN],
    ['mine', 'reporter', OPEN],
    ['mine', 'engineer', ['0002', '0003', '0004', '0005']],
    ['mine', 'desk', []],
    ['waiting', 'reporter', 'role'],
    ['waiting', 'engineer', ['0001', '0002']],
    ['waiting', 'client', ['0001', '0002']],
    ['today', 'reporter', 'role'],
    ['today', 'manager', []],
    ['help', 'reporter', []],
    ['duty', 'reporter', []],
  ])('%s of a %s', (command, role, expected) => {
    expect(listed(command, BY_ROLE[role])).toEqual(expected);
  });

  it('shows a school nothing of another', () => {
    expect(listed('progress', reporter('li'))).toEqual([]);
    expect(listed('mine', reporter('li'))).toEqual([]);
  });

  it('changes nothing and lists in the contract’s order', () => {
    const urgent = ticketIn('offered', { no: 'TZ-20261123-0030', level: 1 });
    const decision = acceptedOf(
      decideMessage(sceneOf(member('suzhe'), factsOf('chatter', { command: 'waiting' }), [...ALL, urgent])),
    );
    expect(decision.changes).toEqual([]);
    expect(decision.effects).toMatchObject([{ tickets: [{ no: urgent.no }, {}, {}] }]);
  });

  it('gives the day’s figures only to 今日汇总', () => {
    const day = (command: Command) => {
      const [effect] = acceptedOf(
        decideMessage(sceneOf(member('wangxiubao'), factsOf('chatter', { command }), ALL)),
      ).effects;
      return effect?.kind === 'answer' ? effect.day : null;
    };
    expect(day('today')).toMatchObject({ day: '2026-11-23' });
    expect(day('waiting')).toBeNull();
  });

  it('loads everybody’s tickets only where it shows them', () => {
    const all = (['help', 'progress', 'mine', 'waiting', 'today', 'duty'] as const).filter(needsAllOpen);
    expect(all).toEqual(['progress', 'waiting', 'today']);
    expect(needsAllOpen(null)).toBe(false);
  });
});
