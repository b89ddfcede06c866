import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';

describe('readCsv', () => {
  it('reads what a spreadsheet writes and counts lines from 1', () => {
    const text = '\uFEFF# comment, with a comma\r\n"# quoted, comment",,\r\na,b,c\r\n\r\n1,"x, ""y""", z \r\n,,\r\n';
    expect(readCsv(text)).toEqual({
      rows: [
        { line: 3, cells: ['a', 'b', 'c'] },
        { line: 5, cells: ['1', 'x, "y"', 'z'] },
      ],
      open: [],
    });
  });

  it('tells a quote that is left open', () => {
    expect(readCsv('a,b\n"1,2\n3,4').open).toEqual([2]);
  });
});
