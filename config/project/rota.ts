/** rota.yaml: shifts out of hours, who takes turns on them, and the groups of the reserve. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import { readDate } from './dates.js';
import { parseTimeOfDay } from './span.js';
import type { Rota } from './types.js';
import { CATEGORIES } from './vocabulary.js';
import { checkYaml, readYaml, type YamlFile } from './yaml-file.js';

const DAY = 1440;

/** 「18:00-08:00」 ends on the next day where it ends no later than it begins. */
const hours = z.unknown().transform((value, ctx): { from: number; to: number } => {
  const [start, end, more] = typeof value === 'string' ? value.split('-') : [];
  const [from, to] = [parseTimeOfDay(start), parseTimeOfDay(end)];
  if (from === null || to === null || more !== undefined) {
    const params = { cure: "Write it as '18:00-08:00'; an end that is not after the beginning is on the next day." };
    ctx.addIssue({ code: 'custom', message: 'This is no stretch of a day.', params });
    return z.NEVER;
  }
  return { from, to: to <= from ? to + DAY : to };
});

const shift = z
  .strictObject({ name: z.string().min(1).max(16), hours, days: z.enum(['每天', '工作日', '休息日']) })
  .transform(({ name, hours: { from, to }, days }) => ({ name, from, to, days }));

const rotation = z.strictObject({
  start: readDate,
  days: z.int().min(1).max(31),
  turns: z.array(z.array(z.string().min(1)).min(1)).min(1),
});

const group = z.strictObject({
  name: z.string().min(1).max(16),
  aliases: z.array(z.string().min(2)).default([]),
  most: z.int().min(1).nullable(),
  categories: z.array(z.enum(CATEGORIES)).min(1),
});

const schema = z
  .strictObject({
    shifts: z.array(shift).default([]),
    rotation: rotation.nullable().default(null),
    reserve: z.array(group).default([]),
  })
  .superRefine(({ shifts, rotation: turns, reserve }, ctx) => {
    const tell = (path: readonly (string | number)[], message: string, cure: string): void => {
      ctx.addIssue({ code: 'custom', message, path: [...path], params: { cure } });
    };
    if (turns !== null && shifts.length === 0)
      tell(['rotation'], 'There is no shift to take turns on.', 'Add shifts, or take the rotation out.');
    const named = new Set<string>();
    shifts.forEach(({ name }, i) => {
      if (named.has(name))
        tell(['shifts', i, 'name'], `"${name}" stands twice.`, 'Give every shift a name of its own.');
      named.add(name);
    });
    const called = new Set<string>();
    reserve.forEach((each, i) => {
      for (const name of [each.name, ...each.aliases]) {
        if (called.has(name))
          tell(['reserve', i, 'name'], `"${name}" stands twice.`, 'Leave each name to one group, and name it once.');
        called.add(name);
      }
    });
  });

/** The rota, and the file for checks against the roster. */
export type RotaFile = { readonly file: YamlFile | null; readonly rota: Rota };

const NONE: Rota = { shifts: [], rotation: null, reserve: [] };

/** Reads rota.yaml. A project without one has no shifts, no rotation and no reserve. */
export function readRota(text: string | null, report: Report): RotaFile {
  if (text === null) return { file: null, rota: NONE };
  const file = readYaml('rota.yaml', text, report);
  return { file, rota: checkYaml(file, schema, report) ?? NONE };
}
