import type { Decision } from '../decision.js';
import type { Facts, Intent, Ticket } from '../model.js';
import { assertNever } from './never.js';
import { decideBareWord } from './bare-word.js';
import { ask, chosen } from './choice.js';
import { decideCommand } from './command.js';
import { decideCorrection, mayCorrect } from './correct.js';
import { targetOf, type Target } from './correlate.js';
import { decideIntroduction, withIntroduction } from './learnt.js';
import { decideCancel, decideFeedback, decideRecovered, decideReopen, decideUrge, notYours } from './reporter.js';
import { decideRelapse } from './relapse.js';
import { narrowed } from './narrow.js';
import { overseen } from './oversee.js';
import { decideReport } from './report.js';
import { maySay } from './rights.js';
import { QUIET, accepted, type Scene } from './scene.js';
import { isAsked } from './same-fault.js';
import { decideSecondFault, fitting } from './second-fault.js';
import { isOpen } from './sla.js';
import { decideSupplement } from './supplement.js';
import { decideTake } from './take.js';
import { decideWork } from './work.js';

/** Below this the bot does not claim to have understood small talk; what is addressed to it gets a helpful line. */
const SURE = 0.8;

/** What an intent does to the ticket it is about. */
const onTicket = (scene: Scene, intent: Exclude<Intent, 'report' | 'chatter'>, ticket: Ticket): Decision => {
  const asks = intent === 'supplement' || intent === 'urge' || intent === 'query';
  if (asks && !maySay(intent, ticket, scene.sender)) return notYours(ticket, intent, scene.sender);
  switch (intent) {
    case 'supplement':
      return decideSupplement(scene, ticket);
    case 'urge':
      return decideUrge(scene, ticket);
    case 'query':
      return accepted('status', { effects: [{ kind: 'status', tickets: [ticket], at: scene.at, urged: false }] });
    case 'recovered':
      return decideRecovered(scene, ticket);
    case 'cancel':
      return decideCancel(scene, ticket);
    case 'feedback':
      return decideFeedback(scene, ticket);
    case 'accept':
    case 'decline':
    case 'arrive':
    case 'progress':
    case 'suspend':
    case 'resume':
    case 'resolve':
      return decideWork(scene, intent, ticket);
    default:
      return assertNever(intent);
  }
};

/** Nothing is left of it: a line where the bot was spoken to, silence between people. */
const unplaced = (scene: Scene): Decision =>
  accepted('unplaced', { effects: scene.addressed ? [{ kind: 'unplaced', at: scene.at }] : [] });

/** Detail without a ticket to put it to: kept for the fault that is told next; the bot asks what is broken if it was spoken to. */
const draft = (scene: Scene): Decision => {
  const { facts, loaded, now, sender } = scene;
  const former = loaded.talk.draft;
  const unit = facts.unit ?? former?.unit ?? null;
  const next = {
    unit,
    location: facts.location ?? former?.location ?? null,
    phone: facts.phone ?? former?.phone ?? null,
    at: now,
  };
  const told = next.unit !== null || next.location !== null || next.phone !== null;
  if (sender.role !== 'reporter' || !told) return unplaced(scene);
  return accepted('kept for the report to come', {
    effects: scene.addressed ? [{ kind: 'what', unit, at: scene.at }] : [],
    talk: { draft: next, choice: null },
  });
};

const nothingFits = (scene: Scene, intent: Exclude<Intent, 'report' | 'chatter'>): Decision => {
  switch (intent) {
    case 'supplement':
      // Read as detail, and there is nothing it could be a detail of: a fault told is a report, or it would be lost.
      return scene.facts.faults.length > 0 ? decideReport(scene) : draft(scene);
    case 'urge':
    case 'query':
    case 'feedback':
    case 'recovered':
    case 'cancel':
    case 'accept':
    case 'decline':
    case 'arrive':
    case 'progress':
    case 'suspend':
    case 'resume':
    case 'resolve':
      // Talk between colleagues sounds like work; only what was said to the bot is answered.
      return scene.addressed ? { kind: 'refused', refusal: { kind: 'nothing-open' } } : unplaced(scene);
    default:
      return assertNever(intent);
  }
};

/** Of several tickets the one that the words point at by its school, place or thing. Named by number, all of them are meant. */
const pointed = (scene: Scene, target: Target): Target => {
  if (target.kind !== 'many' || scene.facts.tickets.length > 0) return target;
  const [only, ...others] = narrowed(target.tickets, scene);
  return only !== undefined && others.length === 0 ? { kind: 'one', ticket: only } : target;
};

const about = (scene: Scene, intent: Exclude<Intent, 'report' | 'chatter'>, meant: Target): Decision => {
  const target = pointed(scene, meant);
  switch (target.kind) {
    case 'one':
      return onTicket(scene, intent, target.ticket);
    case 'many':
      if (intent === 'query')
        return accepted('status', {
          effects: [{ kind: 'status', tickets: target.tickets, at: scene.at, urged: false }],
        });
      if (intent === 'supplement') {
        const [only, ...more] = fitting(target.tickets, scene.facts);
        if (only !== undefined && more.length === 0) return onTicket(scene, intent, only);
      }
      return ask(scene, target.tickets);
    case 'none':
      return nothingFits(scene, intent);
    case 'unknown-number':
      return { kind: 'refused', refusal: { kind: 'no-such-ticket', ref: target.ref } };
    default:
      return assertNever(target);
  }
};

