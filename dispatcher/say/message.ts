import type { Button, ChannelId, ChatRef, Outbound, Span } from '../../bot/gateway.js';
import type { House } from '../decide/scene.js';
import type { Fold, Instant, SayClass, StaffId, Ticket } from '../model.js';
import type { Said, Wanted } from '../ports.js';
import { inOneLine } from './folded.js';
import { staffName } from './words.js';

/** How a channel mentions people: in any message, over a second robot with a budget of its own, or in words only. */
export type Mentions = Readonly<Record<ChannelId, 'inline' | 'separate' | 'none'>>;

/** A line is words and live mentions; a text is lines. Empty lines are left out. */
export type Line = Span | readonly Span[];

const flat = (line: Line): readonly Span[] => (Array.isArray(line) ? (line as readonly Span[]) : [line as Span]);

/** Lines to spans, with line breaks between; what is empty is left out. */
export const lines = (...parts: readonly (Line | null)[]): readonly Span[] =>
  parts
    .filter((p): p is Line => p !== null && p !== '')
    .flatMap((p, index) => (index === 0 ? flat(p) : ['\n', ...flat(p)]));

/** A live mention of a member of staff on a channel, or the plain name where the roster has no id there. */
export const mentionStaff = (id: StaffId, channel: ChannelId, house: House): Span => {
  const name = staffName(id, house);
  const user = house.staff.find((s) => s.id === id)?.ids[channel];
  return user === undefined ? `@${name}` : { mention: user, name };
};

/** Who is spoken to about somebody's job: nobody pings people on leave, so the lead is while they are away. */
export const instead = (id: StaffId, { attendance, policy }: House): StaffId =>
  attendance.away.has(id) ? policy.lead : id;

/** The direct chat with a member of staff on a channel; null where the roster has no id there. */
export const directTo = (id: StaffId, channel: ChannelId, house: House): ChatRef | null => {
  const user = house.staff.find((s) => s.id === id)?.ids[channel];
  return user === undefined ? null : { channel, kind: 'direct', id: user };
};

/** Where a message queues: the chat's lane, or the second robot's where a live mention needs it (design.md 3). */
export const laneOf = (chat: ChatRef, spans: readonly Span[], mentions: Mentions): string => {
  const live = spans.some((s) => typeof s !== 'string');
  const second = live && chat.kind === 'group' && mentions[chat.channel] === 'separate';
  return `${chat.channel}:${chat.id}${second ? ':mention' : ''}`;
};

export type Draft = {
  readonly kind: string;
  readonly class: SayClass;
  readonly chat: ChatRef;
  readonly spans: readonly Span[];
  readonly ticket: Ticket | null;
  readonly replyTo?: string | null;
  readonly buttons?: readonly Button[];
  readonly wanted?: Wanted | null;
  readonly repeat?: 'again' | 'never';
  readonly notBefore?: Instant | null;
  readonly fold?: Fold | null;
};

/** So many receipts waiting in a group's lane are said in one message (design.md 3, quota-aware speaking). */
const BEHIND = 5;

/** Receipts in a group may be listed where they pile up; what mentions somebody, or is no receipt, goes by itself. */
const foldOf = ({ class: rank, chat, spans }: Draft): Fold | null =>
  rank === 'receipt' && chat.kind === 'group' && spans.every((span) => typeof span === 'string')
    ? { key: 'receipt', min: BEHIND, head: '消息较多，一并回复', item: inOneLine(spans), tail: '' }
    : null;

/** A message ready for the outbox. What a draft leaves out: no buttons, answers nothing, always wanted, not repeated. */
export const said = (draft: Draft, mentions: Mentions): Said => {
  const outbound: Outbound = {
    chat: draft.chat,
    spans: draft.spans,
    buttons: draft.buttons ?? [],
    replyTo: draft.replyTo ?? null,
    ticket: draft.ticket?.no ?? null,
  };
  return {
    outbound,
    lane: laneOf(draft.chat, draft.spans, mentions),
    class: draft.class,
    kind: draft.kind,
    ticket: draft.ticket?.id ?? null,
    wanted: draft.wanted ?? null,
    repeat: draft.repeat ?? 'never',
    notBefore: draft.notBefore ?? null,
    fold: draft.fold ?? foldOf(draft),
  };
};

/** Wanted only in these states of the ticket, and in its present round. */
export const whileIn = (ticket: Ticket, states: Wanted['states'], sameRound = false): Wanted => ({
  ticket: ticket.id,
  states,
  round: sameRound ? ticket.round : null,
});
