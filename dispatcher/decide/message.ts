import type { Decision } from '../decision.js';
import type { Facts, Intent, Ticket } from '../model.js';
import { assertNever } from './never.js';
import { decideCommand } from './command.js';
import { targetOf, type Target } from './correlate.js';
import { decideCancel, decideFeedback, decideRecovered, decideReopen, decideUrge, finishedOf } from './reporter.js';
import { decideReport } from './report.js';
import { QUIET, accepted, type Scene } from './scene.js';
import { decideSupplement } from './supplement.js';
import { decideWork } from './work.js';

/** Below this the bot does not claim to have understood small talk; what is addressed to it gets a helpful line. */
const SURE = 0.6;

/** What an intent does to the ticket it is about. */
const onTicket = (scene: Scene, intent: Exclude<Intent, 'report' | 'chatter'>, ticket: Ticket): Decision => {
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

/** Asks which one is meant, and remembers what shall be done with the answer. */
const ask = (scene: Scene, options: readonly Ticket[]): Decision =>
  accepted('choice asked', {
    effects: [{ kind: 'choice', options, at: scene.at }],
    talk: {
      draft: scene.loaded.talk.draft,
      choice: { facts: scene.facts, options: options.map((t) => t.id), at: scene.now },
    },
  });

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
      return draft(scene);
    case 'urge':
    case 'query':
    case 'feedback':
    case 'recovered':
    case 'cancel':
      return scene.addressed || scene.sender.staff !== null
        ? { kind: 'refused', refusal: { kind: 'nothing-open' } }
        : unplaced(scene);
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

const about = (scene: Scene, intent: Exclude<Intent, 'report' | 'chatter'>, target: Target): Decision => {
  switch (target.kind) {
    case 'one':
      return onTicket(scene, intent, target.ticket);
    case 'many':
      if (intent === 'query')
        return accepted('status', {
          effects: [{ kind: 'status', tickets: target.tickets, at: scene.at, urged: false }],
        });
      return ask(scene, target.tickets);
    case 'none':
      return nothingFits(scene, intent);
    case 'unknown-number':
      return { kind: 'refused', refusal: { kind: 'no-such-ticket', ref: target.ref } };
    default:
      return assertNever(target);
  }
};

/** The answer to 「您说的是哪张」: what was meant then, with the ticket chosen now. Null where this is no such answer. */
const chosen = (scene: Scene): { readonly facts: Facts; readonly ticket: Ticket } | null => {
  const { loaded, facts, now, house } = scene;
  const pending = loaded.talk.choice;
  if (pending === null || now - pending.at > house.policy.choiceMs) return null;
  const byNumber = facts.choice === null ? undefined : pending.options[facts.choice - 1];
  const byRef = pending.options.find((id) => facts.tickets.some((ref) => id === ref || id.endsWith(`-${ref}`)));
  const ticket = loaded.tickets.find((t) => t.id === (byNumber ?? byRef));
  return ticket === undefined ? null : { facts: pending.facts, ticket };
};

/** A ticket that waits for an answer of this kind is meant before others of the same person. */
const asking = (scene: Scene): Ticket | null => {
  const { facts, loaded, sender } = scene;
  if (facts.intent !== 'supplement' || facts.tickets.length > 0 || loaded.quoted !== null) return null;
  const waiting = loaded.tickets.filter(
    (t) => t.reporter.key === sender.key && t.asked !== null && t.asked !== 'rating',
  );
  const [newest] = waiting;
  return newest ?? null;
};

/**
 * What a message leads to. Read from top to bottom: an answer to a choice, a command, a repair that did not hold, a report, small
 * talk, and else an act on the ticket that is meant.
 */
export const decideMessage = (scene: Scene): Decision => {
  const choice = chosen(scene);
  if (choice !== null) {
    const { facts, ticket } = choice;
    const again = { ...scene, facts };
    const decision =
      facts.intent === 'report' || facts.intent === 'chatter' ? unplaced(scene) : onTicket(again, facts.intent, ticket);
    return decision.kind === 'accepted' ? { ...decision, talk: decision.talk ?? QUIET } : decision;
  }
  const { facts } = scene;
  if (facts.command !== null) return decideCommand(scene, facts.command);
  const finished = facts.relapse ? finishedOf(scene) : null;
  if (finished !== null) return decideReopen(scene, finished);
  if (facts.intent === 'chatter') return facts.confidence >= SURE ? accepted('talk', {}) : unplaced(scene);
  if (facts.intent === 'report') return facts.faults.length > 0 ? decideReport(scene) : draft(scene);
  const waiting = asking(scene);
  if (waiting !== null) return decideSupplement(scene, waiting);
  return about(scene, facts.intent, targetOf(facts.intent, facts.tickets, scene.sender, scene.loaded));
};
