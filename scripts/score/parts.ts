/** What of a reading is scored, and how it is counted. Shared by score, train and the floor in CI. */
import type { Understand } from '../../dispatcher/understand/understand.js';
import type { Labelled } from '../labelled.js';
import { answerOf, contextOf } from '../triage-line.js';

export type Answer = {
  readonly intent: string;
  readonly severity: number | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly location: string | null;
  readonly phone: string | null;
  readonly faults: readonly unknown[];
  readonly confidence: number;
  readonly evidence: readonly { field: string; words: string; rule: string }[];
};
export type Scored = { readonly line: Labelled; readonly answer: Answer };
type Labels = Labelled['labels'];
type Part = {
  readonly name: PartName;
  /** The share aimed at (issue 3); 0 where none was set. */
  readonly target: number;
  /** Counted where it returns true; the faults' own parts count where either side sees one. */
  counts(label: Labels, answer: Answer): boolean;
  right(label: Labels, answer: Answer): boolean;
  show(label: Labels | Answer): unknown;
};
export type PartName = 'intent' | 'level' | 'category' | 'unit' | 'faults' | 'phone' | 'location';

const both = (label: Labels, answer: Answer): boolean => label.severity !== null || answer.severity !== null;
const always = (): boolean => true;
/** A supplement that states a scope anew has a level and, as it names no thing, often no category. */
const kind = (label: Labels, answer: Answer): boolean =>
  both(label, answer) && !(label.severity !== null && label.category === null);

export const PARTS: readonly Part[] = [
  { name: 'intent', target: 0.96, counts: always, right: (l, a) => l.intent === a.intent, show: (x) => x.intent },
  { name: 'level', target: 0.95, counts: both, right: (l, a) => l.severity === a.severity, show: (x) => x.severity },
  { name: 'category', target: 0.93, counts: kind, right: (l, a) => l.category === a.category, show: (x) => x.category },
  { name: 'unit', target: 0.97, counts: always, right: (l, a) => l.unit === a.unit, show: (x) => x.unit },
  {
    name: 'faults',
    target: 0.95,
    // Writers differ in whether a scope stated anew is a fault of its own.
    counts: (l) => !(l.intent === 'supplement' && l.severity !== null),
    right: (l, a) => l.faults.length === a.faults.length,
    show: (x) => x.faults.length,
  },
  { name: 'phone', target: 0, counts: always, right: (l, a) => l.phone === a.phone, show: (x) => x.phone },
  { name: 'location', target: 0, counts: always, right: (l, a) => l.location === a.location, show: (x) => x.location },
];

/** Reads every line. */
export const read = (lines: readonly Labelled[], { understand }: Understand): readonly Scored[] =>
  lines.map((line) => ({ line, answer: answerOf(line.id, understand(line.text, contextOf(line))) as Answer }));

/** How many of how many. */
export type Count = { readonly right: number; readonly of: number };

/** One part's count. */
export const countOf = (scored: readonly Scored[], name: PartName): Count => {
  const part = PARTS.find((one) => one.name === name);
  const counted = scored.filter(({ line, answer }) => part?.counts(line.labels, answer));
  return { right: counted.filter(({ line, answer }) => part?.right(line.labels, answer)).length, of: counted.length };
};

/** How many level-1 messages are read as such, and how many read as level 1 are. */
export const levelOne = (scored: readonly Scored[]): { readonly recall: Count; readonly precision: Count } => {
  const told = scored.filter(({ line }) => line.labels.severity === 1);
  const said = scored.filter(({ answer }) => answer.severity === 1);
  const right = told.filter(({ answer }) => answer.severity === 1).length;
  return { recall: { right, of: told.length }, precision: { right, of: said.length } };
};

export const percent = ({ right, of }: Count): string => (of === 0 ? '   -  ' : `${((100 * right) / of).toFixed(1)} %`);

/** One line with every figure. */
export const inShort = (scored: readonly Scored[]): string => {
  const { recall, precision } = levelOne(scored);
  const parts = PARTS.slice(0, 6).map(({ name }) => `${name} ${percent(countOf(scored, name))}`);
  return `${parts.join(' · ')} · level 1 recall ${percent(recall)}, precision ${percent(precision)} · ${scored.length} messages`;
};
