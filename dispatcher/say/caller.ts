import { UNNAMED, type Ticket } from '../model.js';
import { quoteWords } from './words.js';

/** That it came over the telephone, and from whom. */
export const calledIn = ({ caller }: Ticket): string => {
  if (caller === null) return '';
  return caller.name === UNNAMED ? '（来电）' : `（${quoteWords(caller.name, 12)} 来电）`;
};
