/** Breadths: how wide a place is, which of two is the wider, and what denies one. */
import type { Scope } from '../model.js';
import type { Place, PlaceKind } from './places.js';

/** A breadth with the words that told it ([start, end) in the text) and the place it holds for. */
export type Extent = {
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  readonly place: Place | null;
  /** limit: said to be all of it (就这一间). all: everything there is, of the unit or of a place. some: as wide as named. */
  readonly how: 'limit' | 'all' | 'some';
};

/** How wide a place is by itself. */
export const OF_PLACE: Readonly<Record<PlaceKind, Scope>> = {
  building: 'building',
  hall: 'room',
  office: 'rooms',
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

const WIDTH: readonly Scope[] = [
  'unknown',
  'terminal',
  'room',
  'rooms',
  'floor',
  'building',
  'unit-partly',
  'unit',
  'region',
];
/** Is `one` wider than `two`? */
export const wider = (one: Scope, two: Scope): boolean => WIDTH.indexOf(one) > WIDTH.indexOf(two);

/** Denies the words right behind it. 不止 and 不光 deny that it is all. */
export const DENIES =
  /(?:(?<!是)不是|并非|并不是|不算|没到|不至于|没有到|又不是|不止|不光|不只|不仅|不单|何止|不光是|不只是|别说|甭说|除了|除|跟|像)(?:是|说|就|只|我们|影响|的)?$/;
export const denied = (text: string, start: number): boolean => DENIES.test(text.slice(Math.max(0, start - 6), start));

/** Places that are a whole school by themselves: a campus. */
const CAMPUS = /校区|分校|分部|[东西南北中老新]校|分院|本部/;
/** How wide this place is. */
export const scopeOf = (text: string, place: Place): Scope =>
  place.kind === 'building' && CAMPUS.test(text.slice(place.start, place.end)) ? 'unit' : OF_PLACE[place.kind];
