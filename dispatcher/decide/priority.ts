import type { Category, Instant, Ticket, Unit, UnitName } from '../model.js';
import type { Policy } from '../policy.js';
import { assertNever } from './never.js';
import { nextDue } from './sla.js';

/** 先核心后终端: 0 the core and the carriers, 1 a campus, 2 a terminal. */
const coreness = (ticket: Ticket): number => {
  const core: readonly Category[] = ['room', 'metro', 'fibre'];
  if (core.includes(ticket.category)) return 0;
  return ticket.scope === 'terminal' || ticket.scope === 'room' ? 2 : 1;
};

/** 先传输后数据: transmission, then the rest, then data services. */
const transmission = (ticket: Ticket): number => {
  switch (ticket.category) {
    case 'fibre':
    case 'metro':
      return 0;
    case 'virtual':
    case 'backup':
    case 'platform':
      return 2;
    case 'campus':
    case 'room':
    case 'wireless':
    case 'video':
    case 'security':
    case 'surveillance':
    case 'event':
    case 'support':
      return 1;
    default:
      return assertNever(ticket.category);
  }
};

/**
 * The contract's order of work (triage-rubric.md 5): severity, core before terminal, key or guaranteed unit before others,
 * nearer deadline, transmission before data; the number decides last, so that the order is total. Negative: `a` comes first.
 * guaranteed: the units under guarantee now (`underGuarantee`).
 */
export const byPriority =
  (units: ReadonlyMap<UnitName, Unit>, policy: Policy, guaranteed: ReadonlySet<UnitName> = new Set()) =>
  (a: Ticket, b: Ticket): number => {
    const key = (t: Ticket): number =>
      t.unit !== null && (units.get(t.unit)?.key === true || guaranteed.has(t.unit)) ? 0 : 1;
    const due = (t: Ticket): Instant => nextDue(t, policy)?.due ?? Number.MAX_SAFE_INTEGER;
    return (
      a.level - b.level ||
      coreness(a) - coreness(b) ||
      key(a) - key(b) ||
      due(a) - due(b) ||
      transmission(a) - transmission(b) ||
      a.no.localeCompare(b.no)
    );
  };
