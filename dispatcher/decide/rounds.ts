import type { Ticket } from '../model.js';

const RETRY = /^retry-assign:(\d+)\./u;

/**
 * How many times everybody on the duty has been asked, the present time included: 1 for the first. A ticket that was only held back for
 * its unit had not been offered to anybody (round 0), so that trying it is no second time.
 */
export const askedTimes = (ticket: Ticket): number =>
  1 + ticket.told.filter((key) => Number(RETRY.exec(key)?.[1] ?? 0) > 0).length;
