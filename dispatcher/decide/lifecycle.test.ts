import { describe, expect, it } from 'vitest';
import type { Role, Sender, Ticket, TicketState } from '../model.js';
import { BY_ROLE, member } from '../testing/people.js';
import { STATES, ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { TABLE, judge, type Act, type ActKind } from './lifecycle.js';

const ACTS: Readonly<Record<ActKind, Act>> = {
  accept: { kind: 'accept' },
  decline: { kind: 'decline', reason: '走不开' },
  arrive: { kind: 'arrive' },
  progress: { kind: 'progress', text: '正在换' },
  suspend: { kind: 'suspend', reason: '等学校开门' },
  resume: { kind: 'resume' },
  resolve: { kind: 'resolve', resolution: '换了光模块' },
};
const KINDS = Object.keys(ACTS) as readonly ActKind[];
const ROLES = Object.keys(BY_ROLE) as readonly Role[];

/** The events in short, or the refusal's kind. */
const verdict = (act: ActKind, ticket: Ticket, sender: Sender): string => {
  const judged = judge(ACTS[act], ticket, sender, NOW);
  return judged.kind === 'events' ? judged.events.map((e) => e.kind).join('+') || 'nothing' : `!${judged.refusal.kind}`;
};

/** Written anew from design.md 4, not from the code: what the holder's act comes to, '-' where it makes no sense there. */
const HOLDER: Readonly<Record<ActKind, Readonly<Record<TicketState, string>>>> = {
  accept: row('accepted', 'accepted', '-', '-', '-', '-'),
  decline: row('!not-yours', 'declined', 'declined', 'declined', 'declined', '-'),
  arrive: row('!not-yours', 'accepted+arrived', 'arrived', '-', 'resumed+arrived', '-'),
  progress: row('!not-yours', 'accepted+progressed', 'progressed', 'progressed', 'progressed', '-'),
  suspend: row('!not-yours', 'accepted+suspended', 'suspended', 'suspended', '-', '-'),
  resume: row('!not-yours', '-', '-', '-', 'resumed', '-'),
  resolve: row('!not-yours', 'accepted+resolved', 'resolved', 'resolved', 'resumed+resolved', '-'),
};

function row(
  unassigned: string,
  offered: string,
  accepted: string,
  arrived: string,
  suspended: string,
  finished: string,
): Readonly<Record<TicketState, string>> {
  // Nobody holds a withdrawn or merged ticket.
  const nobodys = unassigned === '!not-yours' ? '!not-yours' : '-';
  return {
    unassigned,
    offered,
    accepted,
    arrived,
    suspended,
    resolved: finished,
    closed: finished,
    cancelled: nobodys,
    merged: nobodys,
  };
}

const refused = (word: string): string => (word === '-' ? '!not-in-state' : word);

describe('what the holder does, act by act and state by state', () => {
  for (const act of KINDS)
    it.each(STATES)(`${act} when %s`, (state) => {
      expect(verdict(act, ticketIn(state), member('zhaogaobin'))).toBe(refused(HOLDER[act][state]));
    });
});

/** What others may do to 赵高斌's ticket. Only taking what waits and handing on is anybody else's. */
const others = (act: ActKind, state: TicketState, role: Role): string => {
  if (role === 'reporter' || role === 'client') return '!role';
  const held = state === 'accepted' || state === 'arrived' || state === 'suspended';
  if (act === 'accept') {
    if (role === 'manager') return '!role';
    if (held) return '!taken';
    return state === 'offered' || state === 'unassigned' ? 'accepted' : '!not-in-state';
  }
  if (act === 'decline') {
    if (role === 'engineer') return '!not-yours';
    if (state === 'unassigned') return 'nothing';
    return held || state === 'offered' ? 'declined' : '!not-in-state';
  }
  return '!not-yours';
};

describe('what everybody else may do, role by role', () => {
  for (const role of ROLES)
    for (const act of KINDS)
      it.each(STATES)(`${role}: ${act} when %s`, (state) => {
        const sender = role === 'engineer' ? member('dongyayang') : BY_ROLE[role];
        expect(verdict(act, ticketIn(state), sender)).toBe(others(act, state, role));
      });
});

describe('the finer rules', () => {
  it('tells the second of two who accept at once who has it', () => {
    const judged = judge(ACTS.accept, ticketIn('accepted'), member('dongyayang'), NOW);
    expect(judged).toMatchObject({ kind: 'refusal', refusal: { kind: 'taken', by: 'zhaogaobin' } });
  });

  it('logs a decline under the one who held it, whoever handed it on', () => {
    const judged = judge(ACTS.decline, ticketIn('accepted'), member('zhangbingbing'), NOW);
    expect(judged).toMatchObject({
      events: [{ kind: 'declined', who: 'zhaogaobin', reason: '走不开', at: NOW, by: { key: 'staff:zhangbingbing' } }],
    });
  });

  it('needs a reason to stop the clock, also where 接单 was skipped', () => {
    for (const state of ['offered', 'accepted', 'arrived'] as const) {
      const judged = judge({ kind: 'suspend', reason: '' }, ticketIn(state), member('zhaogaobin'), NOW);
      expect(judged).toMatchObject({ kind: 'refusal', refusal: { kind: 'no-reason', act: 'suspend' } });
    }
  });

  it.each(['resolve', 'progress'] as const)('takes words of %s after a bare 办结 as its account, once', (kind) => {
    const bare = ticketIn('resolved', { resolution: '' });
    expect(verdict(kind, bare, member('zhaogaobin'))).toBe('progressed');
    const empty: Act = kind === 'resolve' ? { kind, resolution: '' } : { kind, text: '' };
    expect(judge(empty, bare, member('zhaogaobin'), NOW)).toMatchObject({ refusal: { kind: 'not-in-state' } });
    expect(verdict(kind, ticketIn('resolved'), member('zhaogaobin'))).toBe('!not-in-state');
    expect(verdict(kind, bare, member('dongyayang'))).toBe('!not-yours');
  });

  it('gives every cell of the table an answer', () => {
    for (const act of KINDS) expect(Object.keys(TABLE[act]).sort()).toEqual([...STATES].sort());
  });
});
