import type { ChannelId } from '../../bot/gateway.js';
import type { Effect, Place } from '../decision.js';
import { assertNever } from '../decide/never.js';
import type { Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { answer, choice, refused, status, unplaced, what, whether } from './answers.js';
import { arriveAsk, beat, breach, reminder, suspendCheck } from './clock.js';
import { digest } from './digest.js';
import { alarm } from './alarm.js';
import { brief, details } from './brief.js';
import { announcement, call, joined, passedOn, questionWords, raised, receipt } from './dispatch.js';
import { fold } from './fold.js';
import { corrected } from './correct.js';
import { incidentWords } from './incident.js';
import { nearby } from './nearby.js';
import { planOver, plannedLine } from './plan.js';
import { met } from './people.js';
import type { Stage } from './stage.js';
import { unitName } from './words.js';
import { accounted, closure, moved, toReporter, withdrawn } from './work.js';

const present = (...says: readonly (Said | null)[]): readonly Said[] => says.filter((s) => s !== null);

type Chat = { readonly channel: ChannelId; readonly kind: string; readonly id: string };

const isHome = (ticket: Ticket, chat: Chat): boolean =>
  chat.channel === ticket.home.channel && chat.kind === ticket.home.kind && chat.id === ticket.home.id;

/** Does the receipt's chat carry the call too? Then one message does for both (voice.md 2). */
const inOne = (ticket: Ticket, at: Place, stage: Stage): boolean =>
  ticket.state === 'offered' && isHome(ticket, at.chat) && stage.mentions[ticket.home.channel] === 'inline';

const announced = (effects: readonly Effect[], ticket: Ticket, stage: Stage): boolean =>
  effects.some((e) => e.kind === 'incident' && e.news.kind === 'opened' && e.news.head.id === ticket.id) ||
  effects.some((e) => e.kind === 'receipt' && e.ticket.id === ticket.id && inOne(ticket, e.at, stage));

/** Where the same ticket was opened again, if that is in the group: the call there tells it, and nothing else has to. */
const reopenedAt = (effects: readonly Effect[], ticket: Ticket): Place | null =>
  effects.flatMap((e) =>
    e.kind === 'reopened' && e.ticket.id === ticket.id && isHome(ticket, e.at.chat) ? [e.at] : [],
  )[0] ?? null;

/** The next question of what was added; a school that was half named with those it could be. */
const asksNext = (effect: Extract<Effect, { kind: 'noted' }>, { house }: Stage): string | null => {
  const { question, ticket, among = [] } = effect;
  if (question === null) return null;
  const names = among.map((unit) => unitName(unit, house) ?? unit).join('、');
  return names === '' ? questionWords(question, ticket) : `请问是哪一所：${names}？`;
};

const render = (
  effect: Effect,
  all: readonly Effect[],
  stage: Stage,
  channels: readonly ChannelId[],
): readonly Said[] => {
  switch (effect.kind) {
    case 'receipt': {
      const offered = all.some((e) => e.kind === 'offer' && e.ticket.id === effect.ticket.id);
      return [offered && inOne(effect.ticket, effect.at, stage) ? announcement(effect, stage) : receipt(effect, stage)];
    }
    case 'offer':
      return present(
        announced(all, effect.ticket, stage) ? null : call(effect, stage, reopenedAt(all, effect.ticket)),
        brief(effect, stage),
      );
    case 'details':
      return present(details(effect, stage));
    case 'nearby':
      return [nearby(effect, stage)];
    case 'alarm':
      return [alarm(effect, stage)];
    case 'joined':
      return [joined(effect, stage)];
    case 'raised':
      return raised(effect, stage);
    case 'planned':
      return [plannedLine(effect, stage)];
    case 'plan-over':
      return [planOver(effect, stage)];
    case 'corrected':
      return [corrected(effect, stage)];
    case 'met':
      return [met(effect, stage)];
    case 'noted':
      return [toReporter(effect, stage, asksNext(effect, stage))];
    case 'passed-on':
      return present(passedOn(effect, stage));
    case 'status':
      return [status(effect, stage)];
    case 'moved':
      return moved(
        effect,
        stage,
        all.some((e) => e.kind === 'details' && e.ticket.id === effect.ticket.id),
      );
    case 'closure':
      return closure(effect, stage);
    case 'accounted':
      return accounted(effect, stage);
    case 'cancelled':
      return withdrawn(effect, stage);
    case 'reopened':
      return reopenedAt(all, effect.ticket) !== null && all.some((e) => e.kind === 'offer')
        ? []
        : [toReporter(effect, stage, null)];
    case 'rated':
    case 'confirmed':
      return [toReporter(effect, stage, null)];
    case 'reminder':
      return present(reminder(effect, stage));
    case 'breach':
      return [breach(effect, stage)];
    case 'arrive-ask':
      return present(arriveAsk(effect, stage));
    case 'beat':
      return present(beat(effect, stage));
    case 'suspend-check':
      return suspendCheck(effect, stage);
    case 'choice':
      return [choice(effect, stage)];
    case 'whether':
      return [whether(effect, stage)];
    case 'what':
      return [what(effect, stage)];
    case 'answer':
      return [answer(effect, stage)];
    case 'unplaced':
      return [unplaced(effect, stage)];
    case 'refusal':
      return [refused(effect, stage)];
    case 'digest':
      return present(...channels.map((channel) => digest(effect, channel, stage)));
    case 'incident':
      return incidentWords(effect, stage);
    default:
      return assertNever(effect);
  }
};

/**
 * Everything a decision has to say, in words, in order. channels: where digests go (those that run). Pure: the same effects at the
 * same instant give the same words.
 */
export const say = (effects: readonly Effect[], stage: Stage, channels: readonly ChannelId[]): readonly Said[] =>
  fold(effects).flatMap((effect, _, all) => render(effect, all, stage, channels));
