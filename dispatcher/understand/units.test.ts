import { describe, expect, it } from 'vitest';
import { context, district, named, reader } from './testing/district.js';
import { soundOf } from './syllables.js';

const unitIn = (text: string, own: string | null = null): string | null =>
  reader.understand(text, context({ unit: own })).unit;

/** Characters of the basic block by their sound, to make homophones of. */
const bySound = new Map<number, string[]>();
for (let code = 0x4e00; code <= 0x9fa5; code++) {
  const { exact } = soundOf(code);
  bySound.set(exact, [...(bySound.get(exact) ?? []), String.fromCharCode(code)]);
}

describe('a unit is found', () => {
  it.each(district.units.map((unit) => [unit.name, unit] as const))('%s by its names', (_, unit) => {
    for (const name of [unit.name, ...unit.shortNames]) {
      expect(unitIn(`${name}三楼整层上不了网`), name).toBe(unit.name);
      expect(unitIn(`老师好，我是${name}的，网断了`), name).toBe(unit.name);
    }
  });

  it.each(district.units.map((unit) => [unit.name, unit] as const))('%s with one homophone', (_, unit) => {
    for (const name of [unit.name, ...unit.shortNames].filter((one) => one.length >= 4)) {
      for (let at = 0; at < name.length; at++) {
        const char = name.charAt(at);
        const other = (bySound.get(soundOf(char.charCodeAt(0)).exact) ?? []).find(
          (like) => like !== char && !name.includes(like),
        );
        if (other === undefined || /[a-z\d]/i.test(char)) continue;
        const heard = name.slice(0, at) + other + name.slice(at + 1);
        const clash = district.units.some((one) => one !== unit && [one.name, ...one.shortNames].includes(heard));
        if (!clash) expect(unitIn(`${heard}三楼整层上不了网`), heard).toBe(unit.name);
      }
    }
  });

  it.each([
    ['马居桥小学断网', '马驹桥镇中心小学'],
    ['研修中心实验学校没网', '教师研修中心实验学校'],
    ['研修中心没网', '教师研修中心'],
    ['芙蓉幼儿园没网', '芙蓉幼儿园'],
    ['运河中学本部没事，是东校区高三楼断了', '运河中学东校区'],
    ['人大附中没网', '中国人民大学附属中学通州校区'],
    ['永乐中学断网', '永乐店中学'],
    ['觅子店中学好着呢，是西集中学断了', '西集中学'],
    ['隔壁芙蓉幼儿园有网，我们芙蓉小学断了', '芙蓉小学'],
    ['官园小学至贡院小学之间的光缆断了，贡院整个学校断网，官园没断', '贡院小学'],
  ])('%s', (text, end) => {
    expect(unitIn(text)).toBe(named(end));
  });

  it.each(['公园门口没网', '始终上不了网', '特效打不开', '这种情况很多次了，网断了'])('and none in: %s', (text) => {
    expect(unitIn(text)).toBeNull();
  });

  it('is the own one where only another is gone to or well', () => {
    const own = named('玉桥小学');
    expect(unitIn('下午教委视频会，我们的终端连不上', own)).toBe(own);
  });

  it('is none where several are affected', () => {
    const facts = reader.understand('宋庄中学、葛渠小学、寨里小学都没网了', context());
    expect(facts.unit).toBeNull();
    expect(facts.units).toHaveLength(3);
    expect(facts.faults[0]?.severity).toBe(1);
  });
});
