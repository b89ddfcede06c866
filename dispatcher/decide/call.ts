import type { Decision } from '../decision.js';
import { UNNAMED, type Facts, type Instant, type Sender, type UnitName } from '../model.js';
import { decideReport } from './report.js';
import type { Scene } from './scene.js';
import { HOUR, MINUTE, startOfDay } from './time.js';
import type { Person } from './who.js';

/** A call older than this is told by its day; a bare time so far back is a slip of the pen. */
const OLDEST = 12 * HOUR;

/** When the call came: at these minutes after midnight today, where that is past and not long ago; null leaves it at now. */
export const callAt = (minutes: number | null, now: Instant): Instant | null => {
  if (minutes === null) return null;
  const at = startOfDay(now) + minutes * MINUTE;
  return at <= now && now - at <= OLDEST ? at : null;
};

/** The caller's own account, where exactly one is known by the number, or by name and school. */
export const knownCaller = (
  name: string | null,
  unit: UnitName | null,
  phone: string | null,
  people: readonly Person[],
): Person | null => {
  const byPhone = phone === null ? [] : people.filter((p) => p.phone === phone);
  const byName = name === null ? [] : people.filter((p) => p.name === name && (unit === null || p.unit === unit));
  const [only, ...others] = byPhone.length > 0 ? byPhone : byName;
  return only === undefined || others.length > 0 ? null : only;
};

/**
 * Who called, as a sender: known by school and name, since a telephone number is no key that may lie open. Somebody without a name
 * is somebody of their own at each call. `by` enters it.
 */
export const callerOf = (
  name: string | null,
  facts: Facts,
  known: Person | null,
  by: Sender,
  messageId: string,
): Sender => {
  const unit = facts.unit ?? (facts.units.length > 1 ? null : (known?.unit ?? null));
  const called = name ?? (known === null || known.name === '' ? null : known.name);
  return {
    key: `call:${unit ?? '?'}:${called ?? messageId}`,
    name: called ?? UNNAMED,
    role: 'reporter',
    staff: null,
    unit,
    phone: facts.phone ?? known?.phone ?? null,
    via: { key: by.key, name: by.name, role: by.role },
  };
};

/** A call as the report of its caller; null where the words tell no fault. */
export const decideCall = (scene: Scene): Decision | null => {
  const { facts, sender } = scene;
  if (facts.faults.length === 0) return null;
  const contact = facts.contact ?? (sender.name === UNNAMED ? null : sender.name);
  return decideReport({ ...scene, facts: { ...facts, intent: 'report', contact } });
};
