/** How wide a fault reaches: from the words of breadth, the places and the counts, without what is denied or well. */
import type { Scope } from '../model.js';
import { countsIn } from './counts.js';
import type { Tag } from './lexicon.js';
import type { Part } from './part.js';
import type { Place, PlaceKind } from './places.js';
import type { Reading } from './reading.js';

/** The scope with the words that told it ([start, end) in the text; empty where none did) and their place. */
export type Reach = { readonly scope: Scope; readonly start: number; readonly end: number; readonly place: Place | null };

const OF_PLACE: Readonly<Record<PlaceKind, Scope>> = {
  building: 'building',
  hall: 'room',
  floors: 'floor',
  floor: 'floor',
  class: 'room',
  classes: 'rooms',
  room: 'room',
  rooms: 'rooms',
  grade: 'rooms',
  grounds: 'room',
  side: 'unknown',
};
const WIDTH: readonly Scope[] = ['unknown', 'terminal', 'room', 'rooms', 'floor', 'building', 'unit-partly', 'unit', 'region'];
const WORDED: readonly (readonly [Tag, Scope])[] = [
  ['partly', 'unit-partly'],
  ['several', 'rooms'],
  ['floor', 'floor'],
  ['wholebuilding', 'building'],
  ['department', 'rooms'],
  ['oneroom', 'room'],
  ['self', 'terminal'],
];
/** Denies the words right behind it. 不止 and 不光 deny that it is all. */
const DENIES = /(?:不是|并非|并不是|不算|没到|不至于|没有到|又不是|不止|不光|不只|不仅|不单|何止|不光是|不只是|别说|不关|除了|除)(?:是|说|就|只|我们|影响|的)?$/;
const LIMIT =
  /(?:就|只|只有|就剩|只剩|仅|仅有|仅限|唯独|单单|单|光|就是|就只|其实是|而是|只是)(?:有|是|剩|我们?|他|她|咱|这|那|某|它|个|在)*(?<what>一间|一个屋|一屋|这间|那间|间|这屋|那屋|一个班|这个班|一个教室|一个办公室|屋|一台|这台|那台|台|一人|一个人|自己|一个(?![月星小])|个别|这一|那一|一块|一路|一部|[一二两三四五六七八九十]?楼?[^\s,，。]{0,6}?(?:室|班|教室|办公室|机房|考场|实验室|厅)(?:一间|这间|那间|没|不|连|断|上不|掉|$))/;
const ROOMISH = /间|屋|班|教室|办公室|室|机房|考场|厅/;

const widest = (reaches: readonly Reach[]): Reach | null =>
  reaches.reduce<Reach | null>(
    (best, one) => (!best || WIDTH.indexOf(one.scope) > WIDTH.indexOf(best.scope) ? one : best),
    null,
  );

const denied = (reading: Reading, start: number): boolean => DENIES.test(reading.text.slice(Math.max(0, start - 6), start));

/** Does a container (a floor, a room) stand in the same statement before these words of "all"? */
const containerOf = (part: Part, start: number): Place | null => {
  const statement = part.statements.find((one) => start >= one.start && start < one.end);
  const before = part.places.filter((place) => statement && place.start >= statement.start && place.start <= start && place.kind !== 'side');
  return before.at(-1) ?? null;
};

const wordedReaches = (reading: Reading, part: Part): Reach[] =>
  WORDED.flatMap(([tag, scope]) =>
    part.hits
      .filter((hit) => hit.tag === tag && !denied(reading, hit.start))
      .map((hit) => ({ scope, start: hit.start, end: hit.end, place: containerOf(part, hit.end) })),
  );

const placeReaches = (reading: Reading, part: Part, single: boolean): Reach[] =>
  part.places
    .filter((place) => place.kind !== 'side' && !denied(reading, place.start))
    .map((place) => ({ scope: single ? 'terminal' : OF_PLACE[place.kind], start: place.start, end: place.end, place }));

const countReaches = (reading: Reading, part: Part): Reach[] =>
  part.statements.flatMap((statement) =>
    countsIn(reading.text.slice(statement.start, statement.end)).flatMap((counted): Reach[] => {
      const start = statement.start + counted.start;
      const end = statement.start + counted.end;
      if (counted.count < 2 || denied(reading, start)) return [];
      const place = containerOf(part, end);
      const at = { start, end, place };
      if (counted.of === 'unit') return [{ scope: 'region', ...at }];
      if (counted.of === 'building') return [{ scope: 'building', ...at }];
      if (counted.of === 'room' || counted.of === 'class') return [{ scope: 'rooms', ...at }];
      return [];
    }),
  );

/** The breadth that is asserted in these statements. `single`: what is broken is one device. */
export const reachOf = (reading: Reading, part: Part, single: boolean): Reach => {
  const none: Reach = { scope: 'unknown', start: 0, end: 0, place: part.places[0] ?? null };
  const wide = part.hits.find((hit) => hit.tag === 'wide' && !denied(reading, hit.start));
  if (wide) return { scope: 'region', start: wide.start, end: wide.end, place: null };
  const limit = limited(reading, part);
  if (limit) return limit;
  const whole = part.hits.find((hit) => hit.tag === 'whole' && !denied(reading, hit.start));
  if (whole) return { scope: 'unit', start: whole.start, end: whole.end, place: containerOf(part, whole.start) };
  const narrow = [...wordedReaches(reading, part), ...countReaches(reading, part), ...placeReaches(reading, part, single)];
  const every = part.hits.find((hit) => hit.tag === 'every' && !denied(reading, hit.start));
  const best = widest(narrow);
  if (every) {
    const container = containerOf(part, every.start) ?? (best && best.scope !== 'terminal' ? best.place : null);
    if (container) return { scope: OF_PLACE[container.kind], start: container.start, end: every.end, place: container };
    if (!best || best.scope === 'terminal' || best.scope === 'unknown')
      return { scope: 'unit', start: every.start, end: every.end, place: null };
  }
  return best ?? none;
};

/** 就这一间, 只有我这台: a limit set in words beats what was said before it. */
const limited = (reading: Reading, part: Part): Reach | null => {
  for (const statement of part.statements) {
    const own = reading.text.slice(statement.start, statement.end);
    const found = LIMIT.exec(own);
    if (!found || DENIES.test(own.slice(0, found.index))) continue;
    const start = statement.start + found.index;
    const scope = ROOMISH.test(found.groups?.['what'] ?? '') ? 'room' : 'terminal';
    return { scope, start, end: start + found[0].length, place: containerOf(part, start + found[0].length) ?? part.places[0] ?? null };
  }
  return null;
};
