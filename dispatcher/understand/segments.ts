/** Which statements tell one fault together: the items of an enumeration, and what 另外 or 还有 adds. */
import type { Tag } from './lexicon.js';
import { FAULTY } from './part.js';
import type { Reading, Statement } from './reading.js';

/** The statements of each fault; what stands before an enumeration belongs to none. */
export type Segments = readonly (readonly Statement[])[];

const ADDS =
  /^(?:还有(?:就是|个|一个|一件事?|一事)?|(?:另外|另)(?:还有|再|有)?(?:一个|一件事?|一事)?|再(?:就是|一个|一件|者|有)|此外|除此之外|顺便|顺带|顺道|对了|以及|然后(?:就是)?|同时还|其次|最后|哦?还有|哦对了)/;
const DEVICES = [
  'fibre',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'platform',
  'support',
  'terminal',
] as const satisfies readonly Tag[];
const THINGS = ['campus', 'metro', 'event', 'net', 'netdown', ...DEVICES] as const satisfies readonly Tag[];
const TELLING = [...FAULTY, 'odd', 'request', 'event'] as const satisfies readonly Tag[];

type Statements = readonly Statement[];

const said = (statements: Statements): Statements => statements.filter((statement) => statement.stance === 'said');

const has = (reading: Reading, statements: Statements, tags: readonly Tag[]): boolean =>
  statements.some((statement) => reading.words.has(tags, statement.start, statement.end));

/** Do these statements by themselves tell a fault or ask for something that this service does? */
const tells = (reading: Reading, statements: Statements): boolean => {
  const own = said(statements);
  return has(reading, own, ['netdown']) || (has(reading, own, TELLING) && (has(reading, own, THINGS) || placed(reading, own)));
};

const placed = (reading: Reading, statements: Statements): boolean =>
  reading.places.some((place) => place.kind !== 'side' && statements.some((one) => place.start >= one.start && place.start < one.end));

/** What is spoken of: the devices by their words, and the places. */
const about = (reading: Reading, statements: Statements): { things: Set<string>; places: Set<string>; units: Set<string> } => {
  const things = new Set<string>();
  const places = new Set<string>();
  const units = new Set<string>();
  for (const { start, end } of statements) {
    for (const hit of reading.words.list(DEVICES, start, end)) things.add(reading.text.slice(hit.start, hit.end));
    for (const place of reading.places)
      if (place.kind !== 'side' && place.start >= start && place.start < end) places.add(reading.text.slice(place.start, place.end));
    for (const mention of reading.units.mentions)
      if (mention.start >= start && mention.start < end && mention.units[0]) units.add(mention.units[0].name);
  }
  return { things, places, units };
};

const disjoint = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean => ![...one].some((each) => two.has(each));

/** The faults' statements. A message that enumerates nothing is one segment. */
export const segmentsOf = (reading: Reading): Segments => {
  const items = new Map<number, Statement[]>();
  for (const statement of reading.statements) {
    const item = items.get(statement.item);
    if (item) item.push(statement);
    else items.set(statement.item, [statement]);
  }
  const enumerated = [...items].filter(([item]) => item > 0).map(([, statements]) => statements);
  const telling = enumerated.filter((statements) => tells(reading, statements));
  if (telling.length >= 2) return telling.flatMap((item) => byAdding(reading, item));
  return byAdding(reading, reading.statements);
};

/** Splits where a clause adds (另外, 还有), or a sentence or another unit begins, and both sides tell something of their own. */
const byAdding = (reading: Reading, statements: Statements): Segments => {
  const parts: { statements: Statement[]; adds: boolean }[] = [];
  let last: Statement | null = null;
  for (const statement of statements) {
    const own = reading.text.slice(statement.start, statement.end);
    const adds = ADDS.test(own);
    const gap = last ? reading.text.slice(last.end, statement.start) : '';
    if (last && (adds || /[;；\n。]/.test(gap) || startsUnit(reading, statement))) parts.push({ statements: [statement], adds });
    else if (parts.length === 0) parts.push({ statements: [statement], adds: false });
    else parts.at(-1)?.statements.push(statement);
    last = statement;
  }
  const joined: Statement[][] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const apart = before && tells(reading, before) && tells(reading, part.statements) && (part.adds ? !same(reading, before, part.statements) : differs(reading, before, part.statements));
    if (before && !apart) before.push(...part.statements);
    else joined.push([...part.statements]);
  }
  return joined;
};

const startsUnit = (reading: Reading, statement: Statement): boolean =>
  reading.units.mentions.some((mention) => mention.start === statement.start);

/** An addition that speaks of the very same thing and no other place only tells more. */
const same = (reading: Reading, one: Statements, two: Statements): boolean => {
  const before = about(reading, said(one));
  const after = about(reading, said(two));
  return after.places.size === 0 && after.units.size === 0 && (after.things.size === 0 || !disjoint(before.things, after.things)) && !has(reading, said(two), ['netdown']) && !has(reading, said(two), ['request']);
};

/** Without a word of adding, both must name their own device or unit, and another place. */
const differs = (reading: Reading, one: Statements, two: Statements): boolean => {
  const before = about(reading, said(one));
  const after = about(reading, said(two));
  if (!has(reading, said(two), FAULTY) || !has(reading, said(one), FAULTY)) return false;
  if (before.units.size > 0 && after.units.size > 0 && disjoint(before.units, after.units))
    return disjoint(before.things, after.things) && before.things.size + after.things.size > 0;
  return after.things.size > 0 && after.places.size > 0 && before.places.size > 0 && disjoint(before.places, after.places) && disjoint(before.things, after.things);
};
