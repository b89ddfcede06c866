import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createUnderstand } from '../../dispatcher/understand/understand.js';
import { readDirectory } from '../directory.js';
import { filesOfLabelled, readLabelled } from '../labelled.js';
import { figuresOf } from './floor.js';
import type { Floor } from './floor.js';
import { read } from './parts.js';

/** Files added later have no floor until `floor.json` names them. */
const { files, figures } = JSON.parse(readFileSync('test/data/labelled/floor.json', 'utf8')) as {
  readonly files: readonly string[];
  readonly figures: Floor;
};

describe('the third kept aside', () => {
  const there = filesOfLabelled();
  const lines = files.flatMap((file) => readLabelled(true, file));
  const now = figuresOf(read(lines, createUnderstand(readDirectory())));

  it('is whole', () => {
    expect(there).toEqual(expect.arrayContaining([...files]));
    expect(now.messages).toBe(figures.messages);
  });

  it.each((Object.keys(figures) as (keyof Floor)[]).filter((name) => name !== 'messages'))(
    '%s is read no worse than the floor of test/data/labelled/floor.json',
    (name) => {
      expect(now[name]).toBeGreaterThanOrEqual(figures[name]);
    },
  );
});
