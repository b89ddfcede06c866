/** people.yaml and samples.yaml: whom the playground can speak as beside the roster, and sentences to click. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import type { PlaygroundPerson, Sample } from './types.js';
import { ROLES } from './vocabulary.js';
import { checkYaml, readYaml, type YamlFile } from './yaml-file.js';

const person = z.strictObject({
  id: z
    .string()
    .regex(/^[^\s\p{Cc}]{1,64}$/u, { error: 'An id has no blanks and at most 64 characters.' })
    .refine((id) => id !== 'bot', { error: 'bot is the bot itself.' }),
  name: z.string().min(1).max(32),
  title: z.string().min(1).max(64),
  unit: z.string().min(1).nullable().default(null),
  phone: z
    .string()
    .regex(/^13800138\d{3}$/, { error: 'Not an example number: use 13800138000 to 13800138999.' })
    .nullable()
    .default(null),
});

const sample = z.strictObject({
  role: z.enum(ROLES),
  text: z.string().min(1).max(2000),
  chat: z.enum(['group', 'direct']).exactOptional(),
});

/** The playground's reporters, with the file for checks against roster and units. */
export type People = { readonly file: YamlFile; readonly people: readonly PlaygroundPerson[] };

/** Reads people.yaml. */
export function readPeople(text: string | null, report: Report): People {
  const file = readYaml('people.yaml', text, report);
  const checked = checkYaml(file, z.strictObject({ people: z.array(person) }), report);
  return { file, people: (checked?.people ?? []).map((each) => ({ ...each, role: 'reporter' })) };
}

/** Reads samples.yaml. */
export function readSamples(text: string | null, report: Report): readonly Sample[] {
  const file = readYaml('samples.yaml', text, report);
  return checkYaml(file, z.strictObject({ samples: z.array(sample) }), report)?.samples ?? [];
}
