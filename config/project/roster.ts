/** roster.yaml: who works here, on which kinds of work, and under which id on each channel. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import type { Staff } from './types.js';
import { CATEGORIES, STAFF_ROLES } from './vocabulary.js';
import { checkYaml, rawAt, readYaml, type YamlFile } from './yaml-file.js';

const rosterId = z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/, {
  error: 'An id is small Latin letters and digits, such as zhaogaobin.',
});

const platformId = z.string().min(1).max(128);

const person = z
  .strictObject({
    id: rosterId,
    name: z.string().min(1).max(32),
    title: z.string().min(1).max(32),
    role: z.enum(STAFF_ROLES),
    primary: z.array(z.enum(CATEGORIES)).default([]),
    secondary: z.array(z.enum(CATEGORIES)).default([]),
    channels: z.strictObject({
      wecom: platformId.exactOptional(),
      telegram: z.union([z.int(), platformId]).transform(String).exactOptional(),
      playground: platformId.exactOptional(),
    }),
  })
  .transform(({ channels, ...rest }): Staff => ({ ...rest, ids: channels }))
  .superRefine((staff, ctx) => {
    const both = staff.primary.filter((category) => staff.secondary.includes(category));
    const cure = 'Leave it in one of the two lists.';
    for (const category of both) {
      ctx.addIssue({
        code: 'custom',
        message: `${category} is both primary and secondary.`,
        path: ['secondary'],
        params: { cure },
      });
    }
    if (staff.role === 'client' && staff.primary.length + staff.secondary.length > 0) {
      ctx.addIssue({
        code: 'custom',
        message: 'A client has no duties.',
        path: ['role'],
        params: { cure: 'Take the duties out.' },
      });
    }
  });

/** The roster, and the raw file for checks that shall see it although something in it is wrong. */
export type Roster = { readonly file: YamlFile; readonly staff: readonly Staff[] };

const findTwice = (file: YamlFile, count: number, report: Report): void => {
  const fields = [['id'], ['name'], ['channels', 'wecom'], ['channels', 'telegram'], ['channels', 'playground']];
  for (const field of fields) {
    const seen = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const path = ['people', i, ...field];
      const value = rawAt(file.raw, path);
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const first = seen.get(String(value));
      if (first === undefined) seen.set(String(value), i);
      else {
        const problem = `${String(value)} stands twice, first in people[${first}].`;
        const cure = 'Give every person one of their own.';
        report({ file: file.name, line: file.line(path), field: `people[${i}].${field.join('.')}`, problem, cure });
      }
    }
  }
};

/** Reads the roster, each person by themselves, so that one fault does not hide the next. */
export function readRoster(text: string | null, report: Report): Roster {
  const file = readYaml('roster.yaml', text, report);
  const whole = checkYaml(file, z.strictObject({ people: z.array(z.unknown()).min(1) }), report);
  const people = whole?.people ?? [];
  const staff = people.flatMap((raw, i): readonly Staff[] => {
    const checked = checkYaml(file, person, report, raw, ['people', i]);
    return checked === null ? [] : [checked];
  });
  findTwice(file, people.length, report);
  return { file, staff };
}
