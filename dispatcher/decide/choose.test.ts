import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Attendance, type Hand, type Staff, type Unit } from '../model.js';
import { HOUSE, KUOXIAN, STAFF, ZHANGJIAWAN, houseOf } from '../testing/house.js';
import { leaveOf, reserveOf } from '../testing/rota.js';
import { NOW } from '../testing/time.js';
import { EVERYBODY, houseAt } from './attendance.js';
import { choose, type Asking, type Choice } from './choose.js';
import { HOUR, MINUTE } from './time.js';

const hand = (change: Partial<Hand> = {}): Hand => ({
  ticket: 't',
  unit: ZHANGJIAWAN,
  level: 2,
  state: 'accepted',
  at: NOW - HOUR,
  ...change,
});

/** So many jobs each. */
const busy = (entries: Readonly<Record<string, number>>): Asking['hands'] =>
  new Map(
    Object.entries(entries).map(([id, n]) => [id, Array.from({ length: n }, (_, i) => hand({ ticket: `${id}${i}` }))]),
  );

const ask = (change: Partial<Asking['ticket']> = {}, more: Partial<Omit<Asking, 'ticket'>> = {}): Choice =>
  choose({
    ticket: { category: 'campus', unit: ZHANGJIAWAN, level: 2, passed: [], ...change },
    house: HOUSE,
    hands: new Map(),
    now: NOW,
    ...more,
  });
const goes = (choice: Choice): string => (choice.kind === 'to' ? choice.staff : choice.why);
const over = (choice: Choice): Readonly<Record<string, string>> =>
  choice.kind === 'to' ? Object.fromEntries(choice.because.others.map(({ who, why }) => [who, why])) : {};

describe('by duty and load', () => {
  it('goes the one on primary duty with the fewest open jobs, and it says so', () => {
    const choice = ask({}, { hands: busy({ zhaogaobin: 2, dongyayang: 1 }) });
    expect(choice).toEqual({
      kind: 'to',
      staff: 'dongyayang',
      why: 'primary',
      because: {
        reasons: [
          { kind: 'duty', of: 'primary' },
          { kind: 'load', open: 1 },
        ],
        others: [
          { who: 'zhaogaobin', why: 'busier', open: 2 },
          { who: 'caoyunwu', why: 'deputy', open: 0 },
          { who: 'hanqikun', why: 'deputy', open: 0 },
        ],
      },
    });
  });

  it('goes the first of the roster where they are equally busy', () => {
    expect(goes(ask())).toBe('zhaogaobin');
    expect(goes(ask({}, { hands: busy({ zhaogaobin: 3, dongyayang: 3 }) }))).toBe('zhaogaobin');
    expect(over(ask())['dongyayang']).toBe('later');
  });

  it('goes a deputy when the first ones were asked, are away, or have their hands full', () => {
    expect(goes(ask({ passed: ['zhaogaobin', 'dongyayang'] }))).toBe('caoyunwu');
    const away = ['zhaogaobin', 'dongyayang'].map((staff) => leaveOf({ id: staff, staff, from: NOW }));
    const without = ask({}, { house: houseAt(HOUSE, away, NOW) });
    expect([goes(without), over(without)['zhaogaobin']]).toEqual(['caoyunwu', 'away']);
    const full = ask({}, { hands: busy({ zhaogaobin: 5, dongyayang: 5 }) });
    expect([goes(full), over(full)['dongyayang']]).toEqual(['caoyunwu', 'full']);
  });

  it('lets level 1 wait for nobody, and has no end where the policy sets none', () => {
    const hands = busy({ zhaogaobin: 9, dongyayang: 9 });
    expect(goes(ask({ level: 1 }, { hands }))).toBe('zhaogaobin');
    expect(goes(ask({}, { hands, house: houseOf({ assign: { most: null, stay: HOUR } }) }))).toBe('zhaogaobin');
  });

  it('goes nobody, and why', () => {
    const nobody = (change: Partial<Asking['ticket']>, more: Partial<Omit<Asking, 'ticket'>> = {}) => {
      const choice = ask({ category: 'video', ...change }, more);
      return choice.kind === 'nobody' ? choice.why : choice.staff;
    };
    const all = ['zhangyazhao', 'caoyunwu', 'hanqikun'];
    expect(nobody({ passed: all })).toBe('everybody asked');
    expect(nobody({}, { house: { ...HOUSE, staff: [] } })).toBe('nobody on this duty');
    expect(nobody({}, { hands: busy({ zhangyazhao: 5, caoyunwu: 5, hanqikun: 6 }) })).toBe('all busy');
    const away = all.map((staff) => leaveOf({ id: staff, staff, from: NOW }));
    expect(nobody({}, { house: houseAt(HOUSE, away, NOW) })).toBe('all away');
    expect(nobody({ passed: all.slice(0, 1) }, { house: houseAt(HOUSE, away, NOW) })).toBe('all away');
  });

  it('goes one of the reserve after everybody of the roster', () => {
    const house = houseAt(HOUSE, [reserveOf()], NOW);
    const fibre = (passed: readonly string[]) => goes(ask({ category: 'fibre', passed }, { house }));
    expect([fibre([]), fibre(['cuijianchao'])]).toEqual(['cuijianchao', 'reserve-liuyang']);
    const deputies: readonly Staff[] = house.staff.map((s) =>
      s.id === 'hanqikun' ? { ...s, secondary: ['fibre'] } : s,
    );
    expect(goes(ask({ category: 'fibre', passed: ['cuijianchao'] }, { house: { ...house, staff: deputies } }))).toBe(
      'hanqikun',
    );
  });
});

