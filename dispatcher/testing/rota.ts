import type { Duty, Leave, Reserve } from '../model.js';
import { GROUP } from './tickets.js';
import { NOW, at } from './time.js';

const made = {
  home: GROUP,
  madeBy: { key: 'staff:wangxiubao', name: '王秀葆' },
  madeAt: NOW,
  cancelled: false,
} as const;

/** 曹云武 is away from Tuesday to Thursday. */
export const leaveOf = (change: Partial<Leave> = {}): Leave => ({
  ...made,
  kind: 'leave',
  id: 'L1',
  staff: 'caoyunwu',
  from: at('2026-11-24 00:00'),
  to: at('2026-11-27 00:00'),
  why: '',
  ...change,
});

/** 赵高斌 has duty on Saturday night. */
export const dutyOf = (change: Partial<Duty> = {}): Duty => ({
  ...made,
  kind: 'duty',
  id: 'D1',
  people: ['zhaogaobin'],
  from: at('2026-11-28 18:00'),
  to: at('2026-11-29 08:00'),
  ...change,
});

/** 刘洋 of the metro reserve, called this morning. */
export const reserveOf = (change: Partial<Reserve> = {}): Reserve => ({
  ...made,
  kind: 'reserve',
  id: 'R1',
  staff: 'reserve-liuyang',
  name: '刘洋',
  group: '城域网',
  categories: ['metro', 'fibre'],
  ids: { playground: 'liuyang' },
  from: at('2026-11-23 10:00'),
  to: null,
  ...change,
});
