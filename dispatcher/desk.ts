/** What the handlers are made of, wired once in main.ts. Types only. */
import type { Budget, ChannelId, ChatRef } from '../bot/gateway.js';
import type { House } from './decide/scene.js';
import type { Context, Facts } from './model.js';
import type { Advisor, Clock, Logger, Recorder } from './ports.js';
import type { Mentions } from './say/message.js';

export type Desk = {
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly log: Logger;
  readonly house: House;
  readonly understand: (text: string, context: Context) => Facts;
  /** Asked where the reading is unsure; null: none is configured. */
  readonly advisor: Advisor | null;
  /** How each channel mentions people. */
  readonly mentions: Mentions;
  /** The group a direct report is spoken of in, by channel; null where none is served. */
  readonly groups: Readonly<Record<ChannelId, ChatRef | null>>;
  /** What the lanes of each channel may carry: of each chat, and of the second robot that mentions. */
  readonly budgets: Readonly<Record<string, { readonly chat: Budget; readonly mention: Budget | null }>>;
  /** Where digests go: the channels that run. */
  readonly channels: readonly ChannelId[];
};
