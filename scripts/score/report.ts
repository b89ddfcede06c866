/** The figures of `npm run score`, printed. */
import { countOf, levelOne, PARTS, percent } from './parts.js';
import type { Scored } from './parts.js';

const word = (value: unknown): string => (value === null ? '-' : String(value).replace('北京市通州区', '~'));

const confusion = (scored: readonly Scored[]): void => {
  const { recall, precision } = levelOne(scored);
  console.log(`  level 1: recall ${percent(recall)} (target 98 %), precision ${percent(precision)}`);
  console.log('  told \\ read      1     2     3     -');
  for (const told of [1, 2, 3, null]) {
    const row = [1, 2, 3, null].map(
      (read) =>
        scored.filter(
          ({ line, answer }) =>
            line.labels.severity === told && answer.severity === read && (told !== null || read !== null),
        ).length,
    );
    console.log(`  ${word(told).padStart(11)} ${row.map((n) => String(n).padStart(5)).join(' ')}`);
  }
};

/** Prints every part; true where a target of issue 3 is missed. */
export const report = (scored: readonly Scored[]): boolean => {
  let short = false;
  for (const part of PARTS) {
    const count = countOf(scored, part.name);
    if (count.of > 0 && count.right / count.of < part.target) short = true;
    const goal = part.target > 0 ? `  (target ${part.target * 100} %)` : '';
    console.log(`${part.name.padEnd(9)} ${percent(count).padStart(7)}  ${count.right}/${count.of}${goal}`);
    if (part.name === 'intent' || part.name === 'category') {
      const counted = scored.filter(({ line, answer }) => part.counts(line.labels, answer));
      const labels = [...new Set(counted.map(({ line }) => String(part.show(line.labels))))].sort();
      const row = labels.map((label) => {
        const of = counted.filter(({ line }) => String(part.show(line.labels)) === label);
        return `${label} ${of.filter(({ line, answer }) => part.right(line.labels, answer)).length}/${of.length}`;
      });
      console.log(`  ${row.join(' · ')}`);
    }
    if (part.name === 'level') confusion(scored);
  }
  const { recall } = levelOne(scored);
  if (recall.of > 0 && recall.right / recall.of < 0.98) short = true;
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
  return short;
};

/** Lists where one part was wrong. */
export const misses = (scored: readonly Scored[], name: string): void => {
  const wanted = PARTS.find((part) => part.name === name);
  if (!wanted) return;
  for (const { line, answer } of scored) {
    if (!wanted.counts(line.labels, answer) || wanted.right(line.labels, answer)) continue;
    const why = answer.evidence.filter((one) => one.field === (name === 'level' ? 'severity' : name));
    console.log(
      `\n${line.id} ${line.role} ${JSON.stringify(line.context).replaceAll('北京市通州区', '~')}\n  ${line.text.replaceAll('\n', '⏎')}`,
    );
    console.log(
      `  told ${word(wanted.show(line.labels))} · read ${word(wanted.show(answer))} · ${JSON.stringify(why)}`,
    );
  }
};
