/** From raw text to a reading: normalise, cut, find units, numbers, words, clauses, places, rooms and people. */
import type { Context } from '../model.js';
import { clausesOf } from './clauses.js';
import { lookUp } from './lexicon.js';
import { phoneIn, ticketsIn } from './numbers.js';
import { FAULTY } from './part.js';
import { createPersonFinder } from './people.js';
import { placesIn } from './places.js';
import type { Reading } from './reading.js';
import { repaired } from './repair.js';
import { createRoomFinder } from './rooms.js';
import { sourceOf } from './source.js';
import type { Directory, Glance } from './directory.js';
import { stanceOf } from './stance.js';
import { createUnitFinder } from './units.js';

/** Stands for a unit's name in the text, so that no word is found within it. */
const UNIT = '\uE000';

const blank = (text: string, spans: readonly { start: number; end: number }[], by: string): string => {
  let out = text;
  for (const { start, end } of spans) out = out.slice(0, start) + by.repeat(end - start) + out.slice(end);
  return out;
};

/** What both ways of reading are made of. */
export type Reader = {
  read(raw: string, context: Context): Reading;
  glance(raw: string): Glance;
};

/** Makes the reader: files the names of units, people and rooms once. */
export const createReader = (directory: Directory): Reader => {
  const units = createUnitFinder(directory.units);
  const findPerson = createPersonFinder(directory.staff);
  const findRoom = createRoomFinder(directory.rooms);
  const names = directory.staff.map((person) => person.name);

  return {
    read: (raw, context) => {
      const source = sourceOf(raw, names);
      const found = units.find(source.text, context.unit);
      const phone = phoneIn(source.text);
      const tickets = ticketsIn(source.text);
      const text = repaired(
        blank(blank(source.text, found.mentions, UNIT), phone ? [phone, ...tickets] : tickets, ' '),
      );
      const words = lookUp(text);
      const statements = clausesOf(text).map(({ start, end, item }) => ({
        start,
        end,
        item,
        stance: stanceOf(
          text.slice(start, end),
          words.has(FAULTY, start, end),
          words.has(['well'], start, end),
          words.has(['netdown'], start, end),
        ),
        faulty: words.has(FAULTY, start, end),
      }));
      const affected = units.affected(source.text, found, statements, context.unit);
      const room = findRoom(source.text, statements, affected.named ?? context.unit);
      const target = context.role === 'reporter' ? null : findPerson(source.text, source.mentions);
      const places = placesIn(text, words);
      return { source, text, words, statements, places, units: found, affected, room, phone, tickets, target, context };
    },
    glance: (raw) => {
      const source = sourceOf(raw, names);
      const found = units.find(source.text, null);
      const words = lookUp(blank(source.text, found.mentions, UNIT));
      return {
        units: found.units,
        unit: units.affected(source.text, found, [], null).named,
        tickets: ticketsIn(source.quote === null ? source.text : `${source.quote}\n${source.text}`).map(
          ({ digits }) => digits,
        ),
        faultsLikely: words.has(['netdown', 'down', 'slow', 'flap', 'odd', 'request']),
      };
    },
  };
};
