/**
 * `npm run train`: learns the weights beside the rules anew from the two thirds of every labelled file, and writes
 * dispatcher/understand/weights.data.ts. First every writer is left out once, to tell what they are worth (`--quick`: not). The same
 * files, rules and `--seed N` give the same weights. What is kept aside is never learnt from.
 */
import { writeFileSync } from 'node:fs';
import type { Question } from '../dispatcher/understand/weigh.js';
import { createUnderstand } from '../dispatcher/understand/understand.js';
import { weigherOf } from '../dispatcher/understand/weights.js';
import { readDirectory } from './directory.js';
import { filesOfLabelled, readLabelled } from './labelled.js';
import { inShort, read } from './score/parts.js';
import { leftOut } from './train/left-out.js';
import { trainedOn } from './train/questions.js';

const argv = process.argv.slice(2);
const seed = argv.includes('--seed') ? Number(argv[argv.indexOf('--seed') + 1]) : 7;
const OUT = 'dispatcher/understand/weights.data.ts';

const base64 = ({ buffer, byteOffset, byteLength }: Int8Array | Int32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** The ids in the order of their rows (the machines are little-endian). */
const idsOf = ({ keys, rows, weights, answers }: Question): Int32Array => {
  const ids = new Int32Array(weights.length / answers);
  keys.forEach((key, at) => {
    if (key !== 0) ids[rows[at] ?? 0] = key;
  });
  return ids;
};

const kept = (question: Question): string =>
  `{ scale: ${question.scale}, bias: [${question.bias.join(', ')}], ids: '${base64(idsOf(question))}', weights: '${base64(question.weights)}' }`;

const directory = readDirectory();
if (!argv.includes('--quick')) console.log(`all: ${inShort(leftOut(directory, console.log))}`);
const questions = trainedOn(directory, filesOfLabelled(), seed);
const { intent, level, category } = questions;
const text = `/** Written by \`npm run train\`: do not edit. */
export const DATA = {
  intent: ${kept(intent)},
  level: ${kept(level)},
  category: ${kept(category)},
};
`;
writeFileSync(OUT, text);
const understand = createUnderstand(directory, weigherOf(questions));
console.log(`kept aside: ${inShort(read(readLabelled(true), understand))}`);
console.log(`${OUT}: ${Math.round(text.length / 1000)} kB`);