describe('out of hours', () => {
  const on = (...onDuty: readonly string[]): { house: typeof HOUSE } => {
    const attendance: Attendance = { ...EVERYBODY, onDuty };
    return { house: { ...HOUSE, attendance } };
  };

  it('goes whoever has duty, also without the duty for this work', () => {
    const deputy = ask({}, on('caoyunwu'));
    expect(deputy).toMatchObject({ staff: 'caoyunwu', why: 'secondary' });
    expect(deputy).toMatchObject({
      because: { reasons: [{ kind: 'on-duty' }, { kind: 'duty', of: 'secondary' }, {}] },
    });
    expect(over(deputy)['zhaogaobin']).toBe('off-duty');
    expect(ask({}, on('cuijianchao'))).toMatchObject({ staff: 'cuijianchao', why: 'on-duty' });
    expect(goes(ask({}, on('cuijianchao', 'dongyayang')))).toBe('dongyayang');
  });

  it('goes by duty as ever when those were asked', () => {
    expect(goes(ask({ passed: ['caoyunwu'] }, on('caoyunwu')))).toBe('zhaogaobin');
  });
});

describe('by place', () => {
  const [first, ...rest] = [...HOUSE.units.values()];
  if (first === undefined) throw new Error('no units');
  const unit = (name: string, town: string | null, node: string): Unit => ({ ...first, name, short: name, town, node });
  const [MIZI, XIJI, CITY] = ['觅子店中学', '西集中学', '运河中学'];
  const units = new Map(
    [
      ...rest,
      unit(KUOXIAN, '漷县', '漷县中学'),
      unit(MIZI, '漷县', '漷县中学'),
      unit(XIJI, '西集', '漷县中学'),
      unit(ZHANGJIAWAN, '张家湾', '研修中心'),
      unit(CITY, '玉桥', '研修中心'),
    ].map((u) => [u.name, u]),
  );
  const house = { ...HOUSE, units };
  const at = (who: string, ...hands: readonly Hand[]): Asking['hands'] => new Map([[who, hands]]);
  const onSite = (change: Partial<Hand> = {}) =>
    hand({ unit: KUOXIAN, state: 'arrived', at: NOW - 10 * MINUTE, ...change });
  const job = (place: string, hands: Asking['hands'], level: 1 | 2 = 2) =>
    ask({ unit: place, level }, { house, hands });

  it('goes whoever is on site in the town, though another has the first duty and nothing to do', () => {
    const choice = job(MIZI, at('caoyunwu', onSite()));
    expect(choice).toMatchObject({ staff: 'caoyunwu', why: 'secondary' });
    expect(choice).toMatchObject({ because: { reasons: [{}, { kind: 'near', how: 'town', unit: KUOXIAN }, {}] } });
    expect(over(choice)['zhaogaobin']).toBe('farther');
  });

  it('goes whoever is at that very school before one in its town', () => {
    const hands = new Map([...at('caoyunwu', onSite()), ...at('hanqikun', onSite({ unit: MIZI }))]);
    expect(goes(job(MIZI, hands))).toBe('hanqikun');
  });

  it('counts the node only among those of one duty, and never that of the core', () => {
    expect(goes(job(XIJI, at('dongyayang', onSite())))).toBe('dongyayang');
    expect(goes(job(XIJI, at('caoyunwu', onSite())))).toBe('zhaogaobin');
    expect(goes(job(CITY, at('dongyayang', onSite({ unit: ZHANGJIAWAN }))))).toBe('zhaogaobin');
  });

  it('counts as on site for a while after the repair, unless he has accepted another', () => {
    const done = (minutes: number) => onSite({ state: 'resolved', at: NOW - minutes * MINUTE });
    expect(goes(job(MIZI, at('caoyunwu', done(60))))).toBe('caoyunwu');
    expect(goes(job(MIZI, at('caoyunwu', done(61))))).toBe('zhaogaobin');
    expect(goes(job(MIZI, at('caoyunwu', done(5), hand({ ticket: 'u', unit: CITY }))))).toBe('zhaogaobin');
  });

  it('counts nobody as near who is only on the way, without the duty, or at a level 1', () => {
    expect(goes(job(MIZI, at('caoyunwu', onSite({ state: 'accepted' }))))).toBe('zhaogaobin');
    expect(goes(job(MIZI, at('cuijianchao', onSite())))).toBe('zhaogaobin');
    expect(goes(job(MIZI, at('caoyunwu', onSite({ level: 1 }))))).toBe('zhaogaobin');
    expect(goes(job(KUOXIAN, at('caoyunwu', onSite({ level: 1 }))))).toBe('caoyunwu');
  });
});

it('never goes one who was asked, is away, has no duty, or has too much; and leaves out none of the others', () => {
  const ids = STAFF.map((s) => s.id);
  fc.assert(
    fc.property(
      fc.constantFrom(...CATEGORIES),
      fc.constantFrom(1 as const, 2 as const, 3 as const),
      fc.subarray(ids),
      fc.subarray(ids),
      fc.dictionary(fc.constantFrom(...ids), fc.nat(7)),
      (category, level, passed, gone, jobs) => {
        const house = houseAt(
          HOUSE,
          gone.map((staff) => leaveOf({ id: staff, staff, from: NOW })),
          NOW,
        );
        const choice = ask({ category, level, passed }, { house, hands: busy(jobs) });
        const able = STAFF.filter((s) => [...s.primary, ...s.secondary].includes(category)).map(({ id }) => id);
        const free = able.filter(
          (id) => !passed.includes(id) && !gone.includes(id) && (level === 1 || (jobs[id] ?? 0) < 5),
        );
        if (choice.kind === 'nobody') expect(free).toEqual([]);
        else {
          expect(free).toContain(choice.staff);
          expect([choice.staff, ...choice.because.others.map(({ who }) => who)].sort()).toEqual([...able].sort());
        }
      },
    ),
  );
});
