/** What a school's contact means: rubric section 1 for reporters. */
import { asking, isQuestion } from './acts/asking.js';
import { callsOff } from './acts/calloff.js';
import { hurry } from './acts/hurry.js';
import { NOD, PAPERWORK, SMALL_TALK, THANKS } from './acts/social.js';
import { works } from './acts/works.js';
import { answer, ofTheTicket } from './intent-ticket.js';
import { meant, meantBy, type Meant } from './meant.js';
import { ratingIn } from './rating.js';
import { tellsOf } from './tells.js';
import { toldOnly } from './told-only.js';
import { relapseIn } from './relapse.js';
import type { Reading } from './reading.js';

/** Networks and services of others. */
const CARRIERS = /移动(?!硬盘)|联通|电信|歌华|微信|腾讯|抖音|支付宝|新闻/;

/** His own report is spoken of, though no ticket is known to be open. */
const OWN_REPORT = /(?<![填上汇通播])报(?:的|修|过|了)|单子|工单|那单|那事|师傅|人(?:呢|来)|派|名下/;

/** Hurry or question where no ticket is known to be open: only of his own report, and where no fault is told. */
const unknownTicket = (reading: Reading): Meant | null => {
  const asks = asking(reading);
  if (asks && OWN_REPORT.test(reading.text)) return meantBy('query', asks, 0.7);
  const presses = hurry(reading);
  return presses?.why === 'nobody came or answered' && OWN_REPORT.test(reading.text)
    ? meantBy('urge', presses, 0.7)
    : null;
};

/** Of a ticket named by its number, though none is known to be one's own. */
const ofNamed = (reading: Reading): Meant | null => {
  const off = callsOff(reading);
  if (off) return meantBy('cancel', off, 0.9);
  const relapse = relapseIn(reading.text);
  if (relapse !== null) return meant('urge', relapse, 0.85);
  const asks = asking(reading, true);
  if (asks && isQuestion(reading)) return meantBy('query', asks, 0.85);
  const well = works(reading);
  if (well) return meantBy('recovered', well, 0.85);
  if (ratingIn(reading.source.raw, reading.text) !== null) return meant('feedback', reading.text.trim(), 0.85);
  const presses = hurry(reading);
  if (presses) return meantBy('urge', presses, 0.8);
  return asks ? meantBy('query', asks, 0.8) : null;
};

/** The visit after the repair (回访) is answered. */
const rating = (reading: Reading): Meant | null => {
  const { text, source } = reading;
  const words = text.trim().slice(0, 12);
  if (ratingIn(source.raw, text) !== null) return meant('feedback', words, 0.95);
  const relapse = relapseIn(text);
  if (relapse !== null) return meant('urge', relapse, 0.6);
  const asks = asking(reading, true);
  if (asks && isQuestion(reading)) return meantBy('query', asks, 0.85);
  const well = works(reading);
  if (well && !/服务|态度|师傅|小伙|技术/.test(text)) return meantBy('recovered', well, 0.8);
  return tellsOf(reading).fault ? null : meant('feedback', words, 0.6);
};

/** The label for a reporter. */
export const reporterIntent = (reading: Reading): Meant => {
  const { context, text } = reading;
  const bare = text.trim();
  const tells = tellsOf(reading);
  if (context.asked === 'fault' && tells.fault) return meant('report', tells.words, 0.9);
  const rated = context.asked === 'rating' ? rating(reading) : null;
  if (rated) return rated;
  if (context.ticket !== 'none' || context.asked !== null) {
    const said = ofTheTicket(reading) ?? (context.asked === null ? null : answer(bare));
    if (said) return said;
  }
  const named = reading.tickets.length > 0 ? ofNamed(reading) : null;
  if (named) return named;
  const off = context.addressed && bare.length <= 8 && !tells.fault ? callsOff(reading) : null;
  if (off?.why === 'it is struck out') return meantBy('cancel', off, 0.85);
  const wishes = tells.request && !/报(?:的|修|过)|单/.test(text);
  const late = tells.fault || wishes ? null : unknownTicket(reading);
  if (late) return late;
  const told = toldOnly(reading);
  // The road, the weather, a network that is not ours.
  const elsewhere = !tells.fault && !tells.request && CARRIERS.test(text) && !/我们|学校|校园|教育网/.test(text);
  if (elsewhere || (SMALL_TALK.test(bare) && !tells.mentions && reading.places.length === 0))
    return meant('chatter', bare.slice(0, 12), 0.7);
  if (told) return meant('chatter', told, 0.8);
  if (tells.fault) return meant('report', tells.words, 0.9);
  if (PAPERWORK.test(bare) && !tells.request) return meant('chatter', bare.slice(0, 12), 0.7);
  if (NOD.test(bare) || (THANKS.test(text) && !tells.request)) return meant('chatter', bare.slice(0, 12), 0.9);
  if (tells.request) return meant('report', tells.words, 0.8);
  if (SMALL_TALK.test(bare)) return meant('chatter', bare.slice(0, 12), 0.7);
  if (tells.mentions) return meant('report', tells.words, 0.55);
  if (reading.places.length > 0 && bare.length <= 24 && /断|坏|没|不/.test(text)) return meant('report', bare, 0.5);
  // The school alone, said to the bot: the rest is still to come.
  const alone = context.addressed && reading.units.units.length > 0 && text.replace(/[\uE000\s,，。]/g, '').length <= 2;
  return alone ? meant('supplement', reading.units.units[0], 0.6) : meant('chatter', '', 0.5);
};
