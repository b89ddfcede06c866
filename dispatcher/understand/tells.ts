/** Does a message tell a fault or ask for a service at all, or does it only speak of one? */
import type { Tag } from './lexicon.js';
import { ONLY_TOLD } from './intent-words.lexicon.js';
import { FAULTY } from './part.js';
import type { Reading } from './reading.js';

const SERVICE = [
  'campus',
  'fibre',
  'metro',
  'machineroom',
  'environment',
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

export type Tells = { readonly fault: boolean; readonly request: boolean; readonly words: string };

/** What the statements meant as said tell: a fault, or a request for something this service does. */
export const tellsOf = (reading: Reading): Tells => {
  const said = reading.statements.filter((statement) => statement.stance === 'said');
  const { words } = reading;
  const faulty = said.find((statement) => words.has([...FAULTY, 'odd'], statement.start, statement.end));
  const asking = said.find((statement) => words.has(['request', 'event'], statement.start, statement.end));
  const about = reading.statements.some((statement) => words.has(SERVICE, statement.start, statement.end));
  const thing = said.find((statement) => words.has(SERVICE, statement.start, statement.end));
  const place = reading.places.length > 0 && said.length > 0 && reading.text.trim().length <= 30 && /断|坏|没/.test(reading.text);
  const at = faulty ?? asking ?? thing;
  return {
    fault: faulty !== undefined,
    request: (asking !== undefined && about) || thing !== undefined || place,
    words: at ? reading.text.slice(at.start, at.end).slice(0, 24) : '',
  };
};

/** The words by which a message only speaks of a fault: a drill, a notice, a past one, somebody else's; null where it tells one. */
export const toldOnly = (reading: Reading): string | null => {
  const { text } = reading;
  const of = (pattern: RegExp): string | null => pattern.exec(text)?.[0] ?? null;
  if (of(ONLY_TOLD.cause)) return null;
  const drill = of(ONLY_TOLD.drill);
  if (drill && !/不是演[练习]|演[练习](?:结束|完|之?后).{0,10}(?:没|不|断)|拉的闸/.test(text)) return drill;
  const open = reading.statements.some((statement) => statement.stance === 'said' && reading.words.has(FAULTY, statement.start, statement.end) && isNow(text.slice(statement.start, statement.end)));
  const calm = of(ONLY_TOLD.calm);
  const notice = of(ONLY_TOLD.notice);
  if (notice && (calm || !open)) return notice;
  const third = of(ONLY_TOLD.third);
  const over = of(ONLY_TOLD.over);
  const past = of(ONLY_TOLD.past);
  if (past && over && !open) return past;
  if (past && calm) return past;
  if (third && (calm || !of(ONLY_TOLD.own)) && !reading.words.has(['whole', 'self', 'every', 'floor'])) return third;
  if (past && !open && !reading.words.has(['request'])) return past;
  return null;
};

/** A statement of fault that is not marked as past, nor by 过 as experience. */
const isNow = (statement: string): boolean => !ONLY_TOLD.past.test(statement) || /(?:到现在|至今|还是|一直|之后|以后|就没|又|现在|仍|起)/.test(statement);
