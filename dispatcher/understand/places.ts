/** Where inside a unit: words of place that stand together make one place, with the narrowest thing it names. */
import { matchesOf } from './matches.js';
import { HEAD, JOINS, NAMED, NUMBERED, NUMBERS } from './place-patterns.js';
import type { Words } from './lexicon.js';

export type PlaceKind =
  | 'building'
  | 'office'
  | 'hall'
  | 'floor'
  | 'floors'
  | 'class'
  | 'classes'
  | 'room'
  | 'rooms'
  | 'grade'
  | 'grounds'
  | 'side';
/** A place as written, [start, end), and the narrowest kind of thing in it. */
export type Place = { readonly start: number; readonly end: number; readonly kind: PlaceKind };

/** From the widest to the narrowest: a place made of two is as narrow as the narrower. */
const NARROWNESS: readonly PlaceKind[] = [
  'side',
  'building',
  'floors',
  'floor',
  'grade',
  'office',
  'grounds',
  'hall',
  'rooms',
  'classes',
  'class',
  'room',
];
const ONE: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['room', 'class', 'hall', 'grounds', 'office']);
const MANY: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['floors', 'classes', 'rooms']);
const WORDED = ['building', 'office', 'hall', 'room', 'grounds', 'side', 'grade'] as const;

const matched = (text: string, pattern: RegExp): Place[] => {
  const found: Place[] = [];
  for (const match of matchesOf(pattern, text)) {
    const kind = NARROWNESS.find((name) => match.groups?.[name] !== undefined);
    if (kind) found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return found;
};

/** 学校外网, 我校内网: 校外 and 校内 are no places there. */
const split = (text: string, start: number, end: number): boolean =>
  /^校[外内里]$/.test(text.slice(start, end)) && /[学我本全贵该高整]/.test(text.charAt(start - 1));

const worded = (text: string, words: Words): Place[] =>
  words
    .list(WORDED)
    .filter(({ start, end }) => !split(text, start, end))
    .map(({ start, end, tag }) => ({ start, end, kind: tag as PlaceKind }));

/** Places being joined: `last` is the kind of the last of them that is no mere side, `and` says that a conjunction stood since. */
type Chain = Place & { readonly last: PlaceKind; readonly and: boolean };

const AND = /[、,和及与跟]|还有/;

const join = (text: string, one: Chain, two: Place): Chain | null => {
  const between = text.slice(one.end, two.start);
  if (two.start > one.end && !(between.length <= 3 && JOINS.test(between))) return null;
  const and = one.and || AND.test(between);
  const end = Math.max(one.end, two.end);
  if (two.kind === 'side') {
    const next = and && /^(?:旁边|隔壁|对面|左右)/.test(text.slice(two.start, two.end)) && ONE.has(one.last);
    return { ...one, kind: next ? 'rooms' : one.kind, end, and };
  }
  if (one.last === 'class' && two.kind === 'class')
    return { start: one.start, end, kind: 'classes', last: 'class', and: false };
  if (and && ONE.has(one.last) && ONE.has(two.kind))
    return { start: one.start, end, kind: 'rooms', last: two.kind, and: false };
  if (and && one.last === 'building' && two.kind !== 'building')
    return { start: one.start, end, kind: 'rooms', last: two.kind, and: false };
  // 二楼和三楼的教室, 一到三年级的办公室: as many rooms as they hold.
  if (MANY.has(one.kind) && two.kind === 'room' && /(?:教室|办公室|班级)$/.test(text.slice(two.start, two.end)))
    return { start: one.start, end, kind: 'rooms', last: two.kind, and: false };
  const narrower = NARROWNESS[Math.max(NARROWNESS.indexOf(one.kind), NARROWNESS.indexOf(two.kind))];
  return { start: one.start, end, kind: narrower ?? one.kind, last: two.kind, and: false };
};

/** The places named in the text, in order; those that stand together are one. */
export const placesIn = (text: string, words: Words): readonly Place[] => {
  const all = [
    ...(NUMBERS.test(text) ? matched(text, NUMBERED) : []),
    ...(HEAD.test(text) ? matched(text, NAMED) : []),
    ...worded(text, words),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Chain[] = [];
  for (const place of all) {
    const last = joined.at(-1);
    // 三楼上不了网: 楼上 is no place of its own within 三楼.
    if (last && (place.end <= last.end || (place.kind === 'side' && place.start < last.end))) continue;
    const both = last ? join(text, last, place) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push({ ...place, last: place.kind, and: false });
  }
  return joined;
};
