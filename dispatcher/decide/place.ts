/** Places as people write them, compared and put together: 三楼 and 教学楼 are one place, 三楼 and 二楼 are two. */

type Parts = {
  readonly buildings: readonly string[];
  /** Floors as digits, those that a room's number tells included. */
  readonly floors: readonly string[];
  readonly rooms: readonly string[];
};

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const FLOOR = /(?:地下|负)?[一二三四五六七八九十\d]{1,2}[楼层]/gu;
const BUILDING =
  /[\u4e00-\u9fff]{0,4}[\u4e00-\u9fffa-z\d](?:楼|座|栋|馆)|食堂|操场|宿舍|门卫|校门口|大门口|礼堂|报告厅/giu;
const ROOM = /(?<!\d)[1-9]\d{2,3}(?!\d)/gu;

const floorOf = (words: string): string =>
  words.replace(/[楼层]$/u, '').replace(/[一二两三四五六七八九]/gu, (c) => DIGITS[c] ?? c);

const partsOf = (place: string): Parts => {
  const rooms = place.match(ROOM) ?? [];
  const floors = (place.match(FLOOR) ?? []).map(floorOf);
  const buildings = place.replace(FLOOR, ' ').match(BUILDING) ?? [];
  return { buildings, floors: floors.length > 0 ? floors : rooms.map((room) => room.slice(0, -2)), rooms };
};

const bare = (place: string): string => place.replace(/[\s的层楼号室]/gu, '');

/** One name within the other: 教学楼 and 北教学楼. */
const alike = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

const apart = (a: readonly string[], b: readonly string[], same: (x: string, y: string) => boolean): boolean =>
  a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => same(x, y)));

/** Can the two not be one place: another building, another floor, another room? What one of them leaves open is no contradiction. */
export const contradicts = (one: string, two: string): boolean => {
  if (alike(bare(one), bare(two))) return false;
  const [a, b] = [partsOf(one), partsOf(two)];
  const equal = (x: string, y: string): boolean => x === y;
  return apart(a.buildings, b.buildings, alike) || apart(a.floors, b.floors, equal) || apart(a.rooms, b.rooms, equal);
};

const buildingFirst = (wide: string, narrow: string): string =>
  /[楼座栋馆]$/u.test(wide) && /^[一二三四五六七八九十\d]/u.test(narrow) ? `${wide}${narrow}` : `${wide} ${narrow}`;

/**
 * The place after somebody told more of it. More detail is put to what was told; what cannot be the same place stands beside it, and takes its
 * stead only where it puts right what was told before (`amends`), in the building told before where it names none.
 */
export const placeAfter = (before: string, told: string, amends: boolean): string => {
  if (bare(before).includes(bare(told))) return before;
  if (bare(told).includes(bare(before))) return told;
  const [old, more] = [partsOf(before), partsOf(told)];
  if (contradicts(before, told)) {
    if (!amends) return `${before}、${told}`;
    const [building] = old.buildings;
    return building !== undefined && more.buildings.length === 0 ? buildingFirst(building, told) : told;
  }
  return more.buildings.length > 0 && old.buildings.length === 0
    ? buildingFirst(told, before)
    : buildingFirst(before, told);
};
