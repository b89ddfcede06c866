import type { EntityManager } from 'typeorm';
import { ReporterTable, type ReporterRow } from '../../entities/people.js';
import type { Instant } from '../model.js';
import type { KnownPerson, People } from '../ports.js';
import type { Crypt } from './crypt.js';
import { fit } from './fit.js';
import type { Tools } from './tools.js';

/** A row as a person, opened. */
const personOf = (row: ReporterRow, crypt: Crypt): KnownPerson => ({
  key: row.key,
  name: crypt.openWords(row.name),
  unit: row.unit,
  phone: row.phone === null ? null : crypt.openWords(row.phone),
});

type Merge = (told: KnownPerson, known: KnownPerson) => KnownPerson;

/** What is told now counts; what is not told stays. */
const told: Merge = (now, before) => ({
  key: now.key,
  name: now.name === '' ? before.name : now.name,
  unit: now.unit ?? before.unit,
  phone: now.phone ?? before.phone,
});

const same = (a: KnownPerson, b: KnownPerson): boolean => a.name === b.name && a.unit === b.unit && a.phone === b.phone;

/** Writes people as `merge` makes them of what is told and what is known; nothing where nothing changes. Gives how many changed. */
const write = async (
  manager: EntityManager,
  crypt: Crypt,
  people: readonly KnownPerson[],
  merge: Merge,
  now: Instant,
): Promise<number> => {
  let written = 0;
  for (const person of people) {
    const key = fit(person.key);
    const row = await manager.findOneBy(ReporterTable, { key });
    const before = row === null ? null : personOf(row, crypt);
    const after = before === null ? person : merge(person, before);
    if (before !== null && same(before, after)) continue;
    const { name, unit, phone } = after;
    const fresh = { key, name: crypt.sealWords(name), unit, phone: phone === null ? null : crypt.sealPhone(phone) };
    await manager.upsert(ReporterTable, { ...fresh, learntAt: now }, ['key']);
    written += 1;
  }
  return written;
};

/** Everybody of whom something is known, by key. */
export async function allPeople({
  database,
  crypt,
}: Pick<Tools, 'database' | 'crypt'>): Promise<readonly KnownPerson[]> {
  const rows = await database.steady((manager) => manager.find(ReporterTable, { order: { key: 'ASC' } }));
  return rows.map((row) => personOf(row, crypt));
}

/** Who reports and from where, on a database; telephone numbers sealed. */
export function createPeople(tools: Tools): People {
  const { database, clock, crypt } = tools;
  return {
    all: () => allPeople(tools),
    welcome: (people) =>
      database.transact((manager) => write(manager, crypt, people, (now, before) => told(before, now), clock.now())),
    enter: (people) => database.transact((manager) => write(manager, crypt, people, told, clock.now())),
  };
}
