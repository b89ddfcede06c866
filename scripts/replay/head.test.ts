import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../dispatcher/decide/time.js';
import { dayRuleOf, headOf } from './head.js';

const DAY = { year: 2026, month: 11, day: 22 };
const AT = 10 * HOUR + 42 * MINUTE;
const WANG = { name: '王老师', id: null };

describe('headOf', () => {
  it.each([
    ['2026-11-22 10:42:11 王老师', { from: WANG, day: DAY, time: AT + 11_000, bare: false }],
    ['2026/11/22 10:42  王老师 ', { from: WANG, day: DAY, time: AT }],
    ['2026年11月22日 星期日 下午1:05 王老师', { day: DAY, time: 13 * HOUR + 5 * MINUTE }],
    ['[2026-11-22 10:42:11] 王老师(zjw-wang): 断网了', { from: { name: '王老师', id: 'zjw-wang' }, text: '断网了' }],
    ['王老师 2026-11-22 10:42', { from: WANG, day: DAY, time: AT }],
    ['王老师\u00A0 11/22 10:42:11', { from: WANG, day: { year: null, month: 11, day: 22 }, time: AT + 11_000 }],
    ['王老师(zjw-wang) 10:42', { from: { name: '王老师', id: 'zjw-wang' }, day: null, time: AT, bare: false }],
    ['王老师（zjw-wang） 10:42', { from: { name: '王老师', id: 'zjw-wang' } }],
    ['Wang Lei 10:42', { from: { name: 'Wang Lei', id: null }, time: AT, bare: true }],
    ['2026-11-22 凌晨12:05 王老师', { time: 5 * MINUTE }],
    ['2026-11-22 25:61 王老师', { from: WANG, time: null }],
  ])('%s', (line, head) => {
    expect(headOf(line)).toMatchObject(head);
  });

  it.each([
    '三楼整层上不了网',
    '电话 13800138001',
    '2026-11-22 10:40:11 %LINK-3-UPDOWN: Interface GigabitEthernet0/1',
    '2026-11-22 10:40:11 AP01-2F offline since 10:39, 3 clients',
    '时间：2026-11-22 10:42',
    '下午 14:30 开会，请各校准备',
    '64 bytes from 10.1.1.1: icmp_seq=1 ttl=64 time=1.2 ms',
    `${'很'.repeat(200)} 10:42`,
    '',
  ])('no head: %s', (line) => {
    expect(headOf(line)).toBeNull();
  });
});

describe('dayRuleOf', () => {
  it('is a date between rules, and nothing else', () => {
    expect(dayRuleOf('—————  2026-11-22  —————')).toEqual(DAY);
    expect(dayRuleOf('----- 11月22日 -----')).toEqual({ year: null, month: 11, day: 22 });
    for (const line of ['2026-11-22', '11/22', '—————', '-- 断网 --']) expect(dayRuleOf(line)).toBeNull();
  });
});
