import { describe, expect, it } from 'vitest';
import type { Facts, Sender } from '../model.js';
import { factsOf, faultOf, reportOf } from '../testing/facts.js';
import { KUOXIAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, refusalOf, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';
import { REOPEN_WITHIN } from './reporter.js';
import { HOUR, MINUTE } from './time.js';

const again = (change: Partial<Facts> = {}): Facts => factsOf('urge', { relapse: true, words: '还是不行', ...change });
const done = ticketIn('closed', { rating: { score: 4, words: '' } });
const resolvedAt = done.state === 'closed' ? done.resolvedAt : 0;
const later = resolvedAt + HOUR;

describe('「还是不行」', () => {
  it.each(['resolved', 'closed'] as const)(
    'opens the same ticket again when %s, and calls the one who knows it',
    (state) => {
      const ticket = ticketIn(state, { assignee: 'dongyayang', told: ['close:0'] });
      const decision = decideMessage(sceneOf(reporter(), again(), [ticket], { now: later }));
      expect(onlyAfter(decision)).toMatchObject({
        no: ticket.no,
        state: 'offered',
        assignee: 'dongyayang',
        reopened: 1,
        clockFrom: later,
        reportedAt: ticket.reportedAt,
        told: [],
      });
      expect(effectsOf(decision)).toEqual(['reopened', 'offer', 'alarm', 'alarm']);
      expect(acceptedOf(decision).effects.slice(2)).toMatchObject([
        { to: 'zhangbingbing', why: { kind: 'reopened' } },
        { to: 'wangxiubao', why: { kind: 'reopened' } },
      ]);
    },
  );

  it('of level 1 is told to the lead and the manager again', () => {
    const ticket = ticketIn('resolved', { level: 1 });
    expect(effectsOf(decideMessage(sceneOf(reporter(), again(), [ticket], { now: later })))).toEqual([
      'reopened',
      'offer',
      'alarm',
      'alarm',
    ]);
  });

  it('counts for 48 hours from the repair', () => {
    const named = again({ tickets: ['0017'] });
    const last = decideMessage(sceneOf(reporter(), named, [done], { now: resolvedAt + REOPEN_WITHIN }));
    expect(onlyAfter(last).state).toBe('offered');
    const late = decideMessage(sceneOf(reporter(), named, [done], { now: resolvedAt + REOPEN_WITHIN + MINUTE }));
    expect(refusalOf(late)).toMatchObject({ kind: 'too-late' });
  });

  it('quoted too late is told so as well', () => {
    const now = resolvedAt + REOPEN_WITHIN + MINUTE;
    const loaded = { quoted: { ticket: done.id, kind: 'rating' } };
    expect(refusalOf(decideMessage(sceneOf(reporter(), again(), [done], { now, loaded }))).kind).toBe('too-late');
  });

  it('is about the one quoted, not about the newest', () => {
    const newer = ticketIn('closed', { no: 'TZ-20261123-0030' });
    const loaded = { quoted: { ticket: done.id, kind: 'rating' } };
    const decision = decideMessage(sceneOf(reporter(), again(), [newer, done], { now: later, loaded }));
    expect(onlyAfter(decision).no).toBe(done.no);
  });

  it('is never guessed between two', () => {
    const newer = ticketIn('resolved', { no: 'TZ-20261123-0030' });
    const decision = decideMessage(sceneOf(reporter(), again(), [newer, done], { now: later }));
    expect(effectsOf(decision)).toEqual(['choice']);
    expect(acceptedOf(decision).talk?.choice?.options).toEqual([newer.id, done.id]);
  });

  it('is asked for where an open one could be meant as well, and the answer is done to either', () => {
    const open = ticketIn('accepted', { no: 'TZ-20261123-0030' });
    const tickets = [open, done];
    const decision = acceptedOf(decideMessage(sceneOf(reporter(), again(), tickets, { now: later })));
    expect(decision.talk?.choice?.options).toEqual([open.id, done.id]);
    const answer = (choice: number) =>
      decideMessage(
        sceneOf(reporter(), factsOf('supplement', { choice }), tickets, {
          now: later + MINUTE,
          loaded: { talk: decision.talk ?? { draft: null, choice: null } },
        }),
      );
    expect(onlyAfter(answer(1))).toMatchObject({ no: open.no, urged: 1 });
    expect(onlyAfter(answer(2))).toMatchObject({ no: done.no, reopened: 1 });
  });

  it('is for the reporter to say, or for the desk by number', () => {
    const named = again({ tickets: ['0017'] });
    for (const sender of [member('suzhe'), member('zhangbingbing')])
      expect(onlyAfter(decideMessage(sceneOf(sender, named, [done], { now: later })))).toMatchObject({ reopened: 1 });
    const tried = (sender: Sender) => decideMessage(sceneOf(sender, named, [done], { now: later }));
    expect(onlyAfter(tried(reporter('li')))).toMatchObject({ reopened: 1 });
    expect(refusalOf(tried(reporter('li', { unit: KUOXIAN }))).kind).toBe('not-yours');
    expect(acceptedOf(tried(member('dongyayang'))).changes).toEqual([]);
  });

  it('is not meant by a question, a thanks or a withdrawal', () => {
    for (const intent of ['query', 'recovered'] as const) {
      const facts = { ...again({ tickets: ['0017'] }), intent };
      expect(acceptedOf(decideMessage(sceneOf(reporter(), facts, [done], { now: later }))).changes).toEqual([]);
    }
  });
});

describe('a fault told with 「又」', () => {
  it('opens the ticket that told the same', () => {
    const facts = reportOf([faultOf()], { relapse: true });
    expect(onlyAfter(decideMessage(sceneOf(reporter(), facts, [done], { now: later })))).toMatchObject({
      no: done.no,
      reopened: 1,
    });
  });

  it('of another thing or place is a ticket of its own', () => {
    for (const change of [{ category: 'video', summary: '会议画面卡' }, { location: '实验楼' }] as const) {
      const facts = reportOf([faultOf(change)], { relapse: true });
      expect(onlyAfter(decideMessage(sceneOf(reporter(), facts, [done], { now: later })))).toMatchObject({
        reopened: 0,
        incident: null,
        reportedAt: later,
      });
    }
  });

  it('goes to the open ticket where one tells the same', () => {
    const open = ticketIn('accepted', { no: 'TZ-20261123-0030' });
    const facts = reportOf([faultOf()], { relapse: true });
    expect(onlyAfter(decideMessage(sceneOf(reporter(), facts, [open, done], { now: later })))).toMatchObject({
      no: open.no,
      urged: 1,
    });
  });
});
