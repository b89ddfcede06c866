/** Comma-separated lines as a spreadsheet writes them: quotes, CRLF, a byte-order mark; lines that begin with # are comments. */

export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** The cells of one line. A quote inside quotes is written twice. null where a quote is left open. */
function cellsOf(line: string): readonly string[] | null {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (line[i + 1] === '"') cell += line[++i] ?? '';
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  cells.push(cell.trim());
  return quoted ? null : cells;
}

/** The rows without comments and blank lines, each with its 1-based line; `open` are lines whose quote is not closed. */
export function readCsv(text: string): { readonly rows: readonly CsvRow[]; readonly open: readonly number[] } {
  const rows: CsvRow[] = [];
  const open: number[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (/^"?#/.test(line) || /^[\s,]*$/.test(line)) return;
      const cells = cellsOf(line);
      if (cells === null) open.push(index + 1);
      else rows.push({ line: index + 1, cells });
    });
  return { rows, open };
}
