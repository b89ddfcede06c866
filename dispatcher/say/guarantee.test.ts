import { describe, expect, it } from 'vitest';
import type { GuaranteeEffect, GuaranteeFault } from '../decide/guarantee-decision.js';
import { guaranteeOf } from '../testing/guarantees.js';
import { EXAMS, HOUSE, KUOXIAN, STAFF, UNITS, ZHANGJIAWAN } from '../testing/house.js';
import { mentionsIn, placeOf, wordsOf } from '../testing/plain.js';
import { INLINE } from '../testing/story.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { at, NOW } from '../testing/time.js';
import { sayGuarantee } from './guarantee.js';

const HERE = { chat: GROUP, replyTo: 'm1' } as const;
const ALONE = { chat: { channel: 'playground', kind: 'direct', id: 'wangxiubao' }, replyTo: null } as const;
const DUTY = ['zhangbingbing', 'zhaogaobin'];

const say = (effect: GuaranteeEffect, now = NOW) => sayGuarantee([effect], { now, house: HOUSE, mentions: INLINE });
/** What is said, one text a message. */
const texts = (effect: GuaranteeEffect, now = NOW) => say(effect, now).map(wordsOf);

describe('an event is read back', () => {
  const back = (change: Partial<Extract<GuaranteeEffect, { kind: 'read-back' }>>): GuaranteeEffect => ({
    kind: 'read-back',
    done: 'made',
    event: guaranteeOf(),
    at: HERE,
    alert: [],
    ...change,
  });

  it('when it was made: name, time, units, what will happen by itself, how to change it', () => {
    expect(texts(back({}))).toEqual([
      [
        '已登记保障：中考英语听说机考，12-19（周六）08:00-18:00，张家湾中学、漷县中学 共 2 家（服务清单第 12 项）',
        '从 12-18 周五 08:00 起到结束，这些单位的网络问题按一级故障处理。前一天 18:30 和当天 07:00 提醒值守',
        '要改请说“保障 中考英语听说机考 改为 …”“增加单位 …”或“取消保障 中考英语听说机考”',
      ].join('\n'),
    ]);
  });

  it.each([
    ['2026-12-18 19:00', '从现在起到结束，这些单位的网络问题按一级故障处理。现在就提醒值守，当天 07:00 再提醒一次'],
    ['2026-12-19 08:30', '从现在起到结束，这些单位的网络问题按一级故障处理。现在就提醒值守'],
  ])('made at %s it says that the calls come at once', (now, line) => {
    expect(texts(back({}), at(now))[0]?.split('\n')[1]).toBe(line);
  });

  it.each([
    ['moved', '已改期：中考英语听说机考，12-19（周六）08:00-18:00'],
    ['units-added', '已增加单位：中考英语听说机考，现在是 张家湾中学、漷县中学 共 2 家'],
    ['units-dropped', '已减少单位'],
    ['ended', '已结束保障：中考英语听说机考'],
    ['cancelled', '已取消保障：中考英语听说机考（12-19（周六）08:00-18:00），不再提醒值守'],
  ] as const)('when it was %s', (done, words) => {
    expect(texts(back({ done }))[0]).toContain(words);
  });

  it('to those who had been called: in the same message in the group, in one of its own otherwise', () => {
    const [one, ...none] = say(back({ done: 'cancelled', alert: DUTY }));
    expect([one === undefined ? [] : mentionsIn(one), none]).toEqual([DUTY, []]);
    const both = say(back({ done: 'cancelled', alert: DUTY, at: ALONE }));
    expect(both.map((said) => [placeOf(said), mentionsIn(said)])).toEqual([
      ['direct:wangxiubao', []],
      ['group', DUTY],
    ]);
  });

  it('with a long list cut and counted, several days and an end at midnight told whole', () => {
    const units = Array.from({ length: 12 }, (_, i) => UNITS[i % UNITS.length]?.name ?? '');
    const event = guaranteeOf({ units, to: at('2026-12-21 00:00') });
    expect(texts(back({ event }))[0]).toContain('12-19（周六）08:00 至 12-20（周日）24:00，张家湾中学、漷县中学');
    expect(texts(back({ event }))[0]).toContain('等 12 家');
  });
});

