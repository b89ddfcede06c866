/** A CSV of people who report: name, channel, id, unit, phone. Pure; every fault is told with its line and its cure. */
import type { Fault } from '../../config/fault.js';
import { readCsv, type CsvRow } from '../../config/project/csv.js';
import type { Staff, Unit } from '../../config/project/types.js';
import { nearest } from '../../config/settings/nearest.js';
import type { KnownPerson } from '../../dispatcher/ports.js';
import { phoneIn } from '../../dispatcher/understand/numbers.js';

export const COLUMNS = ['name', 'channel', 'id', 'unit', 'phone'] as const;
const CHANNELS = ['wecom', 'telegram', 'playground'] as const;
type Channel = (typeof CHANNELS)[number];

export type Directory = { readonly units: readonly Unit[]; readonly staff: readonly Staff[] };
export type RowsRead =
  | { readonly kind: 'people'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

type Tell = (field: string, problem: string, cure: string) => void;

const nameIn = (name: string, tell: Tell): string => {
  if (name === '') tell('name', 'There is no name.', 'Write what the person is called (王老师).');
  else if (name.length > 32) tell('name', 'The name has more than 32 characters.', 'Write a name only.');
  else if (/\d{5}/.test(name))
    tell('name', 'A number stands in the name.', 'Put telephone numbers in the column phone.');
  return name;
};

const channelIn = (channel: string, tell: Tell): Channel | null => {
  const found = CHANNELS.find((known) => known === channel);
  if (found === undefined)
    tell(
      'channel',
      `"${channel}" is no channel.`,
      `Did you mean ${nearest(channel, CHANNELS)}? Known: ${CHANNELS.join(', ')}.`,
    );
  return found ?? null;
};

const idIn = (id: string, channel: Channel | null, { staff }: Directory, tell: Tell): string => {
  const member = channel === null ? undefined : staff.find((person) => person.ids[channel] === id);
  if (id === '') tell('id', 'There is no id.', 'Write the user id on the channel: who has none cannot be recognised.');
  else if (/\s|\p{Cc}/u.test(id) || id.length > 64)
    tell('id', 'An id has no blanks and at most 64 characters.', 'Correct it.');
  else if (channel === 'telegram' && !/^\d{1,20}$/.test(id))
    tell('id', 'A Telegram id is a number, not a @name.', 'See README.zh-CN.md, 连接 Telegram, for how to find it.');
  else if (member !== undefined)
    tell('id', `This is ${member.name} of the roster.`, 'Take the line out: staff are known by roster.yaml.');
  return id;
};

const unitIn = (word: string, { units }: Directory, tell: Tell): string | null => {
  if (word === '') return null;
  const official = units.find((unit) => unit.name === word);
  const short = units.filter((unit) => unit.shortNames.includes(word));
  const [only, ...others] = official === undefined ? short : [official];
  if (only === undefined) {
    const known = units.flatMap((unit) => [unit.name, ...unit.shortNames]);
    tell(
      'unit',
      `"${word}" is no unit of units.csv.`,
      `Did you mean ${nearest(word, known)}? Write an official or short name.`,
    );
    return null;
  }
  if (others.length > 0) {
    tell(
      'unit',
      `Several units are called "${word}".`,
      `Write the official name: ${short.map((u) => u.name).join(' or ')}.`,
    );
    return null;
  }
  return only.name;
};

/** The number itself is in no fault: it must not reach a terminal's history. */
const phoneOf = (word: string, tell: Tell): string | null => {
  if (word === '') return null;
  const found = phoneIn(word);
  if (found !== null && word.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') === found.digits) return found.digits;
  tell(
    'phone',
    'This is no telephone number.',
    'Write 11 digits of a mobile, or a landline with its area code (010-…).',
  );
  return null;
};

const personOf = ({ cells }: CsvRow, directory: Directory, tell: Tell): KnownPerson | null => {
  if (cells.length < COLUMNS.length || cells.slice(COLUMNS.length).some((cell) => cell !== '')) {
    tell(
      '',
      `The line has ${cells.length} cells, not ${COLUMNS.length}.`,
      `Write ${COLUMNS.join(',')}; an empty cell keeps its comma.`,
    );
    return null;
  }
  const [name = '', channelWord = '', id = '', unit = '', phone = ''] = cells;
  const channel = channelIn(channelWord, tell);
  return {
    name: nameIn(name, tell),
    key: `${channel ?? ''}:${idIn(id, channel, directory, tell)}`,
    unit: unitIn(unit, directory, tell),
    phone: phoneOf(phone, tell),
  };
};

const isHead = ({ cells }: CsvRow): boolean => COLUMNS.every((column, i) => cells[i] === column);

/** Reads a file's text; `file` names it in faults. With one fault there are no people at all. */
export function readRows(text: string, file: string, directory: Directory): RowsRead {
  const faults: Fault[] = [];
  const at =
    (line: number | null): Tell =>
    (field, problem, cure) =>
      void faults.push({ file, line, field, problem, cure });
  const { rows, open } = readCsv(text);
  for (const line of open) at(line)('', 'A quote is not closed.', 'Close it, or write a quote inside quotes twice.');
  const [head, ...body] = rows;
  if (head === undefined || !isHead(head)) {
    at(head?.line ?? null)('', 'The first line does not name the columns.', `Begin the file with ${COLUMNS.join(',')}`);
    return { kind: 'faults', faults };
  }
  if (body.length === 0) at(null)('', 'There is nobody in it.', 'Write a line for each person.');
  const lines = new Map<string, number>();
  const people = body.flatMap((row) => {
    const tell = at(row.line);
    const person = personOf(row, directory, tell);
    if (person === null) return [];
    const first = lines.get(person.key);
    if (first !== undefined) tell('id', `This id stood in line ${first} already.`, 'Keep one of the two lines.');
    else lines.set(person.key, row.line);
    return [person];
  });
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'people', people };
}
