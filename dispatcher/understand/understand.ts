/** Text to facts: reads a message from top to bottom and says why (triage-rubric.md). Pure: the same words, the same answer. */
import type { Context, Facts, Staff, Unit, UnitName } from '../model.js';
import { clausesOf } from './clauses.js';
import { besideOurs, faultsOf, restates } from './faults.js';
import { intentOf } from './intent.js';
import { TICKET } from './intent-words.lexicon.js';
import { lookUp } from './lexicon.js';
import { choiceIn, phoneIn, ticketsIn } from './numbers.js';
import { FAULTY } from './part.js';
import { createPersonFinder } from './people.js';
import { placesIn } from './places.js';
import type { Reading } from './reading.js';
import { repaired } from './repair.js';
import { createRoomFinder } from './rooms.js';
import { sourceOf } from './source.js';
import { stanceOf } from './stance.js';
import { affectedUnit, createUnitFinder } from './units.js';

/** Who and what can be named in a message. */
export type Directory = {
  readonly units: readonly Unit[];
  readonly staff: readonly Staff[];
  readonly rooms: readonly { readonly name: string; readonly aliases: readonly string[] }[];
};

/** What can be seen without knowing who writes and what is open; enough to choose the locks. */
export type Glance = {
  readonly units: readonly UnitName[];
  readonly unit: UnitName | null;
  readonly tickets: readonly string[];
  readonly faultsLikely: boolean;
};

export type Understand = {
  understand(text: string, context: Context): Facts;
  glance(text: string): Glance;
};

/** Stands for a unit's name in the text, so that no word is found within it. */
const UNIT = '\uE000';

const blanked = (
  text: string,
  units: readonly { start: number; end: number }[],
  numerals: readonly { start: number; end: number }[],
): string => {
  let out = text;
  for (const { start, end } of units) out = out.slice(0, start) + UNIT.repeat(end - start) + out.slice(end);
  for (const { start, end } of numerals) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end);
  return out;
};

/** Makes the reader for one district: files the names of its units, people and machine rooms once. */
export const createUnderstand = (directory: Directory): Understand => {
  const unitsOf = createUnitFinder(directory.units);
  const findPerson = createPersonFinder(directory.staff);
  const names = directory.staff.map((person) => person.name);

  const findRoom = createRoomFinder(directory.rooms);

  const read = (raw: string, context: Context): Reading => {
    const source = sourceOf(raw, names);
    const units = unitsOf.find(source.text, context.unit);
    const phone = phoneIn(source.text);
    const tickets = ticketsIn(source.text);
    const text = repaired(blanked(source.text, units.mentions, phone ? [phone, ...tickets] : tickets));
    const words = lookUp(text);
    const statements = clausesOf(text).map((clause) => ({
      ...clause,
      stance: stanceOf(clause, text, words),
      faulty: words.has(FAULTY, clause.start, clause.end),
    }));
    const affected = unitsOf.affected(source.text, units, statements, context.unit);
    const room = findRoom(source.text, statements, affected.named ?? context.unit);
    const target = context.role === 'reporter' ? null : findPerson(source.text, source.mentions);
    return { source, text, words, statements, places: placesIn(text, words), units, affected, room, phone, tickets, target, context };
  };

  return {
    understand: (text, context) => {
      const reading = read(text, context);
      const meant = intentOf(reading);
      const unit = reading.room || (meant.intent === 'report' && besideOurs(reading)) ? null : affectedUnit(reading.affected, context);
      const affected = { unit, key: directory.units.some((one) => one.key && one.name === unit) };
      const told = meant.intent === 'report' || (meant.intent === 'supplement' && restates(reading)) ? faultsOf(reading, affected) : { faults: [], evidence: [] };
      return {
        intent: meant.intent,
        command: null,
        faults: told.faults,
        unit,
        units: reading.units.units,
        room: reading.room?.name ?? null,
        location: told.faults[0]?.location ?? null,
        phone: reading.phone?.digits ?? null,
        contact: null,
        tickets: reading.tickets.map((ticket) => ticket.digits),
        choice: choiceIn(reading.text),
        rating: null,
        relapse: TICKET.relapse.test(reading.text),
        target: reading.target,
        words: reading.text.trim(),
        confidence: meant.sure,
        evidence: [meant.evidence, ...told.evidence],
      };
    },
    glance: (text) => {
      const source = sourceOf(text, names);
      const found = unitsOf.find(source.text, null);
      const words = lookUp(source.text);
      const affected = unitsOf.affected(source.text, found, [], null);
      return {
        units: found.units,
        unit: affected.named,
        tickets: ticketsIn(`${source.quote ?? ''} ${source.text}`).map((ticket) => ticket.digits),
        faultsLikely: words.has(['netdown', 'down', 'slow', 'flap', 'odd', 'request']),
      };
    },
  };
};
