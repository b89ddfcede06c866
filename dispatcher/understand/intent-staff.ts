/** What somebody of the team, or the client, means: rubric section 1 for engineers, desk, lead, manager and client. */
import { asking } from './acts/asking.js';
import { callsOff, mistaken } from './acts/calloff.js';
import { hurry, mild, waits } from './acts/hurry.js';
import { fresh, known, ofTicket } from './acts/known.js';
import { rated, relayed, SUMMARY } from './acts/relayed.js';
import { GREETING, NOD, TEAM_TALK, THANKS } from './acts/social.js';
import { taking } from './acts/taking.js';
import { works } from './acts/works.js';
import { answerOfDesk } from './intent-asked.js';
import { offered, working } from './intent-work.js';
import { ONLY_TOLD } from './intent-words.lexicon.js';
import { meant, meantBy, type Meant } from './meant.js';
import { FAULTY } from './part.js';
import { tellsOf } from './tells.js';
import { toldOnly } from './told-only.js';
import type { Reading } from './reading.js';

const found = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[0];

/** A fault is told as it stands now. */
const faultySaid = ({ statements, words }: Reading): boolean =>
  statements.some((one) => one.stance === 'said' && words.has(FAULTY, one.start, one.end));

/** A few words to the bot in which nothing is broken: of what else than a job? Which one is asked afterwards. */
const saidToBot = (reading: Reading): boolean => {
  const { context, text } = reading;
  const tells = tellsOf(reading);
  return (
    context.addressed &&
    context.role !== 'engineer' &&
    text.trim().length <= 14 &&
    !tells.fault &&
    !tells.request &&
    !faultySaid(reading)
  );
};

/** Of an open job, by somebody who leads, pays or keeps the desk: hurry or question. */
const ofTheOpen = (reading: Reading): Meant | null => {
  const open = reading.context.ticket !== 'none';
  const job = open || saidToBot(reading) || (reading.context.role === 'engineer' ? ofTicket : known)(reading) !== null;
  const asks = asking(reading);
  const presses = hurry(reading);
  const waited = waits(reading);
  const faulty = faultySaid(reading);
  const calm = mild(reading);
  const new_ = faulty && fresh(reading) !== null && presses?.why !== 'nobody came or answered';
  const whose =
    job ||
    (asks?.why === 'a number of jobs is asked for' && /[单件起次所家]/.test(asks.words)) ||
    reading.units.units.length > 0 ||
    reading.room !== null ||
    reading.target !== null;
  if (
    asks &&
    !new_ &&
    (faulty ? job && (asks.why !== 'the cause is asked for' || /查(?:清|明|出|到)/.test(asks.words)) : whose) &&
    (!presses || calm)
  )
    return meantBy('query', asks, 0.85);
  if (presses && job && !new_) return meantBy('urge', presses, 0.85);
  if (waited && job && !new_) return meantBy('urge', waited, 0.75);
  return asks && open ? meantBy('query', asks, 0.8) : null;
};

/** A school's last word, passed on: it works again, nobody has to come, so many points. */
const passedOn = (reading: Reading): Meant | null => {
  const { text, context } = reading;
  const job = known(reading);
  const from = relayed(reading);
  if (context.role === 'engineer' || SUMMARY.test(text)) return null;
  const points = rated(reading);
  if (points && (from || job)) return meantBy('feedback', points, 0.85);
  const off = callsOff(reading);
  const closes = off !== null && /结|销|关/.test(off.words);
  if (closes && from && !mistaken(reading) && !faultySaid(reading)) return meantBy('recovered', off, 0.75);
  if (off && (from || job) && !(closes && !from) && !hurry(reading) && !toldOnly(reading))
    return meantBy('cancel', off, 0.85);
  const wrong = mistaken(reading);
  if (wrong && from && job) return meantBy('cancel', wrong, 0.75);
  const well = works(reading);
  if (well && saidToBot(reading) && !asking(reading)) return meantBy('recovered', well, 0.85);
  if (well && (from || context.ticket !== 'none' || THANKS.test(text)) && !faultySaid(reading) && !asking(reading))
    return meantBy('recovered', well, 0.8);
  return null;
};

