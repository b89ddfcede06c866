/** A conversation with the whole pure path in the middle: messages and presses in, decisions, words and timers out. */
import type { ChatRef, Inbound, Press, PressAnswer } from '../../bot/gateway.js';
import type { Mentions } from '../say/message.js';
import type { House } from '../decide/scene.js';
import type { Desk } from '../desk.js';
import { handleAction } from '../handle-action.js';
import { handleMessage } from '../handle-message.js';
import { handleTimer } from '../handle-timer.js';
import type { Context, Facts, Instant } from '../model.js';
import type { Logger, Settled } from '../ports.js';
import { HOUSE } from './house.js';
import { createMemoryRecorder, type MemoryRecorder, type Uttered } from './recorder.js';
import { GROUP } from './tickets.js';
import { NOW } from './time.js';
import { factsOf } from './facts.js';

export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export const INLINE: Mentions = { wecom: 'separate', telegram: 'inline', playground: 'inline' };

export type Story = {
  readonly desk: Desk;
  readonly record: MemoryRecorder;
  now(): Instant;
  /** From now on this text is read as these facts, wherever it stands (in a quote, say). */
  knows(text: string, facts: Facts): void;
  /** Somebody types something; its words are read as `facts`. Gives what was said because of it. */
  hear(from: string, text: string, facts: Facts, change?: Partial<Inbound>): Promise<readonly Uttered[]>;
  press(
    from: string,
    button: string,
    change?: Partial<Press>,
  ): Promise<{ answer: PressAnswer; said: readonly Uttered[] }>;
  /** Moves the clock on by ms, ringing every timer that falls due on the way at its own time. */
  wait(ms: number): Promise<readonly Uttered[]>;
  /** What the last message or press came to. */
  settled(): Settled | null;
  /** The contexts in which the last message was read: the bare one, then the loaded one. */
  contexts(): readonly Context[];
};

/** An empty story that begins at NOW. */
export const createStory = (house: House = HOUSE, mentions: Mentions = INLINE): Story => {
  let now = NOW;
  let count = 0;
  let last: Settled | null = null;
  const clock = { now: () => now };
  const record = createMemoryRecorder(clock);
  const read = new Map<string, Facts>();
  let contexts: Context[] = [];
  const group = (channel: ChatRef['channel']): ChatRef => ({ ...GROUP, channel });
  const desk: Desk = {
    recorder: record,
    clock,
    log: SILENT,
    house,
    understand: (text, context) => {
      contexts.push(context);
      return read.get(text) ?? factsOf('chatter');
    },
    advisor: null,
    mentions,
    groups: { wecom: group('wecom'), telegram: group('telegram'), playground: GROUP },
    budgets: {},
    channels: ['playground'],
  };
  const since = async (work: () => Promise<unknown>): Promise<readonly Uttered[]> => {
    const before = record.uttered.length;
    await work();
    return record.uttered.slice(before);
  };
  const id = (): string => `m${(count += 1)}`;
  return {
    desk,
    record,
    now: () => now,
    settled: () => last,
    contexts: () => contexts,
    knows: (text, facts) => void read.set(text, facts),
    hear: (from, text, facts, change = {}) =>
      since(async () => {
        read.set(text, facts);
        contexts = [];
        const name = house.staff.find((s) => s.ids.playground === from)?.name ?? '王老师';
        const inbound: Inbound = {
          chat: GROUP,
          messageId: id(),
          from: { id: from, name },
          text,
          addressed: true,
          mentions: [],
          quote: null,
          attachments: [],
          arrivedAt: now,
          ...change,
        };
        const kept = await record.keepMessage(inbound);
        last = await handleMessage(kept.id, desk);
      }),
    press: async (from, button, change = {}) => {
      let answer: PressAnswer = { toast: '', retire: false };
      const said = await since(async () => {
        const kept = await record.keepPress({
          chat: GROUP,
          pressId: id(),
          from: { id: from, name: null },
          button,
          messageId: null,
          arrivedAt: now,
          ...change,
        });
        const handled = await handleAction(kept.id, desk);
        last = handled.settled;
        answer = handled.answer;
      });
      return { answer, said };
    },
    wait: (ms) =>
      since(async () => {
        const target = now + ms;
        for (;;) {
          const next = record.nextTimer();
          if (next === null || next.due > target) break;
          now = Math.max(now, next.due);
          await handleTimer(next.id, desk);
        }
        now = target;
      }),
  };
};
