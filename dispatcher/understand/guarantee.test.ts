import { describe, expect, it } from 'vitest';
import { STAFF } from '../testing/house.js';
import { at } from '../testing/time.js';
import { guaranteeOrder, type GuaranteeOrder } from './guarantee.js';
import { createFindPerson } from './order.js';

const NOW = at('2026-11-23 10:47');
const NAMES = ['潞河中学', '运河中学', '考试中心'];
const find = (words: string): readonly string[] => NAMES.filter((name) => words.includes(name));
const read = (text: string, now = NOW): GuaranteeOrder | null =>
  guaranteeOrder(
    text,
    now,
    find,
    createFindPerson(STAFF, () => null),
  );

/** What an order that adds an event says, in short. */
const added = (text: string, now = NOW): unknown => {
  const order = read(text, now);
  return order?.kind === 'add' ? [order.name, order.from, order.to, order.units] : order;
};

const EXAM = '中考英语听说机考';
const DAY = [at('2026-12-19 08:00'), at('2026-12-19 18:00')];

describe('an event is added', () => {
  it.each([
    ['as the form says', `保障 ${EXAM} 12-19 08:00-18:00 潞河中学、运河中学、考试中心`, NAMES],
    ['with @, a colon and dots', `@小通 保障：${EXAM}，12月19日8点到18点，潞河中学和运河中学`, NAMES.slice(0, 2)],
    [
      'with full-width signs and a weekday',
      `保障 ${EXAM} １２月１９日（周六）８：００—１８：００ 潞河中学`,
      ['潞河中学'],
    ],
    [
      'with halves of the day',
      `保障 ${EXAM} 2026-12-19 上午8点至下午6点 单位：潞河中学、运河中学等2家`,
      NAMES.slice(0, 2),
    ],
    ['with the units before the time', `保障 ${EXAM} 潞河中学、运河中学 12/19 8-18点`, NAMES.slice(0, 2)],
    ['with the time first', `保障12月19日 8时-18时 ${EXAM} 潞河中学，请大家做好准备`, ['潞河中学']],
    ['with a unit named twice', `保障 ${EXAM} 12.19 08:00~18:00 潞河中学 潞河中学`, ['潞河中学']],
  ])('%s', (_, text, units) => {
    expect(added(text)).toEqual([EXAM, ...DAY, units]);
  });

  it.each([
    ['tomorrow', '明天 8:00-12:00', '2026-11-24 08:00', '2026-11-24 12:00'],
    ['today, still on', '今天 08:00-12:00', '2026-11-23 08:00', '2026-11-23 12:00'],
    ['the coming Saturday', '周六 9:00-11:30', '2026-11-28 09:00', '2026-11-28 11:30'],
    ['the Saturday after', '下周六 9点到11点半', '2026-12-05 09:00', '2026-12-05 11:30'],
    ['days in a row', '12-19至12-20 08:00-18:00', '2026-12-19 08:00', '2026-12-20 18:00'],
    ['two days listed', '12月19日、20日 08:00-18:00', '2026-12-19 08:00', '2026-12-20 18:00'],
    ['from a time to a time', '12-19 20:00 至 12-20 02:00', '2026-12-19 20:00', '2026-12-20 02:00'],
    ['the whole day', '12-19 全天', '2026-12-19 00:00', '2026-12-20 00:00'],
    ['an afternoon', '12-19 下午2点到5点', '2026-12-19 14:00', '2026-12-19 17:00'],
    ['over the year’s end', '12-31到01-02 每天 08:00-18:00', '2026-12-31 08:00', '2027-01-02 18:00'],
    ['next year, by the month', '1-5 08:00-18:00', '2027-01-05 08:00', '2027-01-05 18:00'],
    ['next year, half a year back', '6-24 08:00-18:00', '2027-06-24 08:00', '2027-06-24 18:00'],
    ['a leap day by its year', '2028-02-29 08:00-18:00', '2028-02-29 08:00', '2028-02-29 18:00'],
  ])('%s', (_, time, from, to) => {
    expect(added(`保障 自考 ${time} 潞河中学`)).toEqual(['自考', at(from), at(to), ['潞河中学']]);
  });

  it.each([
    ['nothing but the word', '保障', { kind: 'no-name' }],
    ['no name', '保障 12-19 08:00-18:00', { kind: 'no-name' }],
    ['no time at all', '保障 自考 潞河中学', { kind: 'no-time', lacks: 'both' }],
    ['no hours', '保障 自考 12-19 潞河中学', { kind: 'no-time', lacks: 'clock' }],
    ['no day', '保障 自考 8:00-12:00 潞河中学', { kind: 'no-time', lacks: 'date' }],
    ['a day that is not', '保障 自考 2-30 08:00-18:00 潞河中学', { kind: 'bad-time' }],
    ['an hour that is not', '保障 自考 12-19 08:00-25:00 潞河中学', { kind: 'bad-time' }],
    ['an end before the start', '保障 自考 12-19 18:00-08:00 潞河中学', { kind: 'bad-time' }],
    ['two days with others between', '保障 自考 12-19、12-26 08:00-18:00 潞河中学', { kind: 'bad-time' }],
    ['two stretches of one day', '保障 自考 12-19 08:00-10:00 14:00-16:00 潞河中学', { kind: 'bad-time' }],
    ['more than a month', '保障 自考 12-19至03-19 08:00-18:00 潞河中学', { kind: 'bad-time' }],
    ['a day just over', '保障 自考 11-20 08:00-18:00 潞河中学', { kind: 'past', to: at('2026-11-20 18:00') }],
    ['an hour just over', '保障 自考 今天 08:00-10:00 潞河中学', { kind: 'past', to: at('2026-11-23 10:00') }],
    ['no unit', '保障 自考 12-19 08:00-18:00', { kind: 'no-units' }],
    [
      'a unit nobody knows',
      '保障 自考 12-19 08:00-18:00 潞河中学、火星小学',
      { kind: 'unknown-unit', words: ['火星小学'] },
    ],
  ])('not with %s', (_, text, fault) => {
    expect(read(text)).toEqual({ kind: 'wrong', fault });
  });
});

