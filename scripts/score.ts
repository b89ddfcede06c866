/**
 * `npm run score`: how well messages are read, part by part, against the labelled set. Without flags: the two thirds to work on,
 * `--misses intent|level|category|unit|faults|phone|location` lists where it was wrong. `--held-out`: the third kept aside,
 * totals only. `--file a`: one file. Exits 1 where a target of issue 3 is missed and `--strict` is given.
 */
import { createUnderstand } from '../dispatcher/understand/understand.js';
import { readDirectory } from './directory.js';
import { readLabelled } from './labelled.js';
import type { Labelled } from './labelled.js';
import { answerOf, contextOf } from './triage-line.js';

type Answer = {
  intent: string;
  severity: number | null;
  category: string | null;
  unit: string | null;
  location: string | null;
  phone: string | null;
  faults: readonly unknown[];
  confidence: number;
  evidence: readonly { field: string; words: string; rule: string }[];
};
type Part = {
  readonly name: string;
  readonly target: number;
  /** Counted where it returns true; the faults' own parts count only where both sides see one. */
  counts(label: Labelled['labels'], answer: Answer): boolean;
  right(label: Labelled['labels'], answer: Answer): boolean;
  show(label: Labelled['labels'] | Answer): unknown;
};

const both = (label: Labelled['labels'], answer: Answer): boolean =>
  label.severity !== null || answer.severity !== null;
const always = (): boolean => true;
const PARTS: readonly Part[] = [
  { name: 'intent', target: 0.96, counts: always, right: (l, a) => l.intent === a.intent, show: (x) => x.intent },
  { name: 'level', target: 0.95, counts: both, right: (l, a) => l.severity === a.severity, show: (x) => x.severity },
  { name: 'category', target: 0.93, counts: both, right: (l, a) => l.category === a.category, show: (x) => x.category },
  { name: 'unit', target: 0.97, counts: always, right: (l, a) => l.unit === a.unit, show: (x) => x.unit },
  {
    name: 'faults',
    target: 0.95,
    counts: always,
    right: (l, a) => l.faults.length === a.faults.length,
    show: (x) => x.faults.length,
  },
  { name: 'phone', target: 0, counts: always, right: (l, a) => l.phone === a.phone, show: (x) => x.phone },
  { name: 'location', target: 0, counts: always, right: (l, a) => l.location === a.location, show: (x) => x.location },
];

const argv = process.argv.slice(2);
const valueOf = (flag: string): string | null => argv[argv.indexOf(flag) + 1] ?? null;
const heldOut = argv.includes('--held-out');
const misses = !heldOut && argv.includes('--misses') ? valueOf('--misses') : null;
const lines = readLabelled(heldOut, argv.includes('--file') ? valueOf('--file') : null);
const { understand } = createUnderstand(readDirectory());
const scored = lines.map((line) => ({
  line,
  answer: answerOf(line.id, understand(line.text, contextOf(line))) as Answer,
}));

const percent = (right: number, all: number): string =>
  all === 0 ? '   -  ' : `${((100 * right) / all).toFixed(1)} %`;
const word = (value: unknown): string => (value === null ? '-' : String(value).replace('北京市通州区', '~'));

console.log(`${heldOut ? 'kept aside' : 'worked on'}: ${scored.length} messages`);
let short = false;
for (const part of PARTS) {
  const counted = scored.filter(({ line, answer }) => part.counts(line.labels, answer));
  const right = counted.filter(({ line, answer }) => part.right(line.labels, answer)).length;
  if (counted.length > 0 && right / counted.length < part.target) short = true;
  const goal = part.target > 0 ? `  (target ${part.target * 100} %)` : '';
  console.log(
    `${part.name.padEnd(9)} ${percent(right, counted.length).padStart(7)}  ${right}/${counted.length}${goal}`,
  );
  if (part.name === 'intent' || part.name === 'category') {
    const labels = [...new Set(counted.map(({ line }) => String(part.show(line.labels))))].sort();
    const row = labels.map((label) => {
      const of = counted.filter(({ line }) => String(part.show(line.labels)) === label);
      return `${label} ${of.filter(({ line, answer }) => part.right(line.labels, answer)).length}/${of.length}`;
    });
    console.log(`  ${row.join(' · ')}`);
  }
  if (part.name !== 'level') continue;
  const ones = counted.filter(({ line }) => line.labels.severity === 1);
  const said = counted.filter(({ answer }) => answer.severity === 1);
  const hit = ones.filter(({ answer }) => answer.severity === 1).length;
  if (ones.length > 0 && hit / ones.length < 0.98) short = true;
  console.log(`  level 1: recall ${percent(hit, ones.length)} (target 98 %), precision ${percent(hit, said.length)}`);
  console.log('  told \\ read      1     2     3     -');
  for (const told of [1, 2, 3, null]) {
    const row = [1, 2, 3, null].map(
      (read) => counted.filter((s) => s.line.labels.severity === told && s.answer.severity === read).length,
    );
    console.log(`  ${word(told).padStart(11)} ${row.map((n) => String(n).padStart(5)).join(' ')}`);
  }
}

const whole = scored.map(({ line, answer }) => ({
  confidence: answer.confidence,
  right: line.labels.intent === answer.intent && line.labels.severity === answer.severity,
}));
const steps = [0, 0.6, 0.75, 0.8, 0.9, 1.01];
const calibration = steps.slice(0, -1).map((from, n) => {
  const of = whole.filter(({ confidence }) => confidence >= from && confidence < (steps[n + 1] ?? 2));
  return `from ${from}: ${of.filter(({ right }) => right).length}/${of.length}`;
});
console.log(`confidence, and how often intent and level were right: ${calibration.join(' · ')}`);

const wanted = PARTS.find((part) => part.name === misses);
if (wanted) {
  for (const { line, answer } of scored) {
    if (!wanted.counts(line.labels, answer) || wanted.right(line.labels, answer)) continue;
    const why = answer.evidence.filter((one) => one.field === (misses === 'level' ? 'severity' : misses));
    console.log(
      `\n${line.id} ${line.role} ${JSON.stringify(line.context).replaceAll('北京市通州区', '~')}\n  ${line.text.replaceAll('\n', '⏎')}`,
    );
    console.log(
      `  told ${word(wanted.show(line.labels))} · read ${word(wanted.show(answer))} · ${JSON.stringify(why)}`,
    );
  }
}
if (short && argv.includes('--strict')) process.exitCode = 1;
