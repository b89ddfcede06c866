import { EVERYBODY } from './attendance.js';
import { describe, expect, it } from 'vitest';
import type { Ticket, Unit } from '../model.js';
import { POLICY, STAFF } from '../testing/house.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { causeOf, type Told } from './incident-cause.js';
import type { House } from './scene.js';
import { MINUTE } from './time.js';

const unit = (name: string, node: string): Unit => ({
  name,
  short: name,
  shortNames: [name],
  kind: 'full',
  town: null,
  node,
  key: false,
});
const UNITS = [...'甲乙丙丁']
  .map((name) => unit(name, '漷县中学'))
  .concat([...'戊己'].map((name) => unit(name, '渠头小学')));
const HOUSE: House = {
  policy: {
    ...POLICY,
    rooms: [...POLICY.rooms, { name: '渠头小学', aliases: ['渠头机房'], core: false }],
  },
  staff: STAFF,
  units: new Map(UNITS.map((one) => [one.name, one])),
  attendance: EVERYBODY,
  topology: { trunks: [], rings: [{ name: '南环', rooms: ['研修中心', '漷县中学', '渠头小学'] }] },
};

let n = 0;
const outage = (name: string, minutesAgo = 0, change: Partial<Ticket> = {}): Told => {
  n += 1;
  const base = { no: `TZ-20261123-${String(n).padStart(4, '0')}`, unit: name, reportedAt: NOW - minutesAgo * MINUTE };
  const whole = { scope: 'unit', category: 'metro', fault: '全校断网', place: null } as const;
  return { ticket: { ...ticketIn('offered', { ...base, ...whole }), ...change } as Ticket, units: [name] };
};
const alarm = (room: string, minutesAgo: number): Told => {
  const { ticket } = outage('', minutesAgo);
  return { ticket: { ...ticket, unit: null, room, category: 'room', fault: '机房供电异常' }, units: [] };
};
const cause = (fresh: Told, ...before: Told[]) => causeOf(fresh, before, HOUSE, NOW)?.cause ?? null;

describe('a common cause', () => {
  it('is the node of three units within ten minutes, shown by their reports in order of time', () => {
    const [a, b, c] = [outage('甲', 10), outage('乙', 4), outage('丙')];
    expect(causeOf(c, [b, a], HOUSE, NOW)).toEqual({ cause: { kind: 'node', name: '漷县中学' }, evidence: [a, b, c] });
  });

  it('is none of two units, however often they call, nor of three over a longer time', () => {
    expect(cause(outage('乙'), outage('甲', 1), outage('甲', 2), outage('乙', 3))).toBeNull();
    expect(cause(outage('丙'), outage('甲', 11), outage('乙', 1))).toBeNull();
  });

  it('is seen in losses of a whole unit only, and not in what an incident has already', () => {
    const floor = { scope: 'floor', category: 'campus', fault: '整层断网' } as const;
    const camera = { category: 'surveillance', fault: '监控离线' } as const;
    const taken = { incident: { id: 'SJ-20261123-01', part: 'member', since: NOW } } as const;
    for (const change of [floor, camera, taken])
      expect(cause(outage('丙'), outage('甲', 1, change), outage('乙', 1))).toBeNull();
    expect(cause(outage('丙', 0, camera), outage('甲', 1), outage('乙', 1), outage('丁', 1))).toBeNull();
  });

  it('is a machine room with one alarm of it and one unit below it, whichever comes first', () => {
    const room = { kind: 'room', name: '漷县中学' };
    expect(cause(outage('甲'), alarm('漷县中学', 50))).toEqual(room);
    expect(cause(alarm('漷县中学', 0), outage('甲', 5))).toEqual(room);
    expect(cause(outage('甲'), alarm('漷县中学', 61))).toBeNull();
    expect(cause(outage('戊'), alarm('漷县中学', 5))).toBeNull();
    expect(cause(alarm('漷县中学', 0))).toBeNull();
  });

  it('is a ring where units of two of its rooms are out, and enough of them', () => {
    const ring = { kind: 'ring', name: '南环', rooms: ['漷县中学', '渠头小学'] };
    expect(cause(outage('己'), outage('甲', 1), outage('乙', 2), outage('戊', 3))).toEqual(ring);
    expect(cause(outage('己'), outage('甲', 1), outage('乙', 2))).toBeNull();
  });
});