/** What was meant before the bot asked, with its own words, on the ticket chosen. */
const answered = (scene: Scene, facts: Facts, ticket: Ticket): Decision => {
  const again = { ...scene, facts, text: facts.words };
  if (facts.relapse && !isOpen(ticket)) return decideReopen(again, ticket);
  return facts.intent === 'report' || facts.intent === 'chatter'
    ? unplaced(scene)
    : onTicket(again, facts.intent, ticket);
};

/** The tickets that wait for the answer these words are, newest first: one, or all of a message that told no unit. */
const asking = (scene: Scene): readonly Ticket[] => {
  const { facts, loaded, sender } = scene;
  if (facts.intent !== 'supplement' || facts.tickets.length > 0 || loaded.quoted !== null) return [];
  const waiting = loaded.tickets.filter(
    (t) => isOpen(t) && isAsked(t, sender) && t.asked !== null && t.asked !== 'rating',
  );
  const [newest] = waiting;
  if (newest === undefined) return [];
  return facts.unit !== null && newest.asked === 'unit' ? waiting.filter((t) => t.asked === 'unit') : [newest];
};

/** The answer to a question: all of it to the newest ticket, to the others the unit alone. */
const answer = (scene: Scene, newest: Ticket, others: readonly Ticket[]): Decision => {
  const first = decideSupplement(scene, newest);
  const unitOnly = { ...scene, facts: { ...scene.facts, location: null, faults: [] } };
  return others
    .map((ticket) => decideSupplement(unitOnly, ticket, false))
    .reduce((all, next) => {
      if (all.kind === 'refused' || next.kind === 'refused') return all;
      return { ...all, changes: [...all.changes, ...next.changes], effects: [...all.effects, ...next.effects] };
    }, first);
};

/** Somebody whose word counts puts a ticket right that is named or quoted; null where this is no such message. */
const correction = (scene: Scene): Decision | null => {
  const { facts, sender, loaded } = scene;
  if (facts.correction === null || !mayCorrect(sender.role)) return null;
  const target = targetOf('supplement', facts.tickets, sender, loaded);
  switch (target.kind) {
    case 'one':
      return decideCorrection(scene, target.ticket, facts.correction);
    case 'unknown-number':
      return { kind: 'refused', refusal: { kind: 'no-such-ticket', ref: target.ref } };
    case 'many':
    case 'none':
      return null;
    default:
      return assertNever(target);
  }
};

/** Small talk. A telephone number alone is none: it belongs to the fault that is told next. */
const talk = (scene: Scene): Decision => {
  const { facts, sender } = scene;
  if (sender.role === 'reporter' && facts.phone !== null) return draft(scene);
  return facts.confidence >= SURE ? accepted('talk', {}) : unplaced(scene);
};

/** Words with which a new fault is brought in. */
const BRINGS = /发现|巡检|报修|来电|电话|反映|登记|告警/u;

/**
 * What an engineer says between people and that names no school and no place (「光模块坏了」「堵车还得二十分钟」): talk of work, no report. A fault
 * that reaches far is one, however it is told, and so is one that he was told or found; not of a job he was asked for and does not hold.
 */
const isTalkOfWork = ({ facts, sender, addressed, loaded, text }: Scene): boolean =>
  facts.intent === 'report' &&
  sender.role === 'engineer' &&
  !addressed &&
  facts.units.length === 0 &&
  facts.room === null &&
  facts.phone === null &&
  facts.faults.every((fault) => fault.severity !== 1 && fault.location === null) &&
  (!BRINGS.test(text) ||
    loaded.tickets.some((t) => isOpen(t) && sender.staff !== null && t.passed.includes(sender.staff)));

/** Is a ticket named or quoted: 「0001 进度」? */
const pointsAt = ({ facts, loaded }: Scene): boolean =>
  facts.tickets.length > 0 || loaded.tickets.some((t) => t.id === loaded.quoted?.ticket);

const decide = (scene: Scene): Decision => {
  const choice = chosen(scene);
  if (choice !== null) {
    const decision = answered(scene, choice.facts, choice.ticket);
    return decision.kind === 'accepted' ? { ...decision, talk: decision.talk ?? QUIET } : decision;
  }
  const { facts } = scene;
  if (facts.command === 'progress' && pointsAt(scene))
    return about(scene, 'query', targetOf('query', facts.tickets, scene.sender, scene.loaded));
  if (facts.command !== null) return decideCommand(scene, facts.command);
  const corrected = correction(scene);
  if (corrected !== null) return corrected;
  const introduced = decideIntroduction(scene);
  if (introduced !== null) return introduced;
  const again = decideRelapse(scene);
  if (again !== null) return again;
  const word = decideBareWord(scene);
  if (word !== null) return word;
  if (facts.intent === 'chatter') return talk(scene);
  if (isTalkOfWork(scene)) return accepted('talk of the work', {});
  if (facts.intent === 'report') return facts.faults.length > 0 ? decideReport(scene) : draft(scene);
  const taken = decideTake(scene);
  if (taken !== null) return taken;
  const second = decideSecondFault(scene);
  if (second !== null) return second;
  const [newest, ...others] = asking(scene);
  if (newest !== undefined) return answer(scene, newest, others);
  const target = targetOf(facts.intent, facts.tickets, scene.sender, scene.loaded);
  return about(scene, facts.intent, target.kind === 'none' ? overseen(scene, facts.intent) : target);
};

/**
 * What a message leads to. Read from top to bottom: an answer to a choice, a command, a correction, an introduction, a repair that did
 * not hold, a report, small talk, and else an act on the ticket that is meant. Who the sender says to be is remembered in any case.
 */
export const decideMessage = (scene: Scene): Decision => withIntroduction(scene, decide(scene));
