import { describe, expect, it } from 'vitest';
import type { Guarantee } from '../model.js';
import { guaranteeOf } from '../testing/guarantees.js';
import { EXAMS, HOUSE, KUOXIAN, POLICY, ZHANGJIAWAN } from '../testing/house.js';
import { loadedOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { at } from '../testing/time.js';
import { lineOf } from './guarantee-line.js';
import { eventFor, phaseOf, underGuarantee } from './guarantee-phase.js';
import { decideGuaranteeTurn } from './guarantee-turn.js';
import { guaranteeTurnsDue, nextGuaranteeTurn } from './guarantee-turns.js';
import { byPriority } from './priority.js';

const calendar = (now: string, ...guarantees: readonly Guarantee[]) => ({
  now: at(now),
  policy: POLICY,
  guarantees,
  rota: [],
  bulletins: [],
});

describe('the line of the service list', () => {
  it.each([
    ['自学考试', 10],
    ['成人高考', 10],
    ['高考', 11],
    ['高中合格考', 11],
    ['高中英语听说机考', 11],
    ['中考英语听说机考', 12],
    ['初中学业水平考试', 12],
    ['体育中考', 13],
    ['中考体育', 13],
    ['国家教育质量监测', 13],
    ['教师资格面试', 13],
    ['期末统考', 13],
    ['校庆直播', 14],
  ])('%s: %i', (name, line) => {
    expect(lineOf(name)).toBe(line);
  });
});

describe('how near an event is', () => {
  it.each([
    ['2026-12-05 07:59', null],
    ['2026-12-05 08:00', 'next-week'],
    ['2026-12-18 07:59', 'next-week'],
    ['2026-12-18 08:00', 'tomorrow'],
    ['2026-12-19 07:59', 'tomorrow'],
    ['2026-12-19 08:00', 'on'],
    ['2026-12-19 17:59', 'on'],
    ['2026-12-19 18:00', null],
  ])('at %s: %s', (now, phase) => {
    expect(phaseOf(guaranteeOf(), at(now))).toBe(phase);
  });

  it('is nothing once it is called off', () => {
    expect(phaseOf(guaranteeOf({ state: 'cancelled' }), at('2026-12-19 09:00'))).toBeNull();
  });

  it('is told of the unit meant alone, and of several events the nearest', () => {
    const now = at('2026-12-19 09:00');
    const later = guaranteeOf({ id: 'G2', name: '自考', from: at('2026-12-20 08:00'), to: at('2026-12-20 18:00') });
    expect(eventFor([later, guaranteeOf()], [KUOXIAN], now)).toMatchObject({ name: '中考英语听说机考', phase: 'on' });
    expect(eventFor([guaranteeOf()], [EXAMS], now)).toBeNull();
    expect(eventFor([guaranteeOf()], [EXAMS, KUOXIAN], now)).toMatchObject({ phase: 'on' });
    expect(eventFor([later, guaranteeOf()], [], now)).toMatchObject({ phase: 'on' });
    expect(eventFor([], [], now)).toBeNull();
  });
});

describe('the units under guarantee', () => {
  it('are those of every event that is on or about to begin, and their jobs come before others of their kind', () => {
    const later = guaranteeOf({ id: 'G2', units: [EXAMS], from: at('2026-12-30 08:00'), to: at('2026-12-30 18:00') });
    const events = [guaranteeOf({ units: [KUOXIAN] }), later];
    const now = at('2026-12-18 12:00');
    expect([...underGuarantee(events, now)]).toEqual([KUOXIAN]);
    expect([...underGuarantee(events, at('2026-12-10 12:00'))]).toEqual([]);
    const jobs = [
      ticketIn('accepted', { no: 'TZ-20261218-0001' }),
      ticketIn('accepted', { no: 'TZ-20261218-0002', unit: KUOXIAN }),
    ];
    const sorted = (units: ReadonlySet<string>) =>
      [...jobs].sort(byPriority(HOUSE.units, POLICY, units)).map(({ no }) => no.slice(-1));
    expect([sorted(new Set()), sorted(underGuarantee(events, now))]).toEqual([
      ['1', '2'],
      ['2', '1'],
    ]);
  });
});

describe('an event’s turns', () => {
  const due = (now: string, event = guaranteeOf()): readonly string[] =>
    guaranteeTurnsDue(calendar(now, event)).map(({ id }) => id);

  it.each([
    ['2026-12-18 18:29:59', []],
    ['2026-12-18 18:30', ['guarantee-eve:G1:2026-12-18']],
    ['2026-12-19 06:59', ['guarantee-eve:G1:2026-12-18']],
    ['2026-12-19 07:00', ['guarantee-morning:G1:2026-12-19']],
    ['2026-12-19 17:59', ['guarantee-morning:G1:2026-12-19']],
    ['2026-12-19 18:00', ['guarantee-summary:G1:2026-12-19']],
    ['2026-12-25 18:00', ['guarantee-summary:G1:2026-12-19']],
  ])('at %s', (now, ids) => {
    expect(due(now)).toEqual(ids);
  });

  it('comes every morning of an event of several days', () => {
    const days = guaranteeOf({ to: at('2026-12-20 18:00') });
    expect(due('2026-12-20 06:59', days)).toEqual(['guarantee-morning:G1:2026-12-19']);
    expect(due('2026-12-20 07:00', days)).toEqual(['guarantee-morning:G1:2026-12-20']);
  });

  it('has no morning call after an end before seven, and calls for a night event in the evening', () => {
    const night = guaranteeOf({ from: at('2026-12-19 01:00'), to: at('2026-12-19 05:00') });
    expect(due('2026-12-19 00:59', night)).toEqual(['guarantee-eve:G1:2026-12-18']);
    expect(due('2026-12-19 01:00', night)).toEqual([]);
  });

  it('is gone when the event is called off or summed up; ended early leaves the summary', () => {
    expect(due('2026-12-19 18:00', guaranteeOf({ state: 'cancelled' }))).toEqual([]);
    const summed = guaranteeOf({ state: 'ended', log: [{ kind: 'summed', at: 1, by: 'clock' }] });
    expect(due('2026-12-19 18:00', summed)).toEqual([]);
    const early = guaranteeOf({ state: 'ended', to: at('2026-12-19 10:00') });
    expect(due('2026-12-19 10:00', early)).toEqual(['guarantee-summary:G1:2026-12-19']);
  });

  it('tells when the next one comes', () => {
    expect(nextGuaranteeTurn(calendar('2026-12-01 00:00', guaranteeOf()))).toBe(at('2026-12-18 18:30'));
    expect(nextGuaranteeTurn(calendar('2026-12-18 18:30', guaranteeOf()))).toBe(at('2026-12-19 07:00'));
    expect(nextGuaranteeTurn(calendar('2026-12-19 18:00', guaranteeOf()))).toBeNull();
  });
});

describe('a turn is taken', () => {
  const take = (id: string, now: string, event = guaranteeOf(), tickets: Parameters<typeof loadedOf>[0] = []) =>
    decideGuaranteeTurn(id, loadedOf(tickets, { now: at(now), guarantees: [event] }), HOUSE);
  const DUTY = ['zhangbingbing', 'zhaogaobin', 'dongyayang', 'cuijianchao'];

  it('in the evening: the duty is called, and each is asked for the line tests', () => {
    const { effects, changed } = take('guarantee-eve:G1:2026-12-18', '2026-12-18 18:30');
    expect(effects[0]).toMatchObject({ kind: 'eve', duty: DUTY });
    expect(effects.slice(1).map((e) => (e.kind === 'test-asked' ? e.to : e.kind))).toEqual(DUTY);
    expect(changed[0]?.log).toMatchObject([{ kind: 'called', when: 'eve', by: 'clock' }]);
  });

  it('in the morning: with whoever has not told of the tests; tests are asked then only where the evening was missed', () => {
    const by = { key: 'staff:zhaogaobin', name: '赵高斌', role: 'engineer' } as const;
    const told = guaranteeOf({
      log: [
        { kind: 'called', when: 'eve', at: 1, by: 'clock' },
        { kind: 'tested', words: '正常', at: 2, by },
      ],
    });
    expect(take('guarantee-morning:G1:2026-12-19', '2026-12-19 07:00', told).effects).toMatchObject([
      { kind: 'morning', duty: DUTY, silent: DUTY.filter((id) => id !== 'zhaogaobin') },
    ]);
    expect(take('guarantee-morning:G1:2026-12-19', '2026-12-19 07:00').effects).toHaveLength(1 + DUTY.length);
  });

  it('after the end: what its units reported during it, in time or not', () => {
    const during = { clockFrom: at('2026-12-19 09:00'), reportedAt: at('2026-12-19 09:00') };
    const tickets = [
      ticketIn('closed', { no: 'TZ-20261219-0001', ...during }),
      ticketIn('closed', { no: 'TZ-20261219-0002', level: 1, unit: KUOXIAN, ...during }),
      ticketIn('accepted', { no: 'TZ-20261219-0003', level: 3, ...during }),
      ticketIn('cancelled', { no: 'TZ-20261219-0004', ...during }),
      ticketIn('closed', { no: 'TZ-20261219-0005', unit: EXAMS, ...during }),
      ticketIn('closed', { no: 'TZ-20261219-0006', reportedAt: at('2026-12-19 07:59') }),
      ticketIn('closed', { no: 'TZ-20261219-0007', reportedAt: at('2026-12-19 18:00') }),
    ];
    const { effects, changed } = take('guarantee-summary:G1:2026-12-19', '2026-12-19 18:00', guaranteeOf(), tickets);
    const [summary] = effects;
    if (summary?.kind !== 'summary') throw new Error('no summary');
    // Of level 1 the arrival after an hour is late (30 minutes); of level 2 it is in time.
    expect(summary.figures).toMatchObject({ total: 3, byLevel: { 1: 1, 2: 1, 3: 1 }, inTime: 1 });
    expect(summary.figures.late.map(({ no }) => no)).toEqual(['TZ-20261219-0002']);
    expect(summary.figures.open.map(({ no }) => no)).toEqual(['TZ-20261219-0003']);
    expect(summary.figures.units).toEqual([
      { unit: ZHANGJIAWAN, count: 2 },
      { unit: KUOXIAN, count: 1 },
    ]);
    expect(changed).toMatchObject([{ state: 'ended', log: [{ kind: 'summed' }] }]);
  });

  it.each([
    ['of an event that was moved', 'guarantee-eve:G1:2026-12-17', '2026-12-18 18:30', guaranteeOf()],
    ['of an event called off', 'guarantee-eve:G1:2026-12-18', '2026-12-18 18:30', guaranteeOf({ state: 'cancelled' })],
    ['before its time', 'guarantee-eve:G1:2026-12-18', '2026-12-18 18:29', guaranteeOf()],
  ])('but nothing is said %s', (_, id, now, event) => {
    expect(take(id, now, event)).toMatchObject({ changed: [], effects: [] });
  });
});
