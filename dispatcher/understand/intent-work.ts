/** What somebody means who has a job, or was just asked to take one: rubric section 1, the engineer's labels. */
import { another } from './acts/another.js';
import { arrived, onTheWay } from './acts/arrived.js';
import { isQuestion } from './acts/asking.js';
import { blocked } from './acts/blocked.js';
import { closing, finished } from './acts/finished.js';
import { handsOver } from './acts/handover.js';
import { pending } from './acts/pending.js';
import { lastWord } from './acts/signal.js';
import { NOD, THANKS } from './acts/social.js';
import { taking } from './acts/taking.js';
import { elsewhere, unable } from './acts/unable.js';
import { goesOn, goesOnAfter, unblocked } from './acts/unblocked.js';
import { works } from './acts/works.js';
import { meant, meantBy, type Meant } from './meant.js';
import { tellsOf } from './tells.js';
import type { Cue } from './acts/signal.js';
import type { Reading } from './reading.js';

const later = (one: Cue | null, two: Cue | null): Cue | null =>
  one === null || (two !== null && two.start > one.start) ? two : one;

/** Another thing is broken than the one he works on. */
const newFault = (reading: Reading): Meant | null => {
  const cue = another(reading);
  if (!cue) return null;
  const tells = tellsOf(reading);
  return tells.fault || tells.request || (tells.mentions && /新|单|另|记|登/.test(cue.words))
    ? meantBy('report', cue, 0.9)
    : null;
};

/** Let in by somebody of the school: a moment at the door, no cause to stop the clock. */
const AT_THE_DOOR = /等[^,，。]{0,4}(?:老师|主任|门卫|保安|大爷|师傅|人)[^,，。]{0,3}(?:开门|来|接|登记|下来|过来|领)/;

/** Asked to take a job: it is taken unless something else is said. */
export const offered = (reading: Reading): Meant => {
  const fresh = newFault(reading);
  if (fresh) return fresh;
  const takes = taking(reading);
  const mine = takes?.why === 'he takes it' && /我/.test(takes.words) ? takes : null;
  const over = mine ? null : handsOver(reading, true);
  if (over) return meantBy('decline', over, 0.95);
  const cannot = unable(reading);
  // 限号, 没事, 我骑车过去: he finds a way.
  const stillComes = takes && cannot && takes.start > cannot.start && /我|过去|出发|这就|马上|完|到/.test(takes.words);
  if (cannot && !stillComes) return meantBy('decline', cannot, 0.95);
  const open = pending(reading);
  const there = arrived(reading);
  const done = later(finished(reading), works(reading));
  if (lastWord(done, open) && !(takes && takes.start > done.start)) return meantBy('resolve', done, 0.8);
  const stopped = blocked(reading);
  if (there && !onTheWay(reading) && (!stopped || AT_THE_DOOR.test(stopped.words)))
    return meantBy('arrive', there, 0.85);
  if (
    open &&
    (open.why === 'he has looked' || /^正(?!往|赶|走|去)/.test(open.words)) &&
    (!takes || takes.start < open.end)
  )
    return meantBy('progress', open, 0.8);
  if (stopped && (!takes || /挂|停/.test(stopped.words))) return meantBy('suspend', stopped, 0.8);
  if (takes) return meantBy('accept', takes, 0.95);
  const away = elsewhere(reading);
  if (away) return meantBy('decline', away, 0.75);
  if (reading.target) return meant('decline', reading.text.trim().slice(0, 12), 0.7);
  if (isQuestion(reading) && !/吧$/.test(reading.text.trim())) return meant('chatter', reading.text.trim(), 0.5);
  return meant('accept', reading.text.trim().slice(0, 12), 0.6);
};

/** On a job: the newest statement counts, and where none decides he tells how it goes. */
export const working = (reading: Reading): Meant => {
  const fresh = newFault(reading);
  if (fresh) return fresh;
  const takes = taking(reading);
  const mine = takes?.why === 'he takes it' && /我/.test(takes.words) ? takes : null;
  const over = mine ? null : handsOver(reading, false);
  if (over) return meantBy('decline', over, 0.9);
  const { replyTo } = reading.context;
  const open = pending(reading);
  const stopped = blocked(reading);
  const free = unblocked(reading);
  const well = works(reading, free);
  // 放行了, 我进去了: it is he who went in, no page that opened.
  const done = later(finished(reading, free), free && well && /进[去来]|上去|开/.test(well.words) ? null : well);
  const closed = closing(reading);
  if (lastWord(done, open, stopped)) return meantBy('resolve', done, 0.9);
  if (closed && done) return meantBy('resolve', closed, 0.85);
  // 板子到了, 下午过去换: the cause is gone, the hour is his own.
  const laterOnly = stopped?.why === 'it goes on at another time' && free !== null;
  if (lastWord(free, stopped) || (free && laterOnly)) return meantBy('resume', free, 0.9);
  const cannot = unable(reading);
  if (cannot && !stopped) return meantBy('decline', cannot, 0.85);
  const there = arrived(reading);
  const atDoor = there !== null && stopped !== null && AT_THE_DOOR.test(stopped.words);
  if (stopped && !atDoor && !(open?.why === 'it is being worked on' && open.start > stopped.start))
    return meantBy('suspend', stopped, 0.85);
  const deep = open?.why === 'it is being worked on' && !/查|看|处理|检|找|排/.test(open.words);
  const asked = replyTo === 'reminder' && open?.why === 'it is being worked on';
  if (there && !onTheWay(reading) && !deep && !asked) return meantBy('arrive', there, 0.9);
  const after = stopped ? null : goesOnAfter(reading);
  if (after && !there) return meantBy('resume', after, 0.75);
  const on = goesOn(reading);
  if (on && reading.text.trim().length <= 8) return meantBy('resume', on, 0.8);
  return small(reading) ?? meant('progress', open?.words, open ? 0.85 : 0.65);

  function small({ text }: Reading): Meant | null {
    const bare = text.trim();
    if (replyTo === 'reminder') return null;
    if (THANKS.test(bare) && bare.length <= 10) return meant('chatter', bare, 0.7);
    if (NOD.test(bare)) return meant('accept', bare, 0.7);
    return takes && !open && bare.length <= 12 && takes.why !== 'he sets out'
      ? meantBy('accept', takes, /接单|接了/.test(takes.words) ? 0.85 : 0.7)
      : null;
  }
};
