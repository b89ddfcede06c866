/** What a whole chat came to. Pure. */
import { UNSURE } from '../../dispatcher/decide/unsure.js';
import { CATEGORIES, INTENTS, type Category, type Intent, type Level } from '../../dispatcher/model.js';
import { CATEGORY, LEVEL } from '../../dispatcher/say/words.js';
import type { Step } from './simulate.js';

type Tally<Key> = Map<Key, number>;

export type Summary = {
  add(step: Step): void;
  /** What the reader of the file and the memory counted beside. */
  show(beside: {
    readonly bots: number;
    readonly notices: number;
    readonly bad: number;
    readonly failed: number;
    readonly forgotten: number;
  }): string;
};

const LISTED = 20;
const count = <Key>(tally: Tally<Key>, key: Key): void => void tally.set(key, (tally.get(key) ?? 0) + 1);

/** Counts steps as they come. */
export const createSummary = (): Summary => {
  let messages = 0;
  let unplaced = 0;
  const people = new Set<string>();
  const staff = new Set<string>();
  const intents: Tally<Intent> = new Map();
  const levels: Tally<Level> = new Map();
  const categories: Tally<Category> = new Map();
  const refused: Tally<string> = new Map();
  const unsure: number[] = [];

  const said = <Key>(keys: readonly Key[], tally: Tally<Key>, name: (key: Key) => string): string =>
    keys.flatMap((key) => (tally.has(key) ? [`${name(key)} ${tally.get(key) ?? 0}`] : [])).join(' · ') || '-';

  return {
    add: ({ message, sender, facts, decision, opened }) => {
      messages += 1;
      (sender.staff === null ? people : staff).add(sender.key);
      count(intents, facts.intent);
      for (const ticket of opened) {
        count(levels, ticket.level);
        count(categories, ticket.category);
        if (ticket.unit === null && ticket.room === null) unplaced += 1;
      }
      if (decision.kind === 'refused') count(refused, decision.refusal.kind);
      if (facts.command === null && facts.confidence < UNSURE) unsure.push(message.line);
    },
    show: ({ bots, notices, bad, failed, forgotten }) => {
      const tickets = [...levels.values()].reduce((sum, n) => sum + n, 0);
      const lines = unsure.slice(0, LISTED).join(', ');
      return [
        `messages    ${messages} of ${people.size} reporters and ${staff.size} of staff; left out: ${bots} of the bot, ${notices} of the platform, ${bad} bad lines`,
        `intents     ${said(INTENTS, intents, (one) => one)}`,
        `tickets     ${tickets}: ${said([1, 2, 3] as const, levels, (one) => LEVEL[one].name)}; ${unplaced} without unit or machine room; ${forgotten} left open and forgotten`,
        `categories  ${said(CATEGORIES, categories, (one) => `${one} ${CATEGORY[one]}`)}`,
        `refused     ${said([...refused.keys()].sort(), refused, (one) => one)}`,
        `unsure      ${unsure.length} under ${UNSURE}${lines === '' ? '' : `: line ${lines}${unsure.length > LISTED ? ' …' : ''}`}`,
        ...(failed === 0 ? [] : [`failed      ${failed} messages could not be read at all: see above`]),
      ].join('\n');
    },
  };
};
