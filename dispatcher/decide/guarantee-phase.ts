import type { Context, Guarantee, Instant, UnitName } from '../model.js';
import { DAY } from './time.js';

type EventContext = NonNullable<Context['event']>;
export type Phase = EventContext['phase'];

/** Further ahead than this an event does not touch how a fault is judged. */
const AHEAD = 14 * DAY;

/**
 * How near an event is (triage-rubric.md 2, «About to begin»): on until its end, tomorrow from 24 hours before it, next-week within 14
 * days; null where it is further off, over, or called off.
 */
export const phaseOf = (event: Guarantee, now: Instant): Phase | null => {
  if (event.state !== 'planned' || now >= event.to) return null;
  if (now >= event.from) return 'on';
  if (now >= event.from - DAY) return 'tomorrow';
  return now >= event.from - AHEAD ? 'next-week' : null;
};

const NEARNESS: Readonly<Record<Phase, number>> = { on: 0, tomorrow: 1, 'next-week': 2 };

/**
 * The event in whose light a message is read. named: the units it names, or its sender's own; an event lifts only those on its list, and
 * of several events the nearest counts. Where no unit is known the nearest of all is given: words of the exam room may still mean it.
 */
export const eventFor = (events: readonly Guarantee[], named: readonly UnitName[], now: Instant): Context['event'] => {
  const near = events
    .filter(({ units }) => named.length === 0 || named.some((unit) => units.includes(unit)))
    .flatMap((event): readonly EventContext[] => {
      const phase = phaseOf(event, now);
      return phase === null ? [] : [{ name: event.name, units: event.units, phase }];
    });
  return near.sort((a, b) => NEARNESS[a.phase] - NEARNESS[b.phase])[0] ?? null;
};

/** The units of every event that is on or about to begin: their jobs come before others of their kind (triage-rubric.md 5). */
export const underGuarantee = (events: readonly Guarantee[], now: Instant): ReadonlySet<UnitName> =>
  new Set(
    events
      .filter((event) => {
        const phase = phaseOf(event, now);
        return phase === 'on' || phase === 'tomorrow';
      })
      .flatMap(({ units }) => units),
  );
