/** What a school's contact means: rubric section 1 for reporters. */
import { meant, type Meant } from './meant.js';
import { TICKET } from './intent-words.lexicon.js';
import { ratingIn } from './rating.js';
import { tellsOf, toldOnly } from './tells.js';
import type { Reading } from './reading.js';

const found = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[0];

/** With a ticket open or just finished. */
const ofTheTicket = (reading: Reading): Meant | null => {
  const { text } = reading;
  const { asked } = reading.context;
  const bare = text.trim();
  const another = found(TICKET.another, text);
  const tells = tellsOf(reading);
  if (another && tells.fault) return meant('report', another, 0.85);
  const elsewhere =
    reading.context.unit !== null && reading.affected.named !== null && reading.affected.named !== reading.context.unit;
  if (elsewhere && tells.fault && asked === null && !found(TICKET.fix, text)) return meant('report', tells.words, 0.8);
  const relapse = found(TICKET.relapse, text);
  const urge = found(TICKET.urge, text);
  const query = found(TICKET.query, text);
  const fix = found(TICKET.fix, text);
  const cancel = found(TICKET.cancel, text);
  const recovered = relapse ? undefined : found(TICKET.recovered, text);
  const question = /[?？]|吗|么$|呢$|没$|没有$|呀$/.test(bare);
  if (cancel && (!fix || /撤|取消|作废|误报/.test(cancel)) && !(urge && !/不用|别|撤|取消|误报|作废/.test(text))) {
    if (!(recovered && /不麻烦|可以关单|可以结单/.test(text))) return meant('cancel', cancel, 0.9);
  }
  if (recovered && !question && !(fix && tells.fault) && !(urge && /还没|怎么/.test(text)))
    return meant('recovered', recovered, 0.9);
  if (fix && !urge) return meant('supplement', fix, 0.85);
  if (
    query &&
    !(urge && (!found(TICKET.mild, text) || /忘|小时|钟头|等/.test(urge))) &&
    (question || found(TICKET.mild, text) || !urge)
  )
    return meant('query', query, 0.8);
  if (urge && !reading.phone) return meant('urge', urge, 0.85);
  if (asked !== null && asked !== 'rating') return answer(reading);
  if (isThanks(bare)) return meant('chatter', bare, 0.8);
  if (query) return meant('query', query, 0.7);
  // The ticket is closed: what is broken now is told anew, not added to it.
  if (reading.context.ticket === 'finished' && tells.fault && !relapse) return meant('report', tells.words, 0.8);
  return reading.phone || reading.places.length > 0 || tells.fault || reading.units.units.length > 0
    ? meant('supplement', tells.words, 0.7)
    : null;
};

const isThanks = (bare: string): boolean =>
  bare === '' || TICKET.ack.test(bare) || (TICKET.thanks.test(bare) && bare.length <= 16);

/** The bot's question is answered, unless the words are only thanks. */
const answer = (reading: Reading): Meant => {
  const bare = reading.text.trim();
  const thanks = TICKET.thanks.test(bare) && bare.length <= 10;
  return thanks ? meant('chatter', bare, 0.7) : meant('supplement', bare.slice(0, 12), 0.85);
};

/** Hurry or question where no ticket is known to be open: only in words that can mean nothing else. */
const unknownTicket = (text: string): Meant | null => {
  const ask = found(/(?:报(?:的|修|过)|单子|工单)[^,，。]{0,16}(?:了吗|了没|好没|怎么样了|进展|到哪|什么情况)/, text);
  if (ask) return meant('query', ask, 0.7);
  const hurry = found(/(?:怎么|咋)还(?:没|不)(?:人)?(?:来|到|修|派)|还没(?:人)?(?:来|到)|催(?:一下|单)|人呢/, text);
  return hurry && !/断网|没网|上不了/.test(text) ? meant('urge', hurry, 0.7) : null;
};

/** Of a ticket named by its number, though none is known to be one's own. */
const ofNamed = (text: string): Meant | null => {
  const cancel = found(/撤单|撤销|取消|不用来/, text);
  if (cancel) return meant('cancel', cancel, 0.9);
  const urge = found(/催|快点|还没/, text);
  if (urge) return meant('urge', urge, 0.8);
  const query = found(/进度|到哪|什么情况|怎么样|好了吗|情况/, text);
  return query ? meant('query', query, 0.8) : null;
};

/** The label for a reporter. */
export const reporterIntent = (reading: Reading): Meant => {
  const { context, text } = reading;
  if (context.asked === 'fault' && tellsOf(reading).fault) return meant('report', tellsOf(reading).words, 0.9);
  if (context.asked === 'rating') {
    const rating = ratingIn(reading.source.raw, text);
    if (rating !== null) return meant('feedback', text.trim().slice(0, 12), 0.95);
    if (found(TICKET.relapse, text)) return meant('urge', found(TICKET.relapse, text), 0.6);
    const recovered = found(TICKET.recovered, text);
    if (recovered) return meant('recovered', recovered, 0.8);
    if (!tellsOf(reading).fault) return meant('feedback', text.trim().slice(0, 12), 0.6);
  }
  if (context.ticket !== 'none' || context.asked !== null) {
    const said = ofTheTicket(reading);
    if (said) return said;
    if (context.asked !== null) return answer(reading);
  }
  const named = reading.tickets.length > 0 ? ofNamed(text) : null;
  if (named) return named;
  const tells = tellsOf(reading);
  const late = tells.fault ? null : unknownTicket(text);
  if (late) return late;
  const told = toldOnly(reading);
  if (told) return meant('chatter', told, 0.8);
  if (tells.fault) return meant('report', tells.words, 0.9);
  if (TICKET.ack.test(text.trim()) || (TICKET.thanks.test(text) && !tells.request))
    return meant('chatter', text.trim().slice(0, 12), 0.9);
  if (tells.request) return meant('report', tells.words, 0.8);
  if (tells.mentions) return meant('report', tells.words, 0.55);
  if (reading.places.length > 0 && text.trim().length <= 24 && /断|坏|没|不/.test(text))
    return meant('report', text.trim(), 0.5);
  // The school alone, said to the bot: the rest is still to come.
  const alone = context.addressed && reading.units.units.length > 0 && text.replace(/[\uE000\s,，。]/g, '').length <= 2;
  return alone ? meant('supplement', reading.units.units[0], 0.6) : meant('chatter', '', 0.5);
};
