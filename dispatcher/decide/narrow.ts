import type { Ticket } from '../model.js';
import type { Scene } from './scene.js';

/** 张家湾中学 is called 张家湾 by whoever drives there. */
const stemOf = (short: string): string => short.replace(/(?:镇)?(?:中心)?(?:小学|中学|幼儿园|学校|学院|校区)$/u, '');

const bare = (words: string): string => words.replace(/[\s的层楼号室]/gu, '');

/** What people call a ticket by, the surest first: its school, its school's village, its place, its thing. */
const SIGNS: readonly ((ticket: Ticket, scene: Scene) => boolean)[] = [
  ({ unit }, { facts }) => unit !== null && facts.units.includes(unit),
  ({ unit }, { text, house }) => {
    const stem = unit === null ? '' : stemOf(house.units.get(unit)?.short ?? '');
    return stem.length >= 2 && text.includes(stem);
  },
  ({ place }, { text }) =>
    place !== null && (text.includes(place) || (bare(place).length >= 2 && bare(text).includes(bare(place)))),
  ({ fault }, { text }) => fault.length >= 3 && text.includes(fault.slice(0, 2)),
];

/** Of several tickets that words can be about, those that the words point at; all where they point at none. */
export const narrowed = (tickets: readonly Ticket[], scene: Scene): readonly Ticket[] =>
  SIGNS.reduce<readonly Ticket[]>((left, sign) => {
    const fit = left.filter((ticket) => sign(ticket, scene));
    return fit.length > 0 ? fit : left;
  }, tickets);
