/** `npm run check`: every step with its name and its time; all run, so that all that is wrong is seen at once. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { assertNode, ensurePackages, ROOT } from './setup.mjs';

assertNode();
await ensurePackages({ dev: true });

const folders = ['bot', 'dispatcher', 'workers', 'entities', 'config', 'console', 'scripts', 'test'];
const cruised = [...readdirSync(ROOT).filter((name) => name.endsWith('.ts')), ...folders];

const STEPS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['types of the page', 'tsc', ['-p', 'console/tsconfig.web.json']],
  ['dependency rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', ...cruised]],
  ['unused code', 'knip', []],
  ['unit tests', 'vitest', ['run', '--project', 'unit', ...process.argv.slice(2)]],
];

const bin = join(ROOT, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

const results = STEPS.map(([name, command, args]) => {
  console.log(`── ${name}: ${command} ${args.join(' ')}`);
  const began = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  return { name, ok: status === 0, seconds: ((Date.now() - began) / 1000).toFixed(1) };
});

console.log('');
for (const { name, ok, seconds } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
