/** When those on duty are called for a guaranteed event, and when it is summed up. Pure. */
import type { Guarantee, Instant } from '../model.js';
import type { Calendar, Turn } from './turn.js';
import { DAY, HOUR, MINUTE, dateOf, startOfDay } from './time.js';

export type GuaranteeStep = 'eve' | 'morning' | 'summary';

/** A turn is taken late rather than never, but only until its window closes: nobody is called for yesterday. */
export type GuaranteeTurn = Turn & {
  readonly kind: 'guarantee';
  readonly step: GuaranteeStep;
  readonly event: Guarantee;
  readonly until: Instant;
};

/** The evening before, and the morning of every day, in ms after midnight (issue 4). */
const EVENING = 18 * HOUR + 30 * MINUTE;
const MORNING = 7 * HOUR;

/** The minutes of the day at which those on duty are called. */
export const CALL_MINUTES: readonly number[] = [EVENING / MINUTE, MORNING / MINUTE];

const turn = (event: Guarantee, step: GuaranteeStep, at: Instant, until: Instant): GuaranteeTurn => ({
  kind: 'guarantee',
  id: `guarantee-${step}:${event.id}:${dateOf(at)}`,
  at,
  since: step === 'summary' ? event.from : null,
  staff: null,
  step,
  event,
  until,
});

/** When the evening's call for this event goes out. */
export const eveOf = (event: Pick<Guarantee, 'from'>): Instant => startOfDay(event.from) - DAY + EVENING;

/** When the first morning's call goes out. */
export const morningOf = (event: Pick<Guarantee, 'from'>): Instant => startOfDay(event.from) + MORNING;

const mornings = (event: Guarantee): readonly GuaranteeTurn[] => {
  const days = Math.ceil((event.to - startOfDay(event.from)) / DAY);
  return Array.from({ length: days }, (_, day) => morningOf(event) + day * DAY)
    .filter((at) => at < event.to)
    .map((at) => turn(event, 'morning', at, Math.min(at + DAY, event.to)));
};

/** The event's turns, in order. Called off it has none; summed up, none any more. */
export const turnsOf = (event: Guarantee): readonly GuaranteeTurn[] => {
  if (event.state === 'cancelled' || event.log.some(({ kind }) => kind === 'summed')) return [];
  const summary = turn(event, 'summary', event.to, Number.POSITIVE_INFINITY);
  if (event.state === 'ended') return [summary];
  const eve = turn(event, 'eve', eveOf(event), Math.min(morningOf(event), event.from));
  return [eve, ...mornings(event), summary];
};

/** Turns of guaranteed events that have come by now and are not out of date. */
export const guaranteeTurnsDue = ({ now, guarantees }: Calendar): readonly GuaranteeTurn[] =>
  guarantees.flatMap(turnsOf).filter(({ at, until }) => at <= now && now < until);

/** When the next of them comes; null where none does. */
export const nextGuaranteeTurn = ({ now, guarantees }: Calendar): Instant | null =>
  guarantees
    .flatMap(turnsOf)
    .reduce<Instant | null>((next, { at }) => (at > now && (next === null || at < next) ? at : next), null);
