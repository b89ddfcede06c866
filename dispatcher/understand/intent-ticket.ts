/** What a reporter means who has a ticket, open or just finished, or whom the bot has asked something. */
import { adds, corrects, details } from './acts/adding.js';
import { alsoBroken, another, besides } from './acts/another.js';
import { asking, isQuestion } from './acts/asking.js';
import { callsOff, mistaken } from './acts/calloff.js';
import { hurry, mild, waits } from './acts/hurry.js';
import { GREETING, NOD, PATIENT, THANKS } from './acts/social.js';
import { works } from './acts/works.js';
import { meant, meantBy, type Meant } from './meant.js';
import { tellsOf } from './tells.js';
import { relapseIn } from './relapse.js';
import type { Cue } from './acts/signal.js';
import type { Tag } from './lexicon.js';
import type { Reading } from './reading.js';

/** What stands by itself in a school; the net and its switches belong to whatever is down already. */
const OWN_THINGS = [
  'surveillance',
  'video',
  'support',
  'terminal',
  'wireless',
  'platform',
  'virtual',
  'backup',
  'security',
] as const satisfies readonly Tag[];

/** A fault or wish that is not the ticket's: of another school, called another, or another thing that is broken as well. */
export const otherFault = (reading: Reading): Meant | null => {
  const { context, affected, words, statements, text } = reading;
  const tells = tellsOf(reading);
  if (!tells.fault && !tells.request && !tells.mentions) return null;
  const told = tells.fault || tells.request;
  const named = another(reading);
  if (named && told && !corrects(reading)) return meantBy('report', named, 0.85);
  const elsewhere =
    callsOff(reading) === null && context.unit !== null && affected.named !== null && affected.named !== context.unit;
  if (elsewhere && tells.fault && context.asked === null && !corrects(reading))
    return meant('report', tells.words, 0.8);
  const added = besides(reading);
  const also = alsoBroken(reading);
  if (!added) return null;
  const at = statements.filter(({ end }) => end > added.start);
  const thing = at.some(({ start, end, faulty }) => faulty && words.has(OWN_THINGS, start, end));
  const wish = at.some(({ start, end }) => words.has(['request'], start, end)) && tells.request;
  const asksToo = /问/.test(text.slice(added.start, added.end + 3)) && isQuestion(reading) && tells.mentions;
  const counted = /还有(?:个|一个|件|一件|一处)|另外/.test(added.words) && tells.fault;
  return (also && thing) ||
    counted ||
    asksToo ||
    (wish && /还有|另外|再/.test(added.words)) ||
    (tells.request && isQuestion(reading)) ||
    (thing && /另外|还有|顺便|此外|再/.test(added.words))
    ? meantBy('report', added, 0.8)
    : null;
};

/** A fault stands after these words: they are not the last word. */
const brokenAfter = (reading: Reading, cue: Cue): boolean =>
  reading.statements.some(({ start, stance, faulty }) => start > cue.start && stance === 'said' && faulty);

/** It was taken back, or it is gone: the reporter's last word on it. */
const over = (reading: Reading): Meant | null => {
  const off = callsOff(reading);
  const well = relapseIn(reading.text) !== null ? null : works(reading);
  const gone = well && !brokenAfter(reading, well) ? well : null;
  const wrong = mistaken(reading);
  const fixes = corrects(reading);
  if (off)
    return gone && !wrong && /麻烦|关|结|劳|催/.test(off.words)
      ? meantBy('recovered', gone, 0.9)
      : meantBy('cancel', off, 0.9);
  // 我们重启了光猫就好了: it is gone, and nothing is taken back.
  if (gone && wrong?.why === 'they mended or replaced it themselves') return meantBy('recovered', gone, 0.8);
  if (wrong && (!fixes || fixes.start === wrong.start) && !hurry(reading)) return meantBy('cancel', wrong, 0.85);
  return gone && !(fixes && fixes.start > gone.start) ? meantBy('recovered', gone, 0.9) : null;
};

/** The state is asked for, or speed. */
const pressing = (reading: Reading): Meant | null => {
  const asks = asking(reading, true);
  const calm = mild(reading);
  const presses = hurry(reading);
  const waited = waits(reading);
  if (asks && calm && (!presses || /不是?催|不急|不着急/.test(calm.words))) return meantBy('query', asks, 0.85);
  if (presses) return meantBy('urge', presses, 0.85);
  if (waited && asks && waited.why !== 'others press him') return meantBy('urge', waited, 0.8);
  if (asks && (isQuestion(reading) || asking(reading))) return meantBy('query', asks, 0.85);
  if (waited?.why === "he is at his wits' end") return meantBy('urge', waited, 0.75);
  if (waited && !reading.phone && !details(reading)) return meantBy('urge', waited, 0.75);
  return null;
};

/** He waits: in words that alone would not press. */
const IMPATIENT = /等(?:得|你|您|着|了)|就等|都[^,，。]{1,6}了[!！~。 ]*$/;

/** The bot asked where, and a place is told. */
const tellsPlace = ({ context, places, text }: Reading): boolean =>
  (context.asked === 'scope' || context.asked === 'location') && places.length > 0 && !/[?？]|[吗呢么]\s*$/.test(text);

/** With a ticket, or asked by the bot. */
export const ofTheTicket = (reading: Reading): Meant | null => {
  const { text, context } = reading;
  const bare = text.trim();
  const other = otherFault(reading);
  if (other) return other;
  const ended = over(reading);
  if (ended) return ended;
  const fixes = corrects(reading);
  if (fixes) return meantBy('supplement', fixes, 0.85);
  const tells = tellsOf(reading);
  // 二楼的几个班都上不去 tells where, though 几个 can ask as well.
  if (tellsPlace(reading) && hurry(reading) === null) return answer(bare);
  const pressed = pressing(reading);
  if (pressed) return pressed;
  if (context.asked !== null && context.asked !== 'rating')
    return NOD.test(bare) && context.asked !== 'choice' ? meant('chatter', bare, 0.8) : answer(bare);
  if (bare === '' || NOD.test(bare) || PATIENT.test(bare) || (THANKS.test(bare) && bare.length <= 16))
    return meant('chatter', bare, 0.8);
  // The ticket is closed: what is broken now is told anew, not added to it.
  if (context.ticket === 'finished' && tells.fault && relapseIn(text) === null)
    return meant('report', tells.words, 0.8);
  const more = adds(reading) ?? details(reading);
  if (more) return meantBy('supplement', more, 0.75);
  if (reading.phone || reading.places.length > 0 || tells.fault || tells.mentions || reading.units.units.length > 0)
    return meant('supplement', tells.words, 0.7);
  if (GREETING.test(bare) || THANKS.test(bare)) return meant('chatter', bare, 0.7);
  if (isQuestion(reading)) return meant('query', bare.slice(0, 12), 0.6);
  if (IMPATIENT.test(bare)) return meant('urge', bare.slice(0, 12), 0.6);
  // Whoever has a ticket and is not only polite says something of it.
  return /[\u4e00-\u9fff]{6}/.test(bare) ? meant('supplement', bare.slice(0, 12), 0.5) : null;
};

/** The bot's question is answered, unless the words are only thanks. */
export const answer = (bare: string): Meant =>
  THANKS.test(bare) && bare.length <= 10 ? meant('chatter', bare, 0.7) : meant('supplement', bare.slice(0, 12), 0.85);
