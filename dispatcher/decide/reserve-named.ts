import type { Facts } from '../model.js';
import type { House } from './scene.js';

/**
 * Whoever of the reserve is named in the words: the reader knows the roster alone, and the reserve comes and goes. Only by the whole name,
 * as the manager gave it.
 */
export const withReserve = (facts: Facts, text: string, { staff, attendance }: House): Facts => {
  const named = staff.find(({ id, name }) => attendance.reserve.has(id) && text.includes(name));
  return named === undefined ? facts : { ...facts, target: named.id };
};