/** Acts said outright, the first that fits: of a job named by its number, quoted, or said to the bot in a few words. */
const OUTRIGHT: readonly (readonly [Meant['intent'], RegExp])[] = [
  ['decline', /转派|改派|派给|转给|转单|拒单/],
  ['accept', /(?<![谁没未])接单(?![吗没?？])|我接|我来接|我去/],
  ['resolve', /办结|处理完毕|修好了|已修复|结单|搞定/],
  ['suspend', /挂起/],
  ['resume', /解挂|恢复处理|^\s*恢复/],
  ['arrive', /到场|已到|到了/],
  ['cancel', /撤单|撤销|取消/],
  ['urge', /催/],
  ['query', /进度|到哪|什么情况|怎么样|谁在/],
];

const GIVES =
  /(?:派给?|交给?|转给?|换成?|改成?|(?<!发|打|说|电话|拿|带)给)(?=[\u4e00-\u9fff]{2,3}(?!打|说|看|发|电话))/;

const ofNamedJob = (reading: Reading): Meant | null => {
  const { text, tickets, context } = reading;
  const brief = context.addressed && text.trim().length <= 16 && !tellsOf(reading).fault;
  if (tickets.length === 0 && !brief) return null;
  // 这个给李承庆: whoever keeps the desk gives it to somebody.
  const gives = reading.target === null || context.role === 'engineer' ? undefined : found(GIVES, text);
  if (gives !== undefined) return meant('decline', gives, 0.9);
  for (const [intent, pattern] of OUTRIGHT) {
    const words = found(pattern, text);
    if (words !== undefined) return meant(intent, words, 0.9);
  }
  return null;
};

/** The label for staff and client. */
export const staffIntent = (reading: Reading): Meant => {
  const answer = answerOfDesk(reading);
  if (answer) return answer;
  const { context, text } = reading;
  if (context.assignment === 'offered' || context.replyTo === 'dispatch') return offered(reading);
  if (context.assignment === 'working') return working(reading);
  const named = ofNamedJob(reading);
  if (named) return named;
  const takes = taking(reading);
  const sure = takes !== null && /接单|接了/.test(takes.words);
  const short = text.trim().length <= 24 && !tellsOf(reading).fault && !/明天|后天|今天我|巡检/.test(text);
  if (takes?.why === 'he takes it' && short && context.role !== 'client' && context.role !== 'manager')
    return meantBy('accept', takes, sure ? 0.85 : 0.7);
  const passed = passedOn(reading);
  if (passed) return passed;
  const tells = tellsOf(reading);
  const open = ofTheOpen(reading);
  if (open) return open;
  const told = toldOnly(reading);
  if (told) return meant('chatter', told, 0.85);
  if (NOD.test(text.trim())) return meant('chatter', text.trim(), 0.9);
  if (GREETING.test(text) && !tells.mentions) return meant('chatter', text.trim().slice(0, 12), 0.7);
  const orders =
    context.role === 'client' ||
    (context.role !== 'engineer' && found(/新活|来电|要一?份|申请|需要|想|安排|派|去/, text) !== undefined);
  if (tells.fault || (tells.request && orders)) return meant('report', tells.words, 0.85);
  const notice = found(ONLY_TOLD.notice, text);
  if (notice !== undefined) return meant('chatter', notice, 0.7);
  // 保障人员都到位了: people are in place, nothing is broken.
  if (/(?:人员|人手|大家|师傅们?|各位)[^,，。]{0,4}(?:到位|就位|到齐)/.test(text))
    return meant('chatter', text.trim().slice(0, 12), 0.85);
  // A colleague who names what this service keeps, and neither plans, jokes nor praises, tells that something is the matter.
  const nods = /^(?:好的?|收到|行|嗯+|可以|ok|明白|了解)[,，。 !！]/.test(text.trim());
  const about = tells.mentions || reading.units.units.length > 0 || reading.room !== null;
  return about &&
    !nods &&
    !works(reading) &&
    !THANKS.test(text) &&
    !TEAM_TALK.test(text) &&
    !TEAM_TALK.test(reading.source.raw)
    ? meant('report', tells.words, 0.55)
    : meant('chatter', '', 0.5);
};
