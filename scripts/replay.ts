/** `npm run replay -- chat.txt`: what the bot would have done with an exported group chat. `--help` says what is simulated. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env.js';
import { sayFault } from '../config/fault.js';
import { loadProject, type LoadedProject } from '../config/project.js';
import { EVERYBODY } from '../dispatcher/decide/attendance.js';
import type { House } from '../dispatcher/decide/scene.js';
import { createUnderstand } from '../dispatcher/understand/understand.js';
import { textOf } from './replay/bytes.js';
import type { BadLine, Chat, Spoken } from './replay/chat.js';
import { HELP } from './replay/help.js';
import { isJsonl, readJsonlChat } from './replay/jsonl-chat.js';
import { isBot, keysOf } from './replay/people.js';
import { showStep } from './replay/show.js';
import { createSimulation, type Simulation, type Step } from './replay/simulate.js';
import { createSummary } from './replay/summary.js';
import { readTextChat } from './replay/text-chat.js';

const SAY_EVERY = 5_000;
const BAD_LISTED = 50;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const end = (code: number, ...lines: readonly string[]): never => {
  for (const line of lines) tell(line);
  process.exit(code);
};

const readOptions = (): { readonly file: string; readonly start: number; readonly summary: boolean } => {
  const options = { date: { type: 'string' }, summary: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help === true) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return end(2, 'Name one file: npm run replay -- chat.txt   (--help)');
    const start = values.date === undefined ? Date.now() : Date.parse(`${values.date}T00:00:00+08:00`);
    if (Number.isNaN(start)) return end(2, '--date: write it like 2026-11-22');
    return { file, start, summary: values.summary === true };
  } catch (error) {
    return end(2, error instanceof Error ? error.message : 'wrong options', 'npm run replay -- --help');
  }
};

const readBytes = (file: string): Uint8Array => {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return end(1, `${file} cannot be read (${code}). Give the path of an exported chat.`);
  }
};

const readProject = (folder: string): LoadedProject => {
  const read = loadProject(folder);
  return read.kind === 'project' ? read.project : end(1, ...read.faults.map(sayFault));
};

const tellBad = (bad: readonly BadLine[]): void => {
  for (const { line, why } of bad.slice(0, BAD_LISTED)) tell(`line ${line}: ${why}`);
  if (bad.length > BAD_LISTED) tell(`… and ${bad.length - BAD_LISTED} lines more`);
};

/** A message that the dispatcher stumbles over is told and does not end the run. */
const stepOf = (simulation: Simulation, message: Spoken): Step | null => {
  try {
    return simulation.step(message);
  } catch (error) {
    tell(
      `line ${message.line}: the reading failed (${error instanceof Error ? error.name : typeof error}); please report it`,
    );
    return null;
  }
};

const { file, start, summary: summaryOnly } = readOptions();
const env = readEnv();
const botName = env['BOT_NAME'] ?? '小通';
const project = readProject(env['PROJECT_DIR'] ?? 'config/tongzhou');
const { units, staff, policy, topology } = project;
const house: House = {
  policy,
  staff,
  attendance: EVERYBODY,
  topology,
  units: new Map(units.map((unit) => [unit.name, unit])),
};
const { understand } = createUnderstand({ units, staff, rooms: policy.rooms });

const text = textOf(readBytes(file));
const chat: Chat = isJsonl(text)
  ? readJsonlChat(text)
  : readTextChat(text, start, [botName, ...staff.map((person) => person.name)]);
tellBad(chat.bad);
if (chat.messages.length === 0) end(1, 'No message was found. Which exports are understood: npm run replay -- --help');

// Whoever reads only the first lines (| head) closes the pipe; that is no error.
process.stdout.on('error', () => process.exit(0));
const simulation = createSimulation({
  house,
  understand,
  botName,
  keys: keysOf(chat.messages.map((message) => message.from)),
});
const summary = createSummary();
let bots = 0;
let failed = 0;
for (const [index, message] of chat.messages.entries()) {
  if (index > 0 && index % SAY_EVERY === 0) tell(`${index} of ${chat.messages.length} messages …`);
  if (isBot(message.from, botName)) {
    bots += 1;
    continue;
  }
  const step = stepOf(simulation, message);
  if (step === null) failed += 1;
  else {
    summary.add(step);
    if (!summaryOnly) process.stdout.write(`${showStep(step, house)}\n\n`);
  }
}
const beside = { bots, notices: chat.notices, bad: chat.bad.length, failed, forgotten: simulation.forgotten() };
process.stdout.write(`${summary.show(beside)}\n`);
