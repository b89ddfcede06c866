/**
 * `npm run score`: how well messages are read, part by part, against the labelled set. Without flags: the two thirds to work on,
 * `--misses intent|level|category|unit|faults|phone|location` lists where it was wrong. `--held-out`: the third kept aside,
 * totals only. `--file a` or `--file a,b`: these files; `--path FILE`: any file of labelled lines, all of them. `--rules`: without the
 * weights. `--floor` (with `--held-out`) prints the figures as test/data/labelled/floor.json keeps them. `--left-out`: the weights trained anew for every file without it, and scored on it. Exits 1 where a target of issue 3 is
 * missed and `--strict` is given.
 */
import { createUnderstand } from '../dispatcher/understand/understand.js';
import { readDirectory } from './directory.js';
import { readAll, readLabelled } from './labelled.js';
import { figuresOf } from './score/floor.js';
import { read } from './score/parts.js';
import { misses, report } from './score/report.js';
import { leftOut } from './train/left-out.js';

const argv = process.argv.slice(2);
const valueOf = (flag: string): string | null => (argv.includes(flag) ? (argv[argv.indexOf(flag) + 1] ?? null) : null);
const heldOut = argv.includes('--held-out');
const wanted = valueOf('--misses');
const path = valueOf('--path');
const files = valueOf('--file')?.split(',') ?? [null];
const directory = readDirectory();

if (argv.includes('--left-out')) {
  const scored = leftOut(directory, console.log);
  console.log('\nevery writer left out of the training once:');
  report(scored);
} else {
  const lines = path === null ? files.flatMap((file) => readLabelled(heldOut, file)) : readAll(path);
  const scored = read(
    lines,
    argv.includes('--rules') ? createUnderstand(directory, null) : createUnderstand(directory),
  );
  console.log(`${path ?? (heldOut ? 'kept aside' : 'worked on')}: ${scored.length} messages`);
  const short = report(scored);
  if (wanted !== null && !heldOut) misses(scored, wanted);
  if (argv.includes('--floor')) console.log(JSON.stringify(figuresOf(scored)));
  if (short && argv.includes('--strict')) process.exitCode = 1;
}
