/** policy.yaml: deadlines, hours, the ladder, the machine rooms, and how much each channel may say. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import { lanes } from './lanes.js';
import { length, lengthOrNever, partOfDay, span, timeOfDay } from './span.js';
import type { Lanes, Policy, Sla, Span } from './types.js';
import { checkYaml, readYaml, type YamlFile } from './yaml-file.js';

const longer = (a: Span, b: Span): boolean =>
  a.unit === 'ms' && b.unit === 'ms' ? a.ms > b.ms : a.unit === b.unit && days(a) > days(b);
const days = (value: Span): number => (value.unit === 'working-days' ? value.days : 0);

const sla = z
  .strictObject({ accept: length, arrive: span, resolve: span, hours: z.enum(['all', 'working']), beat: lengthOrNever })
  .superRefine((level, ctx) => {
    const tell = (field: string, message: string, cure: string): void => {
      ctx.addIssue({ code: 'custom', message, path: [field], params: { cure } });
    };
    const order = 'Keep accept ≤ arrive ≤ resolve.';
    if (longer({ unit: 'ms', ms: level.accept }, level.arrive))
      tell('arrive', 'Arrival is due before acceptance.', order);
    if (longer(level.arrive, level.resolve)) tell('resolve', 'The repair is due before arrival.', order);
    for (const field of ['arrive', 'resolve'] as const) {
      if (level.hours === 'all' && level[field].unit === 'working-days') {
        tell(
          field,
          'Working days count only in working hours.',
          'Set hours: working, or write hours or days (小时, 天).',
        );
      }
    }
  })
  .transform((level): Sla => {
    return {
      acceptMs: level.accept,
      arrive: level.arrive,
      resolve: level.resolve,
      hours: level.hours,
      beatMs: level.beat,
    };
  });

const room = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string().min(2)).default([]),
  core: z.boolean().default(false),
});

const rooms = z.array(room).superRefine((list, ctx) => {
  const tell = (path: readonly (string | number)[], message: string, cure: string): void => {
    ctx.addIssue({ code: 'custom', message, path: [...path], params: { cure } });
  };
  if (list.filter((each) => each.core).length !== 1)
    tell([], 'Not exactly one room is the core.', 'Mark one room core: true.');
  const seen = new Set<string>();
  list.forEach((each, i) => {
    for (const name of [each.name, ...each.aliases]) {
      if (seen.has(name)) tell([i], `"${name}" stands twice.`, 'Leave each name to one room, and name it once.');
      seen.add(name);
    }
  });
});

const workingHours = z
  .array(partOfDay)
  .min(1)
  .superRefine((parts, ctx) => {
    const overlap = parts.some((part, i) => i > 0 && part.from < (parts[i - 1]?.to ?? 0));
    const cure = 'Write the parts in the order of the day, none beginning before the last one ends.';
    if (overlap) ctx.addIssue({ code: 'custom', message: 'The parts overlap or are out of order.', params: { cure } });
  });

/** How much one person is given, and how long somebody counts as on site after a repair. Other files of older projects name neither. */
const assign = z.strictObject({
  most: z.union([z.int().min(1).max(50), z.literal('无').transform(() => null)]),
  stay: length.refine((ms) => ms <= 4 * 3_600_000, {
    error: 'Longer than 4 hours.',
    params: { cure: 'Write at most 4 小时.' },
  }),
});
const guarantee = z.strictObject({ eve: timeOfDay, morning: timeOfDay });
/** One report is no incident: at least two make one. */
const several = z.int().min(2).max(100);

const incident = z.strictObject({
  units: several,
  ringUnits: several,
  within: length,
  roomWithin: length,
  beat: length,
  fold: length,
});

const ladder = z.strictObject({ again: length });

const schema = z.strictObject({
  lead: z.string().min(1),
  manager: z.string().min(1),
  desk: z.string().min(1),
  workingHours,
  sla: z.strictObject({ 1: sla, 2: sla, 3: sla }),
  warn: z.strictObject({ accept: length, arrive: length, resolve: length }),
  ladder,
  managerAfter: length,
  retryAssign: length,
  suspendCheck: length,
  closeAfter: length,
  draft: length,
  choice: length,
  assign: assign.default({ most: 5, stay: 3_600_000 }),
  guarantee: guarantee.default({ eve: 1110, morning: 420 }),
  incident,
  digestAt: timeOfDay,
  rooms,
  lanes,
});

/** The policy and the lanes, or null where the file has a fault; the file itself for checks across files. */
export type PolicyFile = {
  readonly file: YamlFile;
  readonly read: {
    readonly policy: Omit<Policy, 'rota' | 'inspections' | 'workingHours' | 'vacations'> & {
      readonly parts: Policy['workingHours']['parts'];
    };
    readonly lanes: Lanes;
  } | null;
};

/** Reads policy.yaml. */
export function readPolicy(text: string | null, report: Report): PolicyFile {
  const file = readYaml('policy.yaml', text, report);
  const checked = checkYaml(file, schema, report);
  if (checked === null) return { file, read: null };
  const { lanes: budgets, draft, choice, workingHours: parts, ...rest } = checked;
  return {
    file,
    read: { policy: { ...rest, parts, draftMs: draft, choiceMs: choice }, lanes: budgets },
  };
}
