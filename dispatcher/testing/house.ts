/** A small district with the contract's people (contract.md, annex 3) and the design's defaults (design.md 4). */
import { EVERYBODY } from '../decide/attendance.js';
import type { House } from '../decide/scene.js';
import { HOUR, MINUTE } from '../decide/time.js';
import type { Category, Role, Staff, Unit } from '../model.js';
import type { Policy } from '../policy.js';

export const POLICY: Policy = {
  sla: {
    1: {
      acceptMs: 5 * MINUTE,
      arrive: { unit: 'ms', ms: 30 * MINUTE },
      resolve: { unit: 'ms', ms: 4 * HOUR },
      hours: 'all',
      beatMs: 15 * MINUTE,
    },
    2: {
      acceptMs: 15 * MINUTE,
      arrive: { unit: 'ms', ms: 2 * HOUR },
      resolve: { unit: 'ms', ms: 8 * HOUR },
      hours: 'all',
      beatMs: null,
    },
    3: {
      acceptMs: 60 * MINUTE,
      arrive: { unit: 'working-days', days: 1 },
      resolve: { unit: 'working-days', days: 2 },
      hours: 'working',
      beatMs: null,
    },
  },
  workingHours: {
    parts: [
      { from: 8 * 60, to: 12 * 60 },
      { from: 13 * 60, to: 18 * 60 },
    ],
    days: { off: [], on: [], known: [] },
  },
  vacations: [{ name: '寒假', from: '2027-01-24', to: '2027-02-21' }],
  warn: { accept: 3 * MINUTE, arrive: 30 * MINUTE, resolve: HOUR },
  ladder: { again: 5 * MINUTE },
  managerAfter: 30 * MINUTE,
  retryAssign: 10 * MINUTE,
  suspendCheck: 24 * HOUR,
  closeAfter: 48 * HOUR,
  draftMs: 5 * MINUTE,
  choiceMs: 10 * MINUTE,
  assign: { most: 5, stay: HOUR },
  guarantee: { eve: 18 * 60 + 30, morning: 7 * 60 },
  rota: {
    shifts: [
      { name: '夜班', from: 18 * 60, to: 32 * 60, days: '每天' },
      { name: '日班', from: 8 * 60, to: 18 * 60, days: '休息日' },
    ],
    rotation: null,
    reserve: [
      { name: '城域网', aliases: ['城域'], most: 4, categories: ['metro', 'fibre'] },
      { name: '施工队', aliases: [], most: null, categories: ['fibre'] },
    ],
  },
  inspections: { morning: 8 * 60, evening: 18 * 60, plans: [] },
  incident: {
    units: 3,
    ringUnits: 4,
    within: 10 * MINUTE,
    roomWithin: HOUR,
    beat: 15 * MINUTE,
    fold: MINUTE,
  },
  digestAt: 18 * 60,
  lead: 'zhangbingbing',
  manager: 'wangxiubao',
  desk: 'suzhe',
  rooms: [
    { name: '研修中心', aliases: ['核心机房'], core: true },
    { name: '漷县中学', aliases: ['漷县机房'], core: false },
  ],
};

const person = (
  id: string,
  name: string,
  role: Exclude<Role, 'reporter'>,
  primary: readonly Category[] = [],
  secondary: readonly Category[] = [],
): Staff => ({ id, name, role, primary, secondary, ids: { wecom: id, playground: id } });

export const STAFF: readonly Staff[] = [
  person('wangxiubao', '王秀葆', 'manager'),
  person('zhangbingbing', '张冰冰', 'lead', ['event'], ['support']),
  person('caoyunwu', '曹云武', 'engineer', [], ['campus', 'surveillance', 'video']),
  person('hanqikun', '韩奇昆', 'engineer', [], ['campus', 'surveillance', 'video']),
  person('zhaogaobin', '赵高斌', 'engineer', ['campus', 'surveillance'], ['wireless']),
  person('dongyayang', '董亚杨', 'engineer', ['campus', 'surveillance'], ['wireless']),
  person('cuijianchao', '崔建超', 'engineer', ['metro', 'fibre'], ['room', 'platform']),
  person('guozhenxin', '郭镇鑫', 'engineer', ['room'], ['metro', 'virtual', 'backup', 'security']),
  person('zhangyazhao', '张亚钊', 'engineer', ['security', 'video']),
  person('suzhe', '苏喆', 'desk', ['wireless', 'virtual', 'backup', 'platform', 'support']),
  person('jiafang', '甲方代表', 'client'),
];

export const ZHANGJIAWAN = '北京市通州区张家湾中学';
export const KUOXIAN = '北京市通州区漷县中学';
export const EXAMS = '北京市通州区考试中心';

const unit = (name: string, short: string, key = false): Unit => ({
  name,
  short,
  shortNames: [short],
  kind: 'full',
  town: null,
  node: '研修中心',
  key,
});

export const UNITS: readonly Unit[] = [
  unit(ZHANGJIAWAN, '张家湾中学'),
  unit(KUOXIAN, '漷县中学'),
  unit(EXAMS, '考试中心', true),
];

/** The house of the tests, with what a test wants to be otherwise. */
export const houseOf = (change: Partial<Policy> = {}, staff: readonly Staff[] = STAFF): House => ({
  policy: { ...POLICY, ...change },
  staff,
  units: new Map(UNITS.map((u) => [u.name, u])),
  attendance: EVERYBODY,
  topology: { trunks: [], rings: [] },
});

export const HOUSE: House = houseOf();
