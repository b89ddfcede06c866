/** calendar.yaml: what the state and the district have announced of days off and on, and the school years with their vacations. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import { parseDate } from './dates.js';
import type { Calendar, Days } from './types.js';
import { checkYaml, readYaml } from './yaml-file.js';

const DAY_MS = 86_400_000;
/** No holiday or term is longer; a wrong year would be. */
const LONGEST = 366;

const CURE = "Write '2026-11-28', or a stretch, the earlier day first: '2026-11-28 到 2026-11-30'.";

/** `2026-11-28` or `2026-11-28 到 2026-11-30`, both ends counted; null for anything else. */
export function parseDays(value: unknown): Days | null {
  const [start, end, more] = typeof value === 'string' ? value.split(/\s*到\s*/u) : [];
  const from = parseDate(start);
  const to = end === undefined ? from : parseDate(end);
  return from === null || to === null || more !== undefined || from > to ? null : { from, to };
}

const days = z.unknown().transform((value, ctx): Days => {
  const read = parseDays(value);
  const long = read === null ? 0 : (Date.parse(read.to) - Date.parse(read.from)) / DAY_MS;
  if (read !== null && long <= LONGEST) return read;
  const message = `"${String(value)}" is no day and no stretch of days.`;
  ctx.addIssue({ code: 'custom', message, params: { cure: CURE } });
  return z.NEVER;
});

/** Every day of the stretches, as `YYYY-MM-DD`. */
const each = (stretches: readonly Days[]): readonly string[] =>
  stretches.flatMap(({ from, to }) => {
    const start = Date.parse(from);
    const many = Math.round((Date.parse(to) - start) / DAY_MS) + 1;
    return Array.from({ length: many }, (_, day) => new Date(start + day * DAY_MS).toISOString().slice(0, 10));
  });

const offAndOn = { off: z.array(days).default([]), on: z.array(days).default([]) };

type Tell = (path: readonly (string | number)[], message: string, cure: string) => void;

/** A day is off or on, not both. */
const checkSides = (off: readonly Days[], on: readonly Days[], path: readonly string[], tell: Tell): void => {
  const free = new Set(each(off));
  const both = each(on).find((day) => free.has(day));
  if (both !== undefined) tell([...path, 'on'], `${both} is off and on.`, 'Take it out of one of the two lists.');
};

const named = z.strictObject({ name: z.string().min(1).max(16), days });

const schema = z
  .strictObject({
    years: z
      .record(
        z.string().regex(/^20\d{2}$/, { error: 'This is no year.' }),
        z.strictObject({ state: z.enum(['已公布', '暂定']), ...offAndOn }),
      )
      .default({}),
    extra: z.strictObject(offAndOn).default({ off: [], on: [] }),
    schoolYears: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          terms: z.array(named).min(1),
          vacations: z.array(named).default([]),
        }),
      )
      .default([]),
  })
  .superRefine(({ years, extra, schoolYears }, ctx) => {
    const tell: Tell = (path, message, cure) => {
      ctx.addIssue({ code: 'custom', message, path: [...path], params: { cure } });
    };
    for (const [year, { off, on }] of Object.entries(years)) {
      for (const [side, list] of Object.entries({ off, on }))
        list.forEach(({ from, to }, i) => {
          if (from.startsWith(year) && to.startsWith(year)) return;
          tell(['years', year, side, i], `This is not in ${year}.`, 'Write each day under its own year.');
        });
      checkSides(off, on, ['years', year], tell);
    }
    checkSides(extra.off, extra.on, ['extra'], tell);
    const stretches = schoolYears.flatMap(({ terms, vacations }, year) =>
      Object.entries({ terms, vacations }).flatMap(([kind, list]) =>
        list.map((one, i) => ({ ...one, path: ['schoolYears', year, kind, i] })),
      ),
    );
    stretches
      .toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))
      .forEach((one, i, all) => {
        const before = all[i - 1];
        if (before === undefined || before.days.to < one.days.from) return;
        const cure = `Let it begin after ${before.days.to}, or let ${before.name} end sooner.`;
        tell([...one.path, 'days'], `${one.name} begins before ${before.name} is over.`, cure);
      });
  });

/** Nothing announced beyond the library, no district days, no school year. */
const NONE: Calendar = { days: { off: [], on: [], known: [] }, vacations: [] };

/** Reads calendar.yaml. A project without one counts by the library's holidays alone. */
export function readCalendar(text: string | null, report: Report): Calendar {
  if (text === null) return NONE;
  const read = checkYaml(readYaml('calendar.yaml', text, report), schema, report);
  if (read === null) return NONE;
  const years = Object.entries(read.years);
  const extra = { off: each(read.extra.off), on: each(read.extra.on) };
  const announced = (side: 'off' | 'on', other: readonly string[]): readonly string[] =>
    years.flatMap(([, year]) => each(year[side])).filter((day) => !other.includes(day));
  return {
    days: {
      off: [...announced('off', extra.on), ...extra.off],
      on: [...announced('on', extra.off), ...extra.on],
      known: years.filter(([, { state }]) => state === '已公布').map(([year]) => Number(year)),
    },
    vacations: read.schoolYears.flatMap(({ vacations }) =>
      vacations.map(({ name, days: { from, to } }) => ({ name, from, to })),
    ),
  };
}
