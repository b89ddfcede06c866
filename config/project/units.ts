/** units.csv: the district's units under all the names people use for them. */
import type { Report } from '../fault.js';
import { readCsv, type CsvRow } from './csv.js';
import type { Unit } from './types.js';
import { UNIT_KINDS } from './vocabulary.js';

const FILE = 'units.csv';
const COLUMNS = ['name', 'short_names', 'kind', 'town', 'node_site', 'key_unit'] as const;

/** A unit and the line it stands on. */
export type UnitRow = { readonly line: number; readonly unit: Unit };

type Tell = (field: string, problem: string, cure: string) => void;

const readRow = (row: CsvRow, tell: Tell): Unit | null => {
  const cells = row.cells.slice(0, COLUMNS.length);
  if (row.cells.length < COLUMNS.length || row.cells.slice(COLUMNS.length).some((cell) => cell !== '')) {
    tell('', `The line has ${row.cells.length} cells, not ${COLUMNS.length}.`, `Write ${COLUMNS.join(',')}.`);
    return null;
  }
  const [name = '', shorts = '', kind = '', town = '', node = '', key = ''] = cells;
  const shortNames = shorts.split('|').map((short) => short.trim());
  const [short = ''] = shortNames;
  if (name === '') tell('name', 'The unit has no name.', 'Write its official name.');
  if (shortNames.includes(''))
    tell('short_names', 'A short name is missing.', 'Write at least one, several with | between them.');
  if (!UNIT_KINDS.some((known) => known === kind)) {
    tell('kind', `"${kind}" is no kind of unit.`, `Choose one of: ${UNIT_KINDS.join(', ')}.`);
  }
  if (node === '') tell('node_site', 'No machine room is named.', 'Name one of the rooms of policy.yaml.');
  if (key !== '0' && key !== '1')
    tell('key_unit', `"${key}" is neither 0 nor 1.`, 'Write 1 for a key unit, 0 for any other.');
  return { name, short, shortNames, kind, town: town === '' ? null : town, node, key: key === '1' };
};

const findTwice = (rows: readonly UnitRow[], report: Report): void => {
  const owners = new Map<string, UnitRow>();
  const claim = (row: UnitRow, field: string, name: string): void => {
    const owner = owners.get(name.toLowerCase());
    if (owner === undefined) owners.set(name.toLowerCase(), row);
    else if (owner !== row || field === 'name') {
      const problem = `"${name}" is already a name of ${owner.unit.name} (line ${owner.line}).`;
      report({ file: FILE, line: row.line, field, problem, cure: 'Leave the name to one unit only.' });
    }
  };
  for (const row of rows) if (row.unit.name !== '') claim(row, 'name', row.unit.name);
  for (const row of rows) {
    for (const short of new Set(row.unit.shortNames)) if (short !== '') claim(row, 'short_names', short);
  }
};

/** Reads the units. Rows with a fault are reported and, where they can be, still given, so that later checks see them. */
export function readUnits(text: string | null, report: Report): readonly UnitRow[] {
  const tellAt =
    (line: number | null): Tell =>
    (field, problem, cure) =>
      report({ file: FILE, line, field, problem, cure });
  if (text === null) {
    tellAt(null)('', 'The file is missing.', `Put ${FILE} into PROJECT_DIR.`);
    return [];
  }
  const { rows, open } = readCsv(text);
  for (const line of open) tellAt(line)('', 'A quote is not closed.', 'Close it, or write it twice inside quotes.');
  const [head, ...body] = rows;
  if (head === undefined || COLUMNS.some((column, i) => head.cells[i] !== column)) {
    tellAt(head?.line ?? null)('', 'The first line does not name the columns.', `Begin with ${COLUMNS.join(',')}.`);
    return [];
  }
  if (body.length === 0) tellAt(head.line)('', 'No unit is listed.', 'Write one line a unit.');
  const units = body.flatMap((row): readonly UnitRow[] => {
    const unit = readRow(row, tellAt(row.line));
    return unit === null ? [] : [{ line: row.line, unit }];
  });
  findTwice(units, report);
  return units;
}
