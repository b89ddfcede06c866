/** Where inside a unit: words of place that stand together make one place, with the narrowest thing it names. */
import { JOINS } from './place.lexicon.js';
import type { Words } from './lexicon.js';

export type PlaceKind = 'building' | 'hall' | 'floor' | 'floors' | 'class' | 'classes' | 'room' | 'rooms' | 'grade' | 'grounds' | 'side';
/** A place as written, [start, end), and the narrowest kind of thing in it. */
export type Place = { readonly start: number; readonly end: number; readonly kind: PlaceKind };

const N = '[一二两三四五六七八九十\\d]';
const NUMBERED = new RegExp(
  [
    `(?<floors>(?:地下|负)?${N}{1,3}(?:楼|层)?(?:[、,和及与跟到至~—-]${N}{1,3}(?:楼|层)?)+(?<=[楼层])|${N}{1,3}(?:楼|层)以[上下])`,
    `(?<floor>(?:地下|负|第)?${N}{1,3}(?:楼|层)(?![以])|\\d{1,2}f(?![a-z0-9]))`,
    `(?<classes>(?:${N}{1,2}年级|[初高][一二三])?(?:${N}{1,2}|[(（]${N}{1,2}[)）])(?:[、,和到至~-](?:${N}{1,2}|[(（]${N}{1,2}[)）]))+班)`,
    `(?<class>(?:${N}{1,2}年级|[初高][一二三123])[(（]?${N}{1,2}[)）]?班|${N}[(（]${N}{1,2}[)）]班?|[大中小托][一二三四五六七八九\\d]班|${N}{1,2}班(?![长主次])|${N}年${N}{1,2}班)`,
    `(?<room>(?<![\\d.:/-])(?:第)?[a-g]?[1-9]\\d{2}(?:室|房间|房|教室|办公室|班|机房|会议室|考场|实验室|号房|屋)|第?${N}{1,3}(?:考场|机房|机考室|会议室|教室|号机房|号考场|号教室|号会议室|号房间|食堂|餐厅))`,
  ].join('|'),
  'g',
);

const KINDS: Readonly<Record<string, PlaceKind>> = {
  floors: 'floors',
  floor: 'floor',
  classes: 'classes',
  class: 'class',
  room: 'room',
  building: 'building',
  hall: 'hall',
  grounds: 'grounds',
  side: 'side',
  grade: 'grade',
};

/** The narrower of two kinds, as a place of both would be. */
const NARROWNESS: readonly PlaceKind[] = [
  'side',
  'building',
  'floors',
  'floor',
  'grade',
  'grounds',
  'hall',
  'rooms',
  'classes',
  'class',
  'room',
];

const numbered = (text: string): Place[] => {
  const found: Place[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const name = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
    const kind = name === undefined ? undefined : KINDS[name];
    if (kind) found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return found;
};

const worded = (words: Words): Place[] =>
  words.list(['building', 'hall', 'room', 'grounds', 'side', 'grade']).map(({ start, end, tag }) => ({
    start,
    end,
    kind: KINDS[tag] ?? 'side',
  }));

const join = (text: string, one: Place, two: Place): Place | null => {
  const between = text.slice(one.end, two.start);
  if (two.start > one.end && !(between.length <= 3 && JOINS.test(between))) return null;
  const kind =
    /[、,和及与跟]/.test(between) && one.kind === 'room' && two.kind === 'room'
      ? 'rooms'
      : NARROWNESS[Math.max(NARROWNESS.indexOf(one.kind), NARROWNESS.indexOf(two.kind))];
  return { start: one.start, end: Math.max(one.end, two.end), kind: kind ?? one.kind };
};

/** The places named in the text, in order; those that stand together are one. */
export const placesIn = (text: string, words: Words): readonly Place[] => {
  const all = [...numbered(text), ...worded(words)].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Place[] = [];
  for (const place of all) {
    const last = joined.at(-1);
    const both = last && (place.start < last.end || place.start >= last.end) ? join(text, last, place) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push(place);
  }
  return joined;
};
