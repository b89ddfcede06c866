/** `npm run -s triage`: messages as JSON lines on standard input, what the dispatcher reads in them on standard output, in order. */
import { createInterface } from 'node:readline';
import { createUnderstand } from '../dispatcher/understand/understand.js';
import { readDirectory } from './directory.js';
import { answerOf, contextOf, parseLine } from './triage-line.js';

const { understand } = createUnderstand(readDirectory());

for await (const raw of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (raw.trim() === '') continue;
  const parsed = parseLine(raw);
  const answer =
    'error' in parsed ? parsed : answerOf(parsed.line.id, understand(parsed.line.text, contextOf(parsed.line)));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