describe('an event is listed, changed and ended', () => {
  it.each<readonly [string, GuaranteeOrder]>([
    ['保障列表', { kind: 'list' }],
    ['结束保障 自考', { kind: 'finish', how: 'ended', name: '自考' }],
    ['@小通 取消保障：自考。', { kind: 'finish', how: 'cancelled', name: '自考' }],
    ['结束保障', { kind: 'finish', how: 'ended', name: '' }],
    ['保障 自考 增加单位 运河中学', { kind: 'units', how: 'added', name: '自考', units: ['运河中学'] }],
    ['保障 自考 去掉单位：运河中学、考试中心', { kind: 'units', how: 'dropped', name: '自考', units: NAMES.slice(1) }],
    ['保障 增加单位 火星小学', { kind: 'wrong', fault: { kind: 'unknown-unit', words: ['火星小学'] } }],
    [
      '保障 自考 改为 12-20 08:00-12:00',
      { kind: 'move', name: '自考', from: at('2026-12-20 08:00'), to: at('2026-12-20 12:00') },
    ],
    ['保障 自考 改为 12-20', { kind: 'wrong', fault: { kind: 'no-time', lacks: 'clock' } }],
    ['保障测试 潞河中学 丢包', { kind: 'tested', words: '潞河中学 丢包' }],
  ])('%s', (text, order) => {
    expect(read(text)).toEqual(order);
  });

  it.each(['保障人员都到位了', '今天保障 自考', '潞河中学三楼断网', '', '保障期间大家手机保持畅通'])(
    'talk is no order: %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('who stands by', () => {
  it('is named with the event, or afterwards', () => {
    expect(read(`保障 ${EXAM} 12-19 08:00-18:00 潞河中学、运河中学 值守 赵高斌、崔建超`)).toMatchObject({
      kind: 'add',
      units: NAMES.slice(0, 2),
      people: ['zhaogaobin', 'cuijianchao'],
    });
    expect(read('保障 中考 值守人员：赵高斌和郭镇鑫')).toEqual({
      kind: 'named',
      name: '中考',
      people: ['zhaogaobin', 'guozhenxin'],
    });
    expect(read('保障 值守改为 赵高斌')).toEqual({ kind: 'named', name: '', people: ['zhaogaobin'] });
  });

  it('is somebody of the roster', () => {
    expect(read('保障 中考 值守 赵高斌、孙悟空')).toEqual({
      kind: 'wrong',
      fault: { kind: 'unknown-person', words: ['孙悟空'] },
    });
  });
});
