import { visitorOf } from '../decide/visit.js';
import { UNNAMED, type Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { directTo, lines, mentionStaff, said } from './message.js';
import type { Stage } from './stage.js';
import { quoteWords, short, unitName } from './words.js';

/**
 * The rating of a call is asked of the desk, who calls back: a caller cannot be mentioned. The number stands whole where the desk
 * alone reads it, since it is there to be called; nowhere in the group.
 */
export const visit = (ticket: Ticket, name: string, stage: Stage): Said => {
  const { house, mentions } = stage;
  const to = visitorOf(ticket, house.policy) ?? house.policy.desk;
  const direct = directTo(to, ticket.home.channel, house);
  const no = short(ticket);
  const who = name === UNNAMED ? '来电人' : quoteWords(name, 12);
  const school = unitName(ticket.unit, house) ?? '';
  const phone = direct === null || ticket.phone === null ? '' : ` ${ticket.phone}`;
  const ask = `请回访 ${school}${who}${phone}：${no} 已办结。回复“${no} 5分”加原话，没好就回复“${no} 还是不行”`;
  const spans = direct === null ? lines([mentionStaff(to, ticket.home.channel, house), ` ${ask}`]) : lines(ask);
  return said({ kind: 'visit', class: 'info', chat: direct ?? ticket.home, spans, ticket }, mentions);
};
