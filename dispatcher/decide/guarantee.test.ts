import { describe, expect, it } from 'vitest';
import type { Guarantee, Role } from '../model.js';
import { guaranteeOf } from '../testing/guarantees.js';
import { EXAMS, HOUSE, KUOXIAN, STAFF, ZHANGJIAWAN } from '../testing/house.js';
import { BY_ROLE } from '../testing/people.js';
import { GROUP } from '../testing/tickets.js';
import { at, NOW } from '../testing/time.js';
import type { GuaranteeOrder } from '../understand/guarantee.js';
import { decideGuarantee } from './guarantee.js';
import { dutyOf } from './guarantee-duty.js';

const ADD: GuaranteeOrder = {
  kind: 'add',
  name: '自学考试',
  from: at('2026-12-12 08:00'),
  to: at('2026-12-12 17:00'),
  units: [EXAMS],
  people: [],
};

type Setting = { readonly role?: Exclude<Role, 'reporter'>; readonly now?: number };

const decide = (order: GuaranteeOrder, guarantees: readonly Guarantee[] = [guaranteeOf()], setting: Setting = {}) => {
  const { role = 'manager', now = NOW } = setting;
  const place = { chat: GROUP, replyTo: 'm1' };
  return decideGuarantee(order, {
    now,
    house: HOUSE,
    guarantees,
    sender: BY_ROLE[role],
    at: place,
    home: GROUP,
    id: 'NEW',
  });
};

/** Why an order changed nothing. */
const faultOf = (...args: Parameters<typeof decide>): string | null => {
  const { changed, effects } = decide(...args);
  const [effect] = effects;
  return changed.length === 0 && effect?.kind === 'fault' ? effect.fault.kind : null;
};

