import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const names = z.record(z.string(), z.string()).transform((set) => Object.keys(set).sort());
const manifest = z.object({ dependencies: names, devDependencies: names }).parse(JSON.parse(read('package.json')));

/** The packages with a row under a heading of docs/dependencies.md. */
const listed = (heading: string): readonly string[] => {
  const [, part = ''] = read('docs/dependencies.md').split(`## ${heading}\n`);
  return [...(part.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '').sort();
};

describe('docs/dependencies.md', () => {
  it('has a row for every package, and for no other', () => {
    expect(listed('What runs')).toEqual(manifest.dependencies);
    expect(listed('What is for development')).toEqual(manifest.devDependencies);
  });
});
