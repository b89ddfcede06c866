import type { Guarantee } from '../model.js';
import { KUOXIAN, ZHANGJIAWAN } from './house.js';
import { GROUP } from './tickets.js';
import { at, NOW } from './time.js';

/** An exam on Saturday 2026-12-19, 08:00 to 18:00, in two schools; made at NOW by the manager. */
export const guaranteeOf = (change: Partial<Guarantee> = {}): Guarantee => ({
  id: 'G1',
  name: '中考英语听说机考',
  units: [ZHANGJIAWAN, KUOXIAN],
  from: at('2026-12-19 08:00'),
  to: at('2026-12-19 18:00'),
  line: 12,
  home: GROUP,
  madeBy: { key: 'staff:wangxiubao', name: '王秀葆' },
  madeAt: NOW,
  state: 'planned',
  log: [],
  ...change,
});