describe('an order about an event', () => {
  it('makes one, with its line and who made it, and reads it back', () => {
    const { changed, effects } = decide(ADD);
    expect(changed).toMatchObject([
      { id: 'NEW', name: '自学考试', line: 10, state: 'planned', madeBy: { key: 'staff:wangxiubao' }, home: GROUP },
    ]);
    expect(changed[0]?.log).toMatchObject([{ kind: 'made', at: NOW, by: { key: 'staff:wangxiubao' } }]);
    expect(effects).toEqual([
      { kind: 'read-back', done: 'made', event: changed[0], at: { chat: GROUP, replyTo: 'm1' }, alert: [] },
    ]);
  });

  it('makes none of a name that is planned already, but does after that one is over', () => {
    const again = { ...ADD, name: '中考英语 听说机考' };
    expect(faultOf(again)).toBe('exists');
    expect(faultOf(again, [guaranteeOf()], { now: at('2026-12-19 18:00') })).toBeNull();
  });

  it('changes units and time, each with a line in the log', () => {
    const units = decide({ kind: 'units', how: 'added', name: '中考', units: [EXAMS, KUOXIAN] });
    expect(units.changed).toMatchObject([{ units: [ZHANGJIAWAN, KUOXIAN, EXAMS], log: [{ kind: 'units-added' }] }]);
    const fewer = decide({ kind: 'units', how: 'dropped', name: '', units: [KUOXIAN] });
    expect(fewer.changed).toMatchObject([{ units: [ZHANGJIAWAN], log: [{ kind: 'units-dropped' }] }]);
    const [from, to] = [at('2026-12-20 08:00'), at('2026-12-20 12:00')];
    const moved = decide({ kind: 'move', name: '中考英语听说机考', from, to });
    expect(moved.changed).toMatchObject([{ from, to, log: [{ kind: 'moved', from, to }] }]);
  });

  it('leaves it at least one unit', () => {
    const all = { kind: 'units', how: 'dropped', name: '', units: [ZHANGJIAWAN, KUOXIAN] } as const;
    expect(faultOf(all)).toBe('last-unit');
  });

  it('ends it now while it is on, and calls it off before', () => {
    const now = at('2026-12-19 12:00');
    const end = { kind: 'finish', how: 'ended', name: '' } as const;
    expect(decide(end, [guaranteeOf()], { now }).changed).toMatchObject([{ state: 'ended', to: now }]);
    expect(decide(end).changed).toMatchObject([{ state: 'cancelled', log: [{ kind: 'cancelled' }] }]);
    expect(decide({ ...end, how: 'cancelled' }, [guaranteeOf()], { now }).changed).toMatchObject([
      { state: 'cancelled', to: guaranteeOf().to },
    ]);
  });

  it('tells those on duty of a change once they have been called', () => {
    const drop = { kind: 'units', how: 'dropped', name: '', units: [KUOXIAN] } as const;
    const alerted = (now: string) => decide(drop, [guaranteeOf()], { now: at(now) }).effects;
    expect(alerted('2026-12-18 18:29')).toMatchObject([{ alert: [] }]);
    expect(alerted('2026-12-18 18:30')).toMatchObject([
      { alert: ['zhangbingbing', 'zhaogaobin', 'dongyayang', 'cuijianchao'] },
    ]);
  });

  it('never guesses between two, and knows only what is planned', () => {
    const two = [guaranteeOf(), guaranteeOf({ id: 'G2', name: '中考体育' })];
    const end = { kind: 'finish', how: 'cancelled', name: '中考' } as const;
    expect(faultOf(end, two)).toBe('which-event');
    expect(faultOf({ ...end, name: '中考体育' }, two)).toBeNull();
    expect(faultOf({ ...end, name: '高考' }, two)).toBe('no-such-event');
    expect(faultOf({ ...end, name: '' }, [guaranteeOf({ state: 'ended' })])).toBe('no-such-event');
  });

  it('calls those named for it, the newest naming first', () => {
    const made = decide({ ...ADD, people: ['zhaogaobin', 'guozhenxin'] }).changed[0] ?? guaranteeOf();
    expect(made.log).toMatchObject([{ kind: 'named' }, { kind: 'made' }]);
    expect(dutyOf(made, STAFF)).toEqual(['zhaogaobin', 'guozhenxin']);
    const named = decide({ kind: 'named', name: '', people: ['caoyunwu'] }, [made]).changed[0] ?? made;
    expect(dutyOf(named, STAFF)).toEqual(['caoyunwu']);
    expect(dutyOf(guaranteeOf(), STAFF)).toEqual(['zhangbingbing', 'zhaogaobin', 'dongyayang', 'cuijianchao']);
  });

  it('keeps the words of a line test with its teller, and says who is missing', () => {
    const { changed, effects } = decide({ kind: 'tested', words: '正常' }, [guaranteeOf()], { role: 'engineer' });
    expect(changed).toMatchObject([{ log: [{ kind: 'tested', words: '正常', by: { key: 'staff:zhaogaobin' } }] }]);
    expect(effects).toMatchObject([{ kind: 'test-noted', silent: ['zhangbingbing', 'dongyayang', 'cuijianchao'] }]);
    expect(faultOf({ kind: 'tested', words: '' })).toBe('no-words');
    expect(faultOf({ kind: 'tested', words: '正常' }, [])).toBe('no-such-event');
  });
});

describe('who may order what', () => {
  const ORDERS: readonly GuaranteeOrder[] = [
    ADD,
    { kind: 'finish', how: 'ended', name: '' },
    { kind: 'units', how: 'added', name: '', units: [EXAMS] },
    { kind: 'move', name: '', from: at('2026-12-20 08:00'), to: at('2026-12-20 12:00') },
    { kind: 'named', name: '', people: ['zhaogaobin'] },
    { kind: 'wrong', fault: { kind: 'no-name' } },
    { kind: 'list' },
    { kind: 'tested', words: '正常' },
  ];
  it.each<readonly [Exclude<Role, 'reporter'>, readonly string[]]>([
    ['manager', []],
    ['lead', []],
    ['desk', ['add', 'finish', 'units', 'move', 'named', 'wrong']],
    ['engineer', ['add', 'finish', 'units', 'move', 'named', 'wrong']],
    ['client', ['add', 'finish', 'units', 'move', 'named', 'wrong', 'tested']],
  ])('%s', (role, refused) => {
    const denied = ORDERS.filter((order) => faultOf(order, [guaranteeOf()], { role }) === 'role');
    expect(denied.map(({ kind }) => kind)).toEqual(refused);
  });
});
