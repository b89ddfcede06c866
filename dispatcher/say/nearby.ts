import type { Effect } from '../decision.js';
import type { Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { buttons } from './buttons.js';
import { directTo, lines, mentionStaff, said, whileIn } from './message.js';
import type { Stage } from './stage.js';
import { short, subject, unitName } from './words.js';

/** More do not fit on a phone, nor into a day. */
const SHOWN = 4;

/** 「您已接 潞河中学，附近还有 2 单：0007 运河中学…」, each with its button where the channel has any (issue 4). */
export const nearby = ({ ticket, tickets, to }: Extract<Effect, { kind: 'nearby' }>, stage: Stage): Said => {
  const { house, mentions } = stage;
  const some = tickets.slice(0, SHOWN);
  const [first] = some;
  const jobs = some.map((t: Ticket) => `${short(t)} ${subject(t, house)}`).join('；');
  const more = tickets.length > SHOWN ? '等' : '';
  const done = ticket.state === 'arrived' ? '已到' : '已接';
  const how = first === undefined ? '' : `。顺路就回复“${short(first)} 接单”`;
  const text = `您${done} ${unitName(ticket.unit, house) ?? ''}，附近还有 ${tickets.length} 单：${jobs}${more}${how}`;
  const direct = directTo(to, ticket.home.channel, house);
  const press = some.flatMap((t) => buttons(t, 'accept').map(({ id }) => ({ id, label: `接单 ${short(t)}` })));
  return said(
    {
      kind: 'nearby',
      class: 'info',
      chat: direct ?? ticket.home,
      spans: direct === null ? lines([mentionStaff(to, ticket.home.channel, house), ' ', text]) : lines(text),
      ticket,
      buttons: press,
      wanted: whileIn(ticket, ['accepted', 'arrived']),
    },
    mentions,
  );
};
