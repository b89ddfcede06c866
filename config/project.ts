/** The project's own data (`PROJECT_DIR`, `config/tongzhou/` by default): read, checked as a whole, given as one value. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, Report } from './fault.js';
import { readCalendar } from './project/calendar.js';
import { readCatalogue } from './project/catalogue.js';
import { checkAcross, checkRota } from './project/cross.js';
import { checkInspections, readInspections } from './project/inspections.js';
import { readPeople, readSamples } from './project/playground.js';
import { readPolicy } from './project/policy.js';
import { readRoster } from './project/roster.js';
import { readRota } from './project/rota.js';
import { readTopology } from './project/topology.js';
import type { LoadedProject, Staff } from './project/types.js';
import { readUnits } from './project/units.js';
import type { Channel } from './project/vocabulary.js';

const FILES = [
  'units.csv',
  'roster.yaml',
  'policy.yaml',
  'topology.yaml',
  'catalogue.yaml',
  'people.yaml',
  'samples.yaml',
  'rota.yaml',
  'calendar.yaml',
  'inspections.yaml',
] as const;
export type ProjectFileName = (typeof FILES)[number];
/** The files' bytes by name; null where there is none. */
export type ProjectFiles = Readonly<Record<ProjectFileName, Uint8Array | null>>;

export type { LoadedProject } from './project/types.js';

export type ProjectRead =
  | { readonly kind: 'project'; readonly project: LoadedProject }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readFile = (path: string): Uint8Array | null => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** The files as text. A file in another encoding is a fault of its own: what could be read of it would be noise. */
const textsOf = (files: ProjectFiles, report: Report): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const name of FILES) {
    const bytes = files[name];
    try {
      if (bytes !== null) texts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      const cure = 'Save it as UTF-8 (in Excel: "CSV UTF-8").';
      report({ file: name, line: null, field: '', problem: 'The file is not UTF-8.', cure });
    }
  }
  return texts;
};

/** Checks the files' contents. Every fault of every file comes at once, each with its line and its cure. */
export function checkProject(files: ProjectFiles): ProjectRead {
  const faults: Fault[] = [];
  const report: Report = (fault) => faults.push(fault);
  const texts = textsOf(files, report);
  if (faults.length > 0) return { kind: 'faults', faults };
  const text = (name: ProjectFileName): string | null => texts.get(name) ?? null;
  const units = readUnits(text('units.csv'), report);
  const roster = readRoster(text('roster.yaml'), report);
  const policy = readPolicy(text('policy.yaml'), report);
  const topology = readTopology(text('topology.yaml'), report);
  const rota = readRota(text('rota.yaml'), report);
  const inspections = readInspections(text('inspections.yaml'), report);
  const { days, vacations } = readCalendar(text('calendar.yaml'), report);
  const catalogue = readCatalogue(text('catalogue.yaml'), report);
  const people = readPeople(text('people.yaml'), report);
  const samples = readSamples(text('samples.yaml'), report);
  checkAcross(units, roster, policy, people, topology, report);
  checkRota(rota, roster, report);
  checkInspections(inspections, roster, policy.file, report);
  if (faults.length > 0 || policy.read === null || topology.read === null) return { kind: 'faults', faults };
  const { parts, ...rules } = policy.read.policy;
  const project: LoadedProject = {
    topology: topology.read,
    lanes: policy.read.lanes,
    policy: {
      ...rules,
      workingHours: { parts, days },
      vacations,
      rota: rota.rota,
      inspections: inspections.inspections,
    },
    units: units.map((row) => row.unit),
    staff: roster.staff,
    catalogue,
    people: people.people,
    samples,
  };
  return { kind: 'project', project };
}

/** Reads the bytes of a project's files; null for a file that is not there. */
export function readProjectFiles(dir: string): ProjectFiles {
  const read = (name: ProjectFileName): Uint8Array | null => readFile(join(dir, name));
  return {
    'units.csv': read('units.csv'),
    'roster.yaml': read('roster.yaml'),
    'policy.yaml': read('policy.yaml'),
    'topology.yaml': read('topology.yaml'),
    'catalogue.yaml': read('catalogue.yaml'),
    'people.yaml': read('people.yaml'),
    'samples.yaml': read('samples.yaml'),
    'rota.yaml': read('rota.yaml'),
    'calendar.yaml': read('calendar.yaml'),
    'inspections.yaml': read('inspections.yaml'),
  };
}

/** Loads the project from a directory. `faults` has every fault at once. Throws only where the disk itself refuses to read. */
export function loadProject(dir: string): ProjectRead {
  return checkProject(readProjectFiles(dir));
}

/**
 * Who has no id on one of these channels: there a person is a stranger to the bot, cannot accept, and is never pinged. No reason not
 * to start, since Telegram ids come in one by one; told at the start and by `npm run doctor`. 甲方 only reads and needs none.
 */
export function missingIds(
  staff: readonly Staff[],
  channels: readonly Channel[],
): readonly { readonly channel: Channel; readonly name: string }[] {
  return channels.flatMap((channel) =>
    staff
      .filter((person) => person.role !== 'client' && person.ids[channel] === undefined)
      .map(({ name }) => ({ channel, name })),
  );
}
