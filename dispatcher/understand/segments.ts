/** Which statements tell one fault together: the items of an enumeration, and what 另外 or 还有 adds. */
import type { Tag } from './lexicon.js';
import { FAULTY } from './part.js';
import type { Reading } from './reading.js';
import type { Frame } from './telling.js';

/** The statements of each fault; what stands before an enumeration belongs to none. */
export type Segments = readonly (readonly Frame[])[];

const ADDS =
  /^(?:还有(?:就是|个|一个|一件事?|一事)?|(?:另外|另)(?:还有|再|有)?(?:一个|一件事?|一事)?|再(?:就是|说|一个|一件|者|有)|此外|除此之外|顺便|顺带|顺道|对了|以及|然后(?:就是)?|同时还|其次|最后|哦?还有|哦对了)/;
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

type Statements = readonly Frame[];

/** What some statements speak of and whether they tell a fault, gathered as they are joined. */
type Told = {
  readonly statements: Frame[];
  /** Devices by their words, places and units. */
  readonly things: Set<string>;
  readonly places: Set<string>;
  readonly units: Set<string>;
  netdown: boolean;
  /** The whole school is named. */
  whole: boolean;
  faulty: boolean;
  request: boolean;
  telling: boolean;
  about: boolean;
};

const nothing = (): Told => ({
  statements: [],
  things: new Set(),
  places: new Set(),
  units: new Set(),
  netdown: false,
  whole: false,
  faulty: false,
  request: false,
  telling: false,
  about: false,
});

const gather = (reading: Reading, told: Told, statement: Frame): void => {
  told.statements.push(statement);
  if (statement.stance !== 'said') return;
  const { words, text } = reading;
  const { start, end } = statement;
  for (const hit of words.list(DEVICES, start, end)) told.things.add(text.slice(hit.start, hit.end));
  for (const place of reading.places)
    if (place.kind !== 'side' && place.start >= start && place.start < end)
      told.places.add(text.slice(place.start, place.end));
  for (const mention of reading.units.mentions)
    if (mention.start >= start && mention.start < end && mention.units[0]) told.units.add(mention.units[0].name);
  told.whole ||= words.has(['whole'], start, end);
  told.netdown ||= words.has(['netdown'], start, end);
  told.faulty ||= statement.faulty;
  told.request ||= words.has(['request'], start, end);
  told.telling ||= words.has(TELLING, start, end);
  told.about ||= words.has(THINGS, start, end);
};

const toldBy = (reading: Reading, statements: Statements): Told => {
  const told = nothing();
  for (const statement of statements) gather(reading, told, statement);
  return told;
};

/** Do they by themselves tell a fault or ask for something that this service does? */
const tells = (told: Told): boolean => told.netdown || (told.telling && (told.about || told.places.size > 0));

const disjoint = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean => {
  for (const each of one) if (two.has(each)) return false;
  return true;
};

/** An addition that speaks of the very same thing and no other place only tells more. */
const same = (before: Told, after: Told): boolean =>
  !(after.whole && before.places.size > 0 && after.faulty) &&
  after.places.size === 0 &&
  after.units.size === 0 &&
  (after.things.size === 0 || !disjoint(before.things, after.things)) &&
  !after.netdown &&
  !after.request;

/** Without a word of adding, both must name their own device or unit, and another place. */
const differs = (before: Told, after: Told): boolean => {
  if (!before.faulty || !after.faulty) return false;
  if (before.units.size > 0 && after.units.size > 0 && disjoint(before.units, after.units))
    return disjoint(before.things, after.things) && before.things.size + after.things.size > 0;
  return (
    after.things.size > 0 &&
    after.places.size > 0 &&
    before.places.size > 0 &&
    disjoint(before.places, after.places) &&
    disjoint(before.things, after.things)
  );
};

/** The faults' statements. A message that enumerates nothing is one segment. */
export const segmentsOf = (reading: Reading, frames: readonly Frame[]): Segments => {
  const items = new Map<number, Frame[]>();
  for (const statement of frames) {
    const item = items.get(statement.item);
    if (item) item.push(statement);
    else items.set(statement.item, [statement]);
  }
  const enumerated = [...items].filter(([item]) => item > 0).map(([, statements]) => statements);
  const telling = enumerated.filter((statements) => tells(toldBy(reading, statements)));
  return telling.length >= 2 ? telling.flatMap((item) => byAdding(reading, item)) : byAdding(reading, frames);
};

/** Splits where a clause adds (另外, 还有), or a sentence or another unit begins, and both sides tell something of their own. */
const byAdding = (reading: Reading, statements: Statements): Segments => {
  const parts: { statements: Frame[]; adds: boolean }[] = [];
  const unitStarts = new Set(reading.units.mentions.map((mention) => mention.start));
  let last: Frame | null = null;
  for (const statement of statements) {
    const adds = ADDS.test(reading.text.slice(statement.start, statement.end));
    const gap = last ? reading.text.slice(last.end, statement.start) : '';
    if (parts.length === 0 || adds || /[;；\n。]/.test(gap) || unitStarts.has(statement.start))
      parts.push({ statements: [statement], adds });
    else parts.at(-1)?.statements.push(statement);
    last = statement;
  }
  const joined: Told[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const after = toldBy(reading, part.statements);
    const apart =
      before && tells(before) && tells(after) && (part.adds ? !same(before, after) : differs(before, after));
    if (!before || apart) joined.push(after);
    else for (const statement of part.statements) gather(reading, before, statement);
  }
  return joined.map(({ statements: own }) => own);
};
