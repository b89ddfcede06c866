/** Which statements tell one fault together: the items of an enumeration, and what 另外 or 还有 adds. */
import type { Tag } from './lexicon.js';
import { FAULTY } from './part.js';
import type { Reading, Statement } from './reading.js';

/** What several faults share (greeting, unit), and the statements of each. */
export type Segments = { readonly shared: readonly Statement[]; readonly faults: readonly (readonly Statement[])[] };

const ADDS =
  /^(?:还有(?:就是|个|一个|一件事?|一事)?|另外?(?:还有|再|有)?(?:一个|一件事?|一事)?|再(?:就是|一个|一件|者|有)|此外|除此之外|顺便|顺带|顺道|对了|以及|然后(?:就是)?|同时(?:还)?|其次|最后|哦?还有|哦对了|第[二三四五](?:个|件)?|二(?:是|来)|三(?:是|来))/;
const THINGS = [
  'campus',
  'fibre',
  'metro',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'event',
  'platform',
  'support',
  'terminal',
  'net',
] as const satisfies readonly Tag[];

/** Does the statement by itself tell a fault or ask for something that this service does? */
const tells = (reading: Reading, from: Statement): boolean => {
  if (from.stance !== 'said') return false;
  const { words } = reading;
  const thing = words.has(THINGS, from.start, from.end);
  return words.has(['netdown'], from.start, from.end) || (thing && words.has([...FAULTY, 'odd', 'request'], from.start, from.end));
};

const anyTells = (reading: Reading, statements: readonly Statement[]): boolean =>
  statements.some((statement) => tells(reading, statement)) ||
  (statements.some((s) => s.stance === 'said' && reading.words.has(THINGS, s.start, s.end)) &&
    statements.some((s) => s.stance === 'said' && reading.words.has([...FAULTY, 'odd', 'request'], s.start, s.end)));

/** Cuts the statements. A message that enumerates nothing is one segment. */
export const segmentsOf = (reading: Reading): Segments => {
  const items = new Map<number, Statement[]>();
  for (const statement of reading.statements) {
    const item = items.get(statement.item);
    if (item) item.push(statement);
    else items.set(statement.item, [statement]);
  }
  const enumerated = [...items].filter(([item]) => item > 0).map(([, statements]) => statements);
  const telling = enumerated.filter((statements) => anyTells(reading, statements));
  if (telling.length >= 2) return { shared: items.get(0) ?? [], faults: telling };
  return { shared: [], faults: byAdding(reading) };
};

/** Splits at a clause that begins with a word of adding, where both sides tell something of their own. */
const byAdding = (reading: Reading): readonly (readonly Statement[])[] => {
  const parts: Statement[][] = [[]];
  for (const statement of reading.statements) {
    const own = reading.text.slice(statement.start, statement.end);
    if (ADDS.test(own)) parts.push([statement]);
    else parts.at(-1)?.push(statement);
  }
  const joined: Statement[][] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && !(anyTells(reading, last) && anyTells(reading, part))) last.push(...part);
    else joined.push(part);
  }
  return joined;
};