describe('an event’s calls', () => {
  it('the evening before', () => {
    const [said] = say({ kind: 'eve', event: guaranteeOf(), duty: DUTY }, at('2026-12-18 18:30'));
    expect(said).toMatchObject({ class: 'ping', repeat: 'again' });
    expect(said && wordsOf(said)).toBe(
      '⏰ 明天 08:00 起保障：中考英语听说机考，12-19（周六）08:00-18:00，张家湾中学、漷县中学 共 2 家\n' +
        '[@张冰冰] [@赵高斌] 请今晚测试线路、备好人员。测完回复“保障测试 正常”，有问题就说明单位和现象',
    );
  });

  it('in the morning, with who has not told of the tests', () => {
    const morning = { kind: 'morning', event: guaranteeOf(), duty: DUTY, silent: ['zhaogaobin'] } as const;
    const now = at('2026-12-19 07:00');
    expect(texts(morning, now)[0]).toContain('线路测试还没报：赵高斌');
    expect(texts({ ...morning, silent: [] }, now)[0]).not.toContain('线路测试');
  });

  it('the line tests, to one engineer directly, with every unit; to nobody where there is no id', () => {
    const event = guaranteeOf({ units: UNITS.map(({ name }) => name) });
    const [said] = say({ kind: 'test-asked', event, to: 'zhaogaobin' });
    expect(said && [placeOf(said), wordsOf(said)]).toEqual([
      'direct:zhaogaobin',
      expect.stringContaining('张家湾中学、漷县中学、考试中心 共 3 家'),
    ]);
    const nobody = HOUSE.staff.map((s) => (s.id === 'zhaogaobin' ? { ...s, ids: {} } : s));
    const stage = { now: NOW, house: { ...HOUSE, staff: nobody }, mentions: INLINE };
    expect(sayGuarantee([{ kind: 'test-asked', event, to: 'zhaogaobin' }], stage)).toEqual([]);
  });

  it('the summary', () => {
    const by = { key: 'staff:zhaogaobin', name: '赵高斌', role: 'engineer' } as const;
    const event = guaranteeOf({ log: [{ kind: 'tested', words: '正常，电话 13800138001', at: 1, by }] });
    const late = [ticketIn('closed', { no: 'TZ-20261219-0002' })];
    const figures = {
      total: 3,
      byLevel: { 1: 2, 2: 0, 3: 1 },
      inTime: 1,
      late,
      open: [ticketIn('accepted', { no: 'TZ-20261219-0003' })],
      units: [
        { unit: ZHANGJIAWAN, count: 2 },
        { unit: KUOXIAN, count: 1 },
      ],
    };
    expect(texts({ kind: 'summary', event, figures, silent: ['cuijianchao'] })).toEqual([
      [
        '✅ 保障结束：中考英语听说机考，12-19（周六）08:00-18:00，张家湾中学、漷县中学 共 2 家',
        '期间报修 3 单：一级 2 · 二级 0 · 三级 1',
        '按时办结 1 · 超时 1（0002） · 未完 1（0003）',
        '张家湾中学 2、漷县中学 1',
        '线路测试：赵高斌 正常，电话 138****8001；未报 崔建超',
      ].join('\n'),
    ]);
    const quiet = { ...figures, total: 0, late: [], open: [], units: [] };
    expect(texts({ kind: 'summary', event: guaranteeOf(), figures: quiet, silent: [] })[0]).toMatch(/\n期间没有报修$/u);
  });
});

describe('the list, and why an order changes nothing', () => {
  it('lists what is planned, and what is on', () => {
    expect(texts({ kind: 'list', events: [], at: HERE })).toEqual(['没有登记的保障']);
    const listed = texts({ kind: 'list', events: [guaranteeOf()], at: HERE }, at('2026-12-19 09:00'));
    expect(listed[0]).toMatch(/^保障 1 项\n· 中考英语听说机考，12-19（周六）08:00-18:00，.*，正在保障$/u);
  });

  it.each<readonly [GuaranteeFault, string]>([
    [{ kind: 'role' }, '保障由王秀葆或张冰冰来定'],
    [{ kind: 'no-name' }, '还缺保障的名称。请这样说：保障 中考英语听说机考 12-19 08:00-18:00 潞河中学、运河中学'],
    [{ kind: 'no-time', lacks: 'clock' }, '还缺几点到几点'],
    [{ kind: 'no-time', lacks: 'date' }, '还缺是哪一天'],
    [{ kind: 'bad-time' }, '一次只写一段'],
    [{ kind: 'past', to: at('2026-11-20 18:00') }, '11-20 周五 18:00 已经过去了'],
    [{ kind: 'no-units' }, '还缺单位'],
    [{ kind: 'unknown-unit', words: ['火星小学', '<@all>'] }, '没认出这些单位：火星小学、<@all>'],
    [{ kind: 'exists', event: guaranteeOf() }, '已有“中考英语听说机考”'],
    [{ kind: 'no-such-event', name: '高考', planned: [guaranteeOf()] }, '没有找到“高考”这项保障。已登记的有：中考'],
    [{ kind: 'no-such-event', name: '', planned: [] }, '现在没有保障。登记请说：保障 '],
    [{ kind: 'which-event', options: [guaranteeOf(), guaranteeOf({ name: '自考' })] }, '中考英语听说机考、自考'],
    [{ kind: 'last-unit', event: guaranteeOf({ units: [EXAMS] }) }, '至少要留一家单位'],
    [{ kind: 'no-words' }, '请说“保障测试 正常”'],
  ])('%j', (fault, words) => {
    expect(texts({ kind: 'fault', fault, at: HERE })[0]).toContain(words);
  });

  it('knows everybody of the duty by name', () => {
    const all = STAFF.map(({ id }) => id).slice(0, 2);
    expect(texts({ kind: 'test-noted', event: guaranteeOf(), silent: all, at: HERE })[0]).toBe(
      '已记下 中考英语听说机考 的线路测试，还差 王秀葆、张冰冰',
    );
  });
});
