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

const LABELLED = z.object({
  id: z.string(),
  text: z.string(),
  role: z.enum(['reporter', 'engineer', 'desk', 'lead', 'manager', 'client']),
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

/** Reads the lines that are (`aside`) or are not kept aside. `only`: one file by its letter. */
export const readLabelled = (aside: boolean, only: string | null = null): readonly Labelled[] => {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl') && (only === null || file === `${only}.jsonl`))
    .sort()
    .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n'))
    .filter((raw) => raw.trim() !== '' && isKeptAside(raw) === aside)
    .map((raw) => LABELLED.parse(JSON.parse(raw)));
};
