/** Under which names a unit is spoken of: official, short, without the district, by its town, by a stem nobody else has. */
import type { Unit } from '../model.js';
import { CONFUSABLE, STEMS_NOT_NAMES } from './unit-names.lexicon.js';

/** sure: a name. stem: a part that only this unit has (觅子店). town: what people make of a town (西集小学). */
export type Alias = { readonly words: string; readonly kind: 'sure' | 'town' | 'stem'; readonly unit: Unit };

const DISTRICT = /^(?:北京市?)?(?:通州区)/;
const CITY = /^北京市?/;
const SUFFIX = /(?:镇|乡|回族乡)?(?:中心|民族)?(?:小学|中学|学校|幼儿园|校区|分校)$/;

/** What any school may be called. */
const GENERIC = /^(?:区|县|市|镇)?(?:中心)?(?:幼儿园|小学|中学|学校|校区|分校|本部)$/;

const sureNames = (unit: Unit): string[] => {
  const bare = unit.name.replace(DISTRICT, '');
  const noCity = unit.name.replace(CITY, '');
  const names = [unit.name, bare, noCity, ...unit.shortNames];
  for (const name of [bare, ...unit.shortNames]) {
    if (/^.{1,5}镇.{2,}(?:小学|幼儿园)$/.test(name) && !/中心/.test(name)) names.push(name.replace(/^.{1,5}?镇/, ''));
    if (/幼儿园$/.test(name)) names.push(name.replace(/幼儿园$/, '幼稚园'), name.replace(/幼儿园$/, '幼'));
    if (/小学$/.test(name) && name.length >= 4) names.push(name.replace(/小学$/, '小'));
    if (/附属中学/.test(name)) names.push(name.replace('附属中学', '附中'));
    if (/(?:分校|校区)$/.test(name)) names.push(name.replace(/分校$/, '校区').replace(/校区$/, '校区'));
  }
  return names.filter((name) => name.length >= 2 && (!GENERIC.test(name) || unit.shortNames.includes(name)));
};

const townNames = (unit: Unit): string[] => {
  const bare = unit.name.replace(DISTRICT, '');
  const names: string[] = [];
  const centre = /^(.{2,4}?)(?:镇|回族乡|乡)(?:\1)?中心(小学|幼儿园)$/.exec(bare);
  if (centre) {
    const [, town = '', kind = ''] = centre;
    names.push(`${town}${kind}`, `${town}镇${kind}`, `${town}中心${kind}`);
    names.push(
      ...(kind === '小学'
        ? [`${town}中心校`, `${town}镇中心校`, `${town}中心小`]
        : [`${town}中心园`, `${town}中心幼`, `${town}园`]),
    );
  }
  const nine = /^(.{2,4})学校$/.exec(bare);
  if (nine && unit.kind === 'nine-year') names.push(`${nine[1]}中学`, `${nine[1]}小学`);
  const middle = /^(.{2,4})中学$/.exec(bare);
  if (middle)
    names.push(`${middle[1]}镇中学`, `${middle[1]}初中`, ...(unit.kind === 'full' ? [`${middle[1]}高中`] : []));
  return names;
};

/** People drop 通州校区 where only this district's branch can be meant (人大附中). */
const branchNames = (unit: Unit): string[] => {
  const bare = unit.name.replace(CITY, '');
  return [bare, unit.name, ...unit.shortNames]
    .filter((name) => /通州(?:校区|分校)?$/.test(name))
    .map((name) => name.replace(/通州(?:校区|分校)?$/, ''))
    .filter(
      (name) =>
        name.length >= 3 &&
        !/^(?:北京)?(?:市)?第?[一二三四五六七八九十]中学?$/.test(name) &&
        !/^北京(?:市)?$/.test(name),
    );
};

/** A name of three characters typed with one missing (永乐中学 for 永乐店中学). */
const clippedNames = (unit: Unit): string[] => {
  const found = /^(.)(.)(.)((?:镇|乡)?(?:中心)?(?:小学|中学|学校|幼儿园))$/.exec(unit.name.replace(DISTRICT, ''));
  if (!found) return [];
  const [, a = '', b = '', c = '', kind = ''] = found;
  return [`${a}${b}${kind}`, `${a}${c}${kind}`];
};

/** 次中 for 次渠中学: only where one middle school begins so. */
const initialNames = (unit: Unit): string[] => {
  const stem = /^([^东西南北大小新老中第])[^\s]{1,2}中学$/.exec(unit.name.replace(DISTRICT, ''))?.[1];
  return stem ? [`${stem}中`] : [];
};

const stemOf = (unit: Unit): string | null => {
  const office = /研究所$/.exec(unit.name)?.[0];
  if (unit.kind === 'office' && office) return office;
  const stem = unit.name.replace(DISTRICT, '').replace(SUFFIX, '');
  return stem.length >= 2 && stem.length <= 5 && stem !== unit.name ? stem : null;
};

/** Written variants: characters that are mistaken for others by their look. */
const lookalikes = (words: string): string[] =>
  Object.entries(CONFUSABLE).flatMap(([right, wrongs]) =>
    words.includes(right) ? [...wrongs].map((wrong) => words.replace(right, wrong)) : [],
  );

/**
 * All aliases of all units. A name that a unit bears outright is never given to another by its town; a stem or town name that two
 * units would share is nobody's.
 */
export const aliasesOf = (units: readonly Unit[]): readonly Alias[] => {
  const sure = new Map<string, Set<Unit>>();
  const town = new Map<string, Set<Unit>>();
  const stems = new Map<string, Set<Unit>>();
  const add = (to: Map<string, Set<Unit>>, words: string, unit: Unit): void => {
    const known = to.get(words);
    if (known) known.add(unit);
    else to.set(words, new Set([unit]));
  };
  for (const unit of units) {
    for (const name of sureNames(unit)) {
      const words = name.toLowerCase();
      add(sure, words, unit);
      for (const like of lookalikes(words)) add(sure, like, unit);
    }
    for (const name of townNames(unit)) add(town, name, unit);
    const stem = stemOf(unit);
    if (stem) add(stems, stem, unit);
  }
  const other = (names: (unit: Unit) => string[]): void => {
    const fresh = new Map<string, Set<Unit>>();
    for (const unit of units) for (const name of names(unit)) add(fresh, name.toLowerCase(), unit);
    for (const [words, owners] of fresh)
      if (owners.size === 1 && !sure.has(words) && !town.has(words)) town.set(words, owners);
  };
  other(branchNames);
  other(clippedNames);
  other(initialNames);
  const towns = new Set(units.map((unit) => unit.town));
  const out: Alias[] = [];
  for (const [words, owners] of sure) for (const unit of owners) out.push({ words, kind: 'sure', unit });
  for (const [words, owners] of town)
    if (!sure.has(words)) for (const unit of owners) out.push({ words, kind: 'town', unit });
  for (const [words, owners] of stems) {
    if (owners.size > 1 || sure.has(words) || town.has(words) || towns.has(words) || STEMS_NOT_NAMES.has(words))
      continue;
    for (const unit of owners) out.push({ words, kind: 'stem', unit });
  }
  return out;
};
