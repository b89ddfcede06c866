import type { Because, Hands, Instant, PassedOver, Reason, Staff, StaffId, Ticket, Nobody } from '../model.js';
import { nearness, openOf, type Nearness } from './hands.js';
import type { House } from './scene.js';

/** What the choice looks at. house: as it stands now (`houseAt`). */
export type Asking = {
  readonly ticket: Pick<Ticket, 'category' | 'unit' | 'level' | 'passed'>;
  readonly house: House;
  readonly hands: Hands;
  readonly now: Instant;
};

/** Who goes, and why; or that nobody can. */
export type Choice =
  | { readonly kind: 'to'; readonly staff: StaffId; readonly why: 'on-duty' | Duty; readonly because: Because }
  | { readonly kind: 'nobody'; readonly why: Nobody };

type Duty = 'primary' | 'secondary' | 'reserve';

type Candidate = {
  readonly id: StaffId;
  readonly duty: Duty | null;
  readonly onDuty: boolean;
  readonly near: Nearness | null;
  readonly open: number;
  readonly order: number;
};

const dutyOf = ({ id, primary, secondary }: Staff, { ticket, house }: Asking): Duty | null => {
  if (primary.includes(ticket.category)) return 'primary';
  if (!secondary.includes(ticket.category)) return null;
  return house.attendance.reserve.has(id) ? 'reserve' : 'secondary';
};

const candidateOf = (staff: Staff, order: number, asking: Asking): Candidate => {
  const { ticket, house, hands, now } = asking;
  const { units, policy, attendance } = house;
  const core = policy.rooms.find((room) => room.core)?.name ?? '';
  return {
    id: staff.id,
    duty: dutyOf(staff, asking),
    onDuty: attendance.onDuty.includes(staff.id),
    near: nearness(hands.get(staff.id) ?? [], { unit: ticket.unit, units, core, now, stay: policy.assign.stay }),
    open: openOf(hands, staff.id),
    order,
  };
};

const DUTIES: readonly (Duty | null)[] = ['primary', 'secondary', 'reserve', null];

/** What is compared, the first before the others; and what is said of whoever comes second in it. */
const KEYS: readonly (readonly [PassedOver['why'], (one: Candidate) => number])[] = [
  ['off-duty', (one) => (one.onDuty ? 0 : 1)],
  ['farther', ({ near }) => (near === null || near.how === 'node' ? 2 : near.how === 'town' ? 1 : 0)],
  ['deputy', ({ duty }) => DUTIES.indexOf(duty)],
  ['farther', ({ near }) => (near === null ? 1 : 0)],
  ['busier', ({ open }) => open],
  ['later', ({ order }) => order],
];

const compare = (a: Candidate, b: Candidate): number =>
  KEYS.reduce((order, [, key]) => (order === 0 ? key(a) - key(b) : order), 0);

const lost = (to: Candidate, other: Candidate): PassedOver => ({
  who: other.id,
  why: KEYS.find(([, key]) => key(to) !== key(other))?.[0] ?? 'later',
  open: other.open,
});

const reasonsOf = ({ onDuty, near, duty, open }: Candidate): readonly Reason[] => [
  ...(onDuty ? [{ kind: 'on-duty' } as const] : []),
  ...(duty === null ? [] : [{ kind: 'duty', of: duty } as const]),
  ...(near === null ? [] : [{ kind: 'near', ...near } as const]),
  { kind: 'load', open },
];

/** Why somebody who could go is not asked at all; null where they are. */
const barred = ({ id, open }: Candidate, { ticket, house }: Asking): 'away' | 'asked' | 'full' | null => {
  if (house.attendance.away.has(id)) return 'away';
  if (ticket.passed.includes(id)) return 'asked';
  const { most } = house.policy.assign;
  return ticket.level !== 1 && most !== null && open >= most ? 'full' : null;
};

const nobody = (out: readonly PassedOver[]): Nobody => {
  if (out.length === 0) return 'nobody on this duty';
  if (out.some(({ why }) => why === 'full')) return 'all busy';
  return out.some(({ why }) => why === 'asked') ? 'everybody asked' : 'all away';
};

/**
 * The engineer for a job (contract.md annex 3; issue 4, «Who goes»). Out of hours whoever has duty goes first; whoever is on site in the
 * same unit or town before others; then primary duty before secondary before the reserve; then who is on site under the same node; then
 * who has fewest open jobs; then the roster's order. Nobody goes who is on leave, was asked for this ticket already, or (level 2 and 3)
 * has as many open jobs as the policy allows. Gives its reasons, and of everybody else with the duty why not.
 */
export const choose = (asking: Asking): Choice => {
  const all = asking.house.staff
    .map((staff, order) => candidateOf(staff, order, asking))
    .filter(({ duty, onDuty }) => duty !== null || onDuty);
  const out = all.flatMap((one): readonly PassedOver[] => {
    const why = barred(one, asking);
    return why === null ? [] : [{ who: one.id, why, open: one.open }];
  });
  const free = all.filter(({ id }) => !out.some(({ who }) => who === id)).sort(compare);
  const [to, ...others] = free;
  if (to === undefined) return { kind: 'nobody', why: nobody(out) };
  return {
    kind: 'to',
    staff: to.id,
    why: to.duty ?? 'on-duty',
    because: { reasons: reasonsOf(to), others: [...others.map((one) => lost(to, one)), ...out] },
  };
};
