/** A fault in a few words of our own, for receipts and lists: 整层断网, 全校网速慢, 一处监控故障. */
import type { Category, Scope } from '../model.js';
import type { Part } from './part.js';
import type { Trouble } from './trouble.js';

const WIDE: Readonly<Record<Scope, string>> = {
  region: '多校',
  unit: '全校',
  'unit-partly': '部分',
  building: '整栋',
  floor: '整层',
  rooms: '多处',
  room: '',
  terminal: '',
  unknown: '',
};
const THING: Readonly<Record<Category, string>> = {
  campus: '网络',
  fibre: '光缆',
  metro: '网络',
  room: '机房设备',
  wireless: '无线',
  virtual: '虚拟机',
  backup: '备份',
  video: '视频会议',
  security: '安全事件',
  surveillance: '监控门禁',
  event: '活动保障',
  platform: '运维平台',
  support: '终端',
};
const NAMED: readonly (readonly [RegExp, string, ...Category[]])[] = [
  [/勒索|比特币|加密/, '勒索病毒', 'security'],
  [/博彩|赌博|黑页|篡改|涉政/, '网页被篡改', 'security'],
  [/广告|弹窗|传奇/, '弹窗广告', 'security'],
  [/卡纸/, '打印机卡纸', 'support'],
  [/没粉|没墨|缺墨|碳粉|硒鼓|墨盒/, '打印机缺耗材', 'support'],
  [/打印机|打引机|复印机/, '打印机故障', 'support', 'campus'],
  [/169\.?\d*|dhcp|获取不到|分.{0,2}地址/, '获取不到地址', 'campus'],
  [/ip.{0,2}冲突|地址冲突/, '地址冲突', 'campus'],
  [/光缆.{0,8}断|挖断|刨断|刮断/, '光缆中断', 'fibre'],
  [/空调/, '机房空调异常', 'room'],
  [/ups|市电|断电|停电/, '机房供电异常', 'room'],
  [/摄像头|监控|探头/, '监控离线', 'surveillance'],
  [/闸机|门禁|刷脸|人脸/, '门禁失灵', 'surveillance'],
  [/漏洞|弱口令|漏扫/, '漏洞整改', 'security'],
  [/蓝屏/, '电脑蓝屏', 'support'],
  [/投影/, '投影故障', 'support'],
];

const ASKED: Readonly<Record<Category, string>> = {
  ...THING,
  campus: '网络点位',
  support: '技术咨询',
  metro: '网络咨询',
  room: '机房事项',
  security: '安全事项',
  event: '活动保障',
};

/** At most 12 characters. */
export const summaryOf = (category: Category, scope: Scope, trouble: Trouble, part: Part): string => {
  const named = NAMED.find(([pattern, , ...of]) => of.includes(category) && pattern.test(part.text))?.[1];
  const net = category === 'campus' || category === 'metro';
  switch (trouble.effect) {
    case 'request':
      return `${category === 'support' && named ? named : ASKED[category]}${category === 'event' ? '' : '申请'}`.slice(
        0,
        12,
      );
    case 'odd':
      return (named ?? `${THING[category]}异常`).slice(0, 12);
    case 'reserve':
      return `${THING[category]}失去冗余`.slice(0, 12);
    case 'bad':
      return `${WIDE[scope]}${net ? '网络不稳' : `${THING[category]}不稳`}`.slice(0, 12);
    case 'gone':
      if (named) return `${named.length < 7 ? WIDE[scope] : ''}${named}`.slice(0, 12);
      return `${WIDE[scope]}${net ? '断网' : category === 'fibre' ? '光缆故障' : `${THING[category]}故障`}`.slice(
        0,
        12,
      );
    default:
      return never(trouble.effect);
  }
};

const never = (value: never): string => value;
