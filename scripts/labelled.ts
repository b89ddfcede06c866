/** The labelled messages (test/data/labelled/*.jsonl). A third of them is kept aside: whose id's number divides by three. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FAULT = z.object({
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  category: z.string(),
  location: z.string().nullish(),
  summary: z.string().nullish(),
});

/** A stranger to the roster is a reporter (design.md 4). */
export const ROLE = z
  .enum(['reporter', 'engineer', 'desk', 'lead', 'manager', 'client', 'stranger'])
  .transform((role) => (role === 'stranger' ? 'reporter' : role));

const LABELLED = z.object({
  id: z.string(),
  text: z.string(),
  role: ROLE,
  context: z.any(),
  labels: z.object({
    intent: z.string(),
    severity: z.number().nullable(),
    category: z.string().nullable(),
    unit: z.string().nullable(),
    location: z.string().nullable(),
    phone: z.string().nullable(),
    faults: z.array(FAULT),
  }),
});
export type Labelled = z.infer<typeof LABELLED>;

const FOLDER = 'test/data/labelled';

/** Is this id kept aside? Told from the id alone, so that nothing else of the line is looked at. */
const isKeptAside = (raw: string): boolean => {
  const number = /^\{\s*"id"\s*:\s*"[a-z]+0*(\d+)"/.exec(raw)?.[1];
  return number === undefined || Number(number) % 3 === 0;
};

/** The letters of the files there are. */
export const filesOfLabelled = (): readonly string[] =>
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((file) => file.endsWith('.jsonl'))
        .map((file) => file.slice(0, -'.jsonl'.length))
        .sort()
    : [];

const parsed = (raw: string): Labelled => LABELLED.parse(JSON.parse(raw));
const linesOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((raw) => raw.trim() !== '');

/** Reads the lines that are (`aside`) or are not kept aside. `only`: one file by its letter. */
export const readLabelled = (aside: boolean, only: string | null = null): readonly Labelled[] =>
  filesOfLabelled()
    .filter((file) => only === null || file === only)
    .flatMap((file) => linesOf(join(FOLDER, `${file}.jsonl`)))
    .filter((raw) => isKeptAside(raw) === aside)
    .map(parsed);

/** All lines of a file anywhere. */
export const readAll = (path: string): readonly Labelled[] => linesOf(path).map(parsed);
