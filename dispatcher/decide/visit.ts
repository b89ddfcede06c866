import type { StaffId, Ticket } from '../model.js';
import type { Policy } from '../policy.js';

/**
 * Who calls back a caller after the repair (回访, contract.md): who entered the call, else the desk, else the lead; never the one who
 * repaired it. Null where nobody called.
 */
export const visitorOf = (ticket: Ticket, policy: Policy): StaffId | null => {
  if (ticket.caller === null) return null;
  const { key, role } = ticket.caller.by;
  const entered = role === 'desk' || role === 'lead' || role === 'manager' ? [key.slice('staff:'.length)] : [];
  const repaired = 'assignee' in ticket ? ticket.assignee : null;
  return [...entered, policy.desk, policy.lead].find((id) => id !== repaired) ?? null;
};
