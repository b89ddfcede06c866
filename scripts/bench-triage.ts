/** `npm run bench:triage`: µs a message over the labelled set, one core; with the district's units, then with 5,000 made-up ones. */
import { createUnderstand } from '../dispatcher/understand/understand.js';
import type { Directory } from '../dispatcher/understand/directory.js';
import { readDirectory } from './directory.js';
import { readLabelled } from './labelled.js';
import { contextOf } from './triage-line.js';

const ROUNDS = 20;
const SYLLABLES = [...'东西南北中大小新老上下青白红黄金银石水山林田河湖泉桥村庄店营堡寨坊港湾岭坡沟'];

/** Units with names of three characters of common ones, each its own. */
const madeUp = (count: number): Directory['units'] =>
  Array.from({ length: count }, (_, n) => {
    const at = (power: number): string => SYLLABLES[Math.floor(n / SYLLABLES.length ** power) % SYLLABLES.length] ?? '';
    const stem = `${at(0)}${at(1)}${at(2)}`;
    const kind = ['小学', '中学', '幼儿园', '学校'][n % 4] ?? '小学';
    return {
      name: `北京市通州区${stem}${kind}`,
      short: `${stem}${kind}`,
      shortNames: [`${stem}${kind}`],
      kind: 'primary',
      town: null,
      node: '研修中心',
      key: false,
    };
  });

const measure = (directory: Directory): { median: number; p99: number } => {
  const { understand } = createUnderstand(directory);
  const lines = readLabelled(false).map((line) => ({ text: line.text, context: contextOf(line) }));
  for (let round = 0; round < 5; round++) for (const line of lines) understand(line.text, line.context);
  const spent: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const line of lines) {
      const from = performance.now();
      understand(line.text, line.context);
      spent.push((performance.now() - from) * 1000);
    }
  }
  spent.sort((a, b) => a - b);
  const part = (share: number): number => spent[Math.floor(spent.length * share)] ?? 0;
  return { median: part(0.5), p99: part(0.99) };
};

const directory = readDirectory();
const told = (name: string, { median, p99 }: { median: number; p99: number }): void =>
  console.log(`${name.padEnd(14)} median ${median.toFixed(1)} µs · p99 ${p99.toFixed(1)} µs a message`);

const own = measure(directory);
told(`${directory.units.length} units`, own);
const many = measure({ ...directory, units: [...directory.units, ...madeUp(5000 - directory.units.length)] });
told('5000 units', many);
console.log(`5000 units cost ${(many.median / own.median).toFixed(2)} times as much (goal: at most 2)`);
