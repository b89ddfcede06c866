/** What stands in a clause of breadth, in order: places, words of extent, counted things. */
import type { Scope } from '../model.js';
import { denied } from './breadth.js';
import { countsIn } from './counts.js';
import type { Tag } from './lexicon.js';
import type { Place } from './places.js';
import type { Reading } from './reading.js';
import type { Frame } from './telling.js';

export type Found = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'worded'; readonly scope: Scope }
  | { readonly kind: 'every' | 'whole' | 'crowd' }
);

const WORDED: Partial<Record<Tag, Scope>> = {
  partly: 'unit-partly',
  several: 'rooms',
  floor: 'floor',
  wholebuilding: 'building',
  department: 'rooms',
  oneroom: 'room',
  self: 'terminal',
};
const WORDS = Object.keys(WORDED) as Tag[];

/** 全校就等这一张纸, 全校唯一: the word is of something else. */
const NOT_OF_FAULT =
  /^(?:的)?(?:唯一|就(?:这|它|等|指|靠|一)|只有|都(?:靠|等|用|指|在(?:等|用)|要用)|等着|统一|要(?!么)|师生(?:大会|集会)|大会|会议|集会|广播操|升旗|最|第一|(?:教师|教工)?例会|教研|家长会|教职工大会|公开课|安全|视频|防汛|系统|活动|现场|统考|联考|考试)/;

/** 插哪台都不亮: what was tried, not who suffers. */
const TRIED = /[插换试用拿接]/;

const PC = /台.{0,3}(?:电脑|机器|机子|主机|笔记本|一体机|打印机|学生机|考试机|平板|终端|电视|设备)/;
/** A number of buildings. */
const SUM = /^[两三四五几](?:个|栋|座)*楼/;
/** So many classes are the school. */
const MOST = 12;
const PEOPLE = /^(?:大家|大伙|老师们|同事们|老师|师生|谁|人人)/;

/** All that speaks of breadth in a clause, in order. */
export const foundIn = (reading: Reading, { start, end, role }: Frame): Found[] => {
  const { words, text } = reading;
  const found: Found[] = [];
  const add = (one: Found): void => {
    if (!denied(text, one.start)) found.push(one);
  };
  for (const place of reading.places)
    if (place.start >= start && place.start < end && place.kind !== 'side') add({ ...place, kind: 'place', place });
  for (const hit of words.list(WORDS, start, end)) {
    const scope = WORDED[hit.tag];
    if (scope) add({ start: hit.start, end: hit.end, kind: 'worded', scope });
  }
  for (const hit of words.list(['every', 'crowd', 'whole'], start, end)) {
    if (NOT_OF_FAULT.test(text.slice(hit.end, hit.end + 6)) || TRIED.test(text.charAt(hit.start - 1))) continue;
    const said = text.slice(hit.start, hit.end);
    if (
      hit.tag === 'every' &&
      PEOPLE.test(said) &&
      role !== 'fault' &&
      !/这样|一样|都是|都报|都不|都没|反映|说/.test(text.slice(start, end))
    )
      continue;
    // 宿舍楼和图书馆两栋楼都: the count sums up what was named, not all there is.
    const sum =
      hit.tag === 'whole' &&
      SUM.test(said) &&
      reading.places.some((place) => place.kind === 'building' && place.start >= start && place.start < hit.start);
    if (sum) add({ start: hit.start, end: hit.end, kind: 'worded', scope: 'building' });
    else add({ start: hit.start, end: hit.end, kind: hit.tag as 'every' | 'crowd' | 'whole' });
  }
  const own = text.slice(start, end);
  for (const counted of countsIn(own)) {
    if (counted.count < 2) continue;
    const at = { start: start + counted.start, end: start + counted.end };
    if (counted.of === 'unit') add({ ...at, kind: 'worded', scope: 'region' });
    else if (counted.of === 'building') add({ ...at, kind: 'worded', scope: 'building' });
    else if (counted.of === 'device' && PC.test(own.slice(counted.start, counted.end + 5)))
      add({ ...at, kind: 'worded', scope: 'terminal' });
    else if (counted.of === 'room' || counted.of === 'class')
      add(counted.count >= MOST ? { ...at, kind: 'every' } : { ...at, kind: 'worded', scope: 'rooms' });
  }
  const filled = found.filter(({ kind }) => kind === 'every' || kind === 'whole');
  return found
    .filter(
      (one) =>
        one.kind === 'every' ||
        one.kind === 'whole' ||
        !filled.some((all) => one.start < all.end && one.end > all.start),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
};
