import { cardShape, wordsOf, type FakeCard } from './card-rules.js';
import type { ChatName, Clock, Entry, Seen, SeenCard, Switches } from './types.js';

/** What the fake service knows: chats, who has spoken, what was said, which callbacks and cards are open. */

export type Group = { readonly id: string; readonly members: readonly string[]; readonly hasBot: boolean };

/** A callback that may be answered by its req_id (A.6). */
export type OpenCallback = {
  readonly kind: 'message' | 'press' | 'enter';
  readonly msgid: string;
  readonly at: number;
  readonly connection: number;
  readonly chat: ChatName;
  readonly taskId: string | null;
  used: boolean;
};

/** A card: as everybody sees it, and as single people do after an update that was for them alone. */
export type PlacedCard = { readonly chat: ChatName; card: FakeCard; readonly forUser: Map<string, FakeCard> };

export type World = {
  readonly now: Clock;
  readonly switches: Switches;
  readonly groups: Map<string, Group>;
  /** `group:id` or `direct:user`, once a person has spoken there. */
  readonly spoken: Set<string>;
  readonly callbacks: Map<string, OpenCallback>;
  readonly cards: Map<string, PlacedCard>;
  readonly seen: Seen[];
  readonly record: Entry[];
  note(entry: Omit<Entry, 'n' | 'at'>): void;
  show(message: Omit<Seen, 'n' | 'at'>): void;
  knows(user: string): boolean;
};

export const chatKey = (chat: ChatName): string => `${chat.kind}:${chat.id}`;

/** Takes a clock, the switches and the groups; gives a world in which nobody has spoken yet. */
export function createWorld(now: Clock, switches: Switches, groups: readonly Group[]): World {
  const world: World = {
    now,
    switches,
    groups: new Map(groups.map((group) => [group.id, group])),
    spoken: new Set(),
    callbacks: new Map(),
    cards: new Map(),
    seen: [],
    record: [],
    note: (entry) => void world.record.push({ n: world.record.length + 1, at: now(), ...entry }),
    show: (message) => void world.seen.push({ n: world.seen.length + 1, at: now(), ...message }),
    knows: (user) =>
      world.spoken.has(`direct:${user}`) || [...world.groups.values()].some((group) => group.members.includes(user)),
  };
  return world;
}

/** Takes the body of a `template_card` that was let through; gives its words and id, and keeps it as visible. */
export function placeCard(world: World, chat: ChatName, raw: unknown): { text: string; taskId: string | null } {
  const card = cardShape.parse(raw);
  if (card.task_id !== undefined) world.cards.set(card.task_id, { chat, card, forUser: new Map() });
  return { text: wordsOf(card), taskId: card.task_id ?? null };
}

/** Takes a task_id; gives the card as people see it now, or one of them; null where there is none. */
export function cardSeen(world: World, taskId: string, user?: string): SeenCard | null {
  const placed = world.cards.get(taskId);
  if (!placed) return null;
  const card = placed.forUser.get(user ?? '') ?? placed.card;
  const buttons = (card.button_list ?? []).map((one) => ({ label: one.text, key: one.key }));
  return { taskId, text: wordsOf(card), buttons, card };
}
