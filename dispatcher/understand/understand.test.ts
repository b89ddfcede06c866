import { describe, expect, it } from 'vitest';
import { EXAMPLES } from './testing/examples.lexicon.js';
import type { Example } from './testing/examples.lexicon.js';
import { context, named, reader } from './testing/district.js';

const read = ({ text, unit, phase, is: _, ...but }: Example) =>
  reader.understand(
    text,
    context({
      ...but,
      unit: unit === undefined ? null : named(unit),
      event: phase === undefined ? null : { name: '中考', units: [named('第四中学')], phase },
    }),
  );

describe('examples', () => {
  it.each(EXAMPLES.map((example) => [example.text, example] as const))('%s', (_, example) => {
    const { intent, faults } = read(example);
    const [fault] = faults;
    const whole = fault ? `${intent} ${fault.severity} ${fault.category}` : intent;
    expect(example.is === 'report' ? intent : whole).toBe(example.is);
  });
});

describe('fields', () => {
  it.each([
    ['三楼没网，电话13800138001', '13800138001'],
    ['联系 138 0013 8002', '13800138002'],
    ['打座机010-80541122', '01080541122'],
    ['TZ-20261122-0017 怎么样了', null],
    ['ping 10.88.0.18 不通', null],
    ['306室没网', null],
    ['１３８００１３８００３ 找我', '13800138003'],
  ])('telephone: %s', (text, phone) => {
    expect(reader.understand(text, context()).phone).toBe(phone);
  });

  it('tickets, in the text and in its quote', () => {
    const facts = reader.understand('「小通：派单 TZ-20261122-0041」\n------\n0017那单好了', context());
    expect(facts.tickets).toEqual(['0017', 'TZ-20261122-0041']);
  });

  it.each([
    ['1', 1],
    ['②', 2],
    ['第三个', 3],
    ['12', 12],
    ['三楼', null],
  ])('choice: %s', (text, choice) => {
    expect(reader.understand(text, context()).choice).toBe(choice);
  });

  it.each([
    ['转给董亚杨', 'dongyayang'],
    ['让奇昆去', 'hanqikun'],
    ['转赵工', 'zhaogaobin'],
    ['转给董雅洋', 'dongyayang'],
    ['给崔哥吧', 'cuijianchao'],
    ['我走不开', null],
  ])('target: %s', (text, target) => {
    const facts = reader.understand(text, context({ role: 'engineer', assignment: 'offered', replyTo: 'dispatch' }));
    expect(facts.intent).toBe('decline');
    expect(facts.target).toBe(target);
  });

  it.each([
    ['5分', 5],
    ['四星', 4],
    ['打三分吧', 3],
    ['非常不满意', 1],
    ['满意，师傅很耐心', 5],
    ['一般般', 3],
  ])('rating: %s', (text, rating) => {
    expect(reader.understand(text, context({ ticket: 'finished', asked: 'rating' })).rating).toBe(rating);
  });

  it.each([
    ['张家湾中学教学楼三层整层上不了网', '教学楼三层'],
    ['实验楼机房没网', '实验楼机房'],
    ['二年级办公室和三年级办公室都断了', '二年级办公室和三年级办公室'],
    ['高一(3)班没网', '高一(3)班'],
    ['全校断网', null],
  ])('location: %s', (text, location) => {
    expect(reader.understand(text, context()).location).toBe(location);
  });

  it('a machine room has its name of the policy and leaves the unit empty', () => {
    const facts = reader.understand('漷县中学节点机房市电中断，UPS放电中', context({ role: 'engineer' }));
    expect([facts.room, facts.unit, facts.location]).toEqual(['漷县中学', null, '漷县中学节点机房']);
  });

  it('gives its reasons in the words of the text', () => {
    const { faults, evidence } = reader.understand('张家湾中学三楼整层上不了网', context());
    expect(faults[0]?.reason.meaning).toBe('影响一层楼');
    expect(evidence.find(({ field }) => field === 'severity')?.rule).toBe('rubric 2: a floor → level 2');
    expect([...(faults[0]?.summary ?? '')].length).toBeLessThanOrEqual(12);
  });
});

describe('a glance', () => {
  it('sees unit, tickets and that a fault is likely', () => {
    expect(reader.glance('张家湾中学三楼断网')).toEqual({
      units: [named('张家湾中学')],
      unit: named('张家湾中学'),
      tickets: [],
      faultsLikely: true,
    });
    expect(reader.glance('收到').faultsLikely).toBe(false);
  });
});

describe('words shown to people', () => {
  it.each([
    ['一条光缆断了，备用线路正常', '备用线路正常'],
    ['整个三楼都没网', '整个三楼都没网'],
    ['网断', '网断'],
  ])('%s quotes what decided the level', (text, words) => {
    expect(reader.understand(text, context()).faults[0]?.reason.words).toBe(words);
  });

  it('several schools are of no one unit', () => {
    const facts = reader.understand('台湖学校和次渠中学都断网了', context({ role: 'desk' }));
    expect(facts.unit).toBe(null);
    expect(facts.faults[0]).toMatchObject({ severity: 1, scope: 'region' });
  });
});
