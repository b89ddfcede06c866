import { describe, expect, it } from 'vitest';
import { STAFF } from '../../dispatcher/testing/house.js';
import { isBot, keysOf, senderOf, staffOf } from './people.js';

const named = (name: string, id: string | null = null) => ({ name, id });

describe('staffOf', () => {
  it.each([
    [named('赵高斌'), 'zhaogaobin'],
    [named('赵高斌工程师'), 'zhaogaobin'],
    [named('运维-赵高斌@科技公司'), 'zhaogaobin'],
    [named('小赵', 'zhaogaobin'), 'zhaogaobin'],
    [named('苏喆老师'), 'suzhe'],
    [named('赵高斌斌'), null],
    [named('小苏喆'), null],
    [named('王老师'), null],
    [named('a.*'), null],
  ])('%o', (from, id) => {
    expect(staffOf(from, STAFF)?.id ?? null).toBe(id);
  });
});

it('everybody else is a reporter with what was learnt of them', () => {
  const learnt = { name: '王', unit: '甲校', phone: null };
  expect(senderOf(named('王老师'), 'replay:王老师', STAFF, learnt)).toMatchObject({
    key: 'replay:王老师',
    role: 'reporter',
    unit: '甲校',
  });
  expect(senderOf(named('赵高斌'), 'replay:赵高斌', STAFF, null)).toMatchObject({
    key: 'staff:zhaogaobin',
    role: 'engineer',
  });
});

it('a name and its only account are one person, a name with two accounts is two', () => {
  const keys = keysOf([named('王老师', 'a'), named('王老师'), named('李老师', 'b'), named('李老师', 'c')]);
  expect(keys(named('王老师'))).toBe(keys(named('王老师', 'a')));
  expect(new Set([keys(named('李老师', 'b')), keys(named('李老师', 'c')), keys(named('李老师'))]).size).toBe(3);
});

it('the bot is known by its name', () => {
  expect([isBot(named('小通'), '小通'), isBot(named('小通机器人'), '小通'), isBot(named('小通州'), '小通')]).toEqual([
    true,
    true,
    false,
  ]);
});
