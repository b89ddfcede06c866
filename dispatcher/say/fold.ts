/** One moment, one message to one person about one ticket: what says less is left out beside what says more. */
import type { Alarm, Effect } from '../decision.js';
import type { StaffId, TicketId } from '../model.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Of two things that somebody further up could be told, the first says more. */
const WEIGHT: Readonly<Record<Alarm['kind'], number>> = {
  nobody: 0,
  round: 1,
  reopened: 2,
  'no-accept': 3,
  silent: 3,
  'level-1': 4,
  accepted: 5,
  late: 6,
  unhappy: 7,
  'suspended-long': 8,
};

const of = <K extends Effect['kind']>(effects: readonly Effect[], kind: K, ticket: TicketId): readonly Of<K>[] =>
  effects.filter((e): e is Of<K> => e.kind === kind && 'ticket' in e && e.ticket.id === ticket);

/** Everything needed goes to this one already: the job itself. */
const hasJob = (effects: readonly Effect[], ticket: TicketId, to: StaffId): boolean =>
  of(effects, 'offer', ticket).some((e) => e.ticket.state === 'offered' && e.ticket.assignee === to) ||
  of(effects, 'details', ticket).some((e) => e.to === to);

const alarmNeeded = (effect: Of<'alarm'>, all: readonly Effect[]): boolean => {
  const { ticket, to, why } = effect;
  const others = of(all, 'alarm', ticket.id).filter((e) => e !== effect && e.to === to);
  const said = others.some((e) => WEIGHT[e.why.kind] < WEIGHT[why.kind]);
  return !said && !(why.kind !== 'nobody' && hasJob(all, ticket.id, to));
};

/** The alarm tells how late it is, to the same person; a repair overdue makes an arrival overdue no news. */
const breachNeeded = (effect: Of<'breach'>, all: readonly Effect[]): boolean =>
  of(all, 'alarm', effect.ticket.id).every((e) => e.to !== effect.tell) &&
  (effect.clock === 'resolve' || of(all, 'breach', effect.ticket.id).every((e) => e.clock !== 'resolve'));

const needed = (effect: Effect, all: readonly Effect[]): boolean => {
  if (effect.kind === 'alarm') return alarmNeeded(effect, all);
  if (effect.kind === 'breach') return breachNeeded(effect, all);
  // Called again and then not answered, after a standstill: the next is called, and nobody twice.
  if (effect.kind === 'offer')
    return effect.step !== 'again' || of(all, 'offer', effect.ticket.id).every((e) => e.step === 'again');
  return effect.kind !== 'beat' || of(all, 'reminder', effect.ticket.id).length === 0;
};

/** The effects of one decision without those that would only repeat another to the same person. */
export const fold = (effects: readonly Effect[]): readonly Effect[] =>
  effects.filter((effect) => needed(effect, effects));
