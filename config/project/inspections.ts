/** inspections.yaml: who inspects which schools and machine rooms, how often, and when the day begins and ends. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import { readDate } from './dates.js';
import type { Roster } from './roster.js';
import { timeOfDay } from './span.js';
import type { Inspections } from './types.js';
import { checkYaml, rawAt, readYaml, type YamlFile } from './yaml-file.js';

const plan = z.strictObject({
  name: z.string().min(1).max(20),
  of: z.enum(['校园', '机房']),
  rooms: z.array(z.string().min(1)).min(1),
  staff: z.array(z.string().min(1)).min(1),
  every: z.int().min(1).max(250),
  start: readDate,
});

const schema = z
  .strictObject({ morning: timeOfDay, evening: timeOfDay, plans: z.array(plan) })
  .superRefine(({ morning, evening, plans }, ctx) => {
    const tell = (path: readonly (string | number)[], message: string, cure: string): void => {
      ctx.addIssue({ code: 'custom', message, path: [...path], params: { cure } });
    };
    if (evening <= morning) tell(['evening'], 'The day ends before it begins.', 'Keep morning earlier than evening.');
    const named = new Set<string>();
    const covered = new Set<string>();
    plans.forEach(({ name, of, rooms }, i) => {
      if (named.has(name)) tell(['plans', i, 'name'], `"${name}" stands twice.`, 'Give every plan a name of its own.');
      named.add(name);
      rooms.forEach((room, j) => {
        const key = `${of} ${room}`;
        if (covered.has(key))
          tell(['plans', i, 'rooms', j], `${key} is inspected twice.`, 'Leave each room to one plan of its kind.');
        covered.add(key);
      });
    });
  });

/** The plans, and the file for checks against the roster and the rooms. */
export type InspectionsFile = { readonly file: YamlFile | null; readonly inspections: Inspections };

const NONE: Inspections = { morning: 8 * 60, evening: 18 * 60, plans: [] };

/** Reads inspections.yaml. A project without one has no inspections. */
export function readInspections(text: string | null, report: Report): InspectionsFile {
  if (text === null) return { file: null, inspections: NONE };
  const file = readYaml('inspections.yaml', text, report);
  return { file, inspections: checkYaml(file, schema, report) ?? NONE };
}

/** Every plan's rooms are rooms of the policy, and whoever inspects is on the roster and may be sent out. */
export function checkInspections(
  { file, inspections }: InspectionsFile,
  roster: Roster,
  policy: YamlFile,
  report: Report,
): void {
  if (file === null) return;
  const list = rawAt(policy.raw, ['rooms']);
  const rooms = Array.isArray(list) ? list.map((room) => rawAt(room, ['name'])) : [];
  const goes = roster.staff.filter(({ role }) => role !== 'manager' && role !== 'client').map(({ id }) => id);
  inspections.plans.forEach((each, i) => {
    const check = (field: 'rooms' | 'staff', known: readonly unknown[], problem: string): void =>
      each[field].forEach((one, j) => {
        if (known.length === 0 || known.includes(one)) return;
        const at = { line: file.line(['plans', i, field, j]), field: `plans[${i}].${field}[${j}]` };
        report({ file: file.name, ...at, problem: `${one} ${problem}`, cure: `Choose one of: ${known.join(', ')}.` });
      });
    check('rooms', rooms, 'is no room of policy.yaml.');
    check('staff', goes, 'cannot inspect.');
  });
}
