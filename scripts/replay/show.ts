/** What the bot would have done, as lines for a terminal. Telephone numbers are masked: such output is passed around. Pure. */
import { maskNumbers } from '../../advisor/mask.js';
import type { House } from '../../dispatcher/decide/scene.js';
import { clockOf, dateOf } from '../../dispatcher/decide/time.js';
import type { Decision } from '../../dispatcher/decision.js';
import type { Asked, Fault, Ticket } from '../../dispatcher/model.js';
import { refusalWords } from '../../dispatcher/say/refusal.js';
import { CATEGORY, LEVEL, staffName, unitName } from '../../dispatcher/say/words.js';
import type { Step } from './simulate.js';

const oneLine = (words: string): string => maskNumbers(words).replace(/\s*\n\s*/gu, ' ⏎ ');

const reasonOf = ({ words, meaning }: Fault['reason']): string =>
  [words === '' ? '' : `“${oneLine(words)}”`, meaning].filter((part) => part !== '').join(' → ');

const faultLine = (fault: Fault): string => {
  const reason = reasonOf(fault.reason);
  const place = fault.location === null ? '' : ` · ${oneLine(fault.location)}`;
  return `${LEVEL[fault.severity].name}${reason === '' ? '' : `（${reason}）`} · ${fault.category} ${CATEGORY[fault.category]}${place} · ${oneLine(fault.summary)}`;
};

/** The question that goes with the receipt of a new ticket, or null. */
const questionOf = (decision: Decision, ticket: Ticket): Asked | null => {
  if (decision.kind === 'refused') return null;
  const receipt = decision.effects.find((effect) => effect.kind === 'receipt' && effect.ticket.no === ticket.no);
  return receipt?.kind === 'receipt' ? receipt.question : null;
};

const openedLine = (step: Step, ticket: Ticket, house: House): string => {
  const to = 'assignee' in ticket ? `offered to ${staffName(ticket.assignee, house)}` : `waits: ${ticket.state}`;
  const question = questionOf(step.decision, ticket);
  return `ticket ${ticket.no} ${LEVEL[ticket.level].name}, ${to}${question === null ? '' : `, asks for: ${question}`}`;
};

/** What was decided, a line each: new tickets, changed ones, and else what is said or why nothing is done. */
const deeds = (step: Step, house: House): readonly string[] => {
  const { decision, opened } = step;
  if (decision.kind === 'refused') {
    const mentions = { wecom: 'none', telegram: 'none', playground: 'none' } as const;
    const words = refusalWords(decision.refusal, { now: step.message.at, house, mentions });
    return [`no ticket, refused (${decision.refusal.kind}): ${oneLine(words)}`];
  }
  const made = new Set(opened.map((ticket) => ticket.id));
  const changed = decision.changes.filter(({ after }) => !made.has(after.id));
  const lines = [
    ...opened.map((ticket) => openedLine(step, ticket, house)),
    ...changed.map(({ after, events }) => `${after.no} ${events.map((event) => event.kind).join(', ')}`),
  ];
  if (lines.length > 0) return lines;
  const said = decision.effects.map((effect) => effect.kind).join(', ');
  return [`no ticket (${decision.note})${said === '' ? ', says nothing' : `, says: ${said}`}`];
};

const EVIDENCE = 100;
const shortened = (words: string): string =>
  [...words].length > EVIDENCE ? `${[...words].slice(0, EVIDENCE).join('')}…` : words;

/** One message with its reading, its evidence and its outcome. Without a line break at the end. */
export const showStep = (step: Step, house: House): string => {
  const { message, sender, facts } = step;
  const media = message.media === 0 ? '' : ` [${message.media} not text]`;
  const where = [
    unitName(facts.unit, house) ??
      (facts.units.length > 0 ? facts.units.map((u) => unitName(u, house)).join('、') : facts.room),
  ];
  return [
    `line ${message.line} · ${dateOf(message.at)} ${clockOf(message.at)} · ${message.from.name} (${sender.role})`,
    `  ${oneLine(message.text)}${media}`,
    `  → ${facts.command === null ? facts.intent : `command ${facts.command}`} ${facts.confidence.toFixed(2)} · unit: ${where[0] ?? '?'}`,
    ...facts.faults.map((fault, n) => `    fault ${n + 1}: ${faultLine(fault)}`),
    ...deeds(step, house).map((line) => `    ${line}`),
    ...facts.evidence.map(
      ({ field, words, rule }) => `    ${field}: ${words === '' ? '' : `“${shortened(oneLine(words))}” `}${rule}`,
    ),
  ].join('\n');
};
