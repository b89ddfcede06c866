/** The words between a story and the platform it plays on. Types only: one stage a channel, people under the roster's own ids. */
import type { ChannelId } from '../../bot/gateway.js';
import type { LoadedProject } from '../../config/project.js';
import type { Settings } from '../../config/settings.js';
import type { Instant } from '../../dispatcher/model.js';
import type { System } from '../../system.js';

/** Where something is said: in the one group, or between a person and the bot. */
export type Place = { readonly kind: 'group' } | { readonly kind: 'direct'; readonly person: string };

/** One message of the bot, as people see it now. */
export type Heard = {
  /** The platform's order over all chats, from 0. */
  readonly n: number;
  readonly at: Instant;
  readonly place: Place;
  /** Messages of one lane stand in order; a group has two where a second robot mentions (WeCom). */
  readonly lane: string;
  readonly text: string;
  /** Whom it notifies by a live mention, by the story's ids. */
  readonly mentions: readonly string[];
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  /** Names it on the platform; null where the platform tells none. */
  readonly id: string | null;
};

export type Saying = {
  readonly text: string;
  readonly place: Place;
  readonly quote?: Heard;
  /** The bytes of a picture that goes with it. */
  readonly picture?: Uint8Array;
};

/** What became of it on the platform: did the bot get it, and a way to have the same delivered once more. */
export type Delivered = { readonly heard: boolean; readonly repeat: () => Promise<void> };

/** What a stage changes in the project before the system opens: ids of its people on its platform. */
export type Stage = {
  readonly channel: ChannelId;
  /** What the system is configured with to play here. */
  readonly settings: Pick<Settings, 'wecom' | 'telegram' | 'playground'>;
  project(project: LoadedProject): LoadedProject;
  /** The system is open and not yet started. */
  attach(system: System): void;
  /** Resolves when the platform has taken it. */
  say(person: string, saying: Saying): Promise<Delivered>;
  /** Presses a button under a message; gives what the presser is shown. */
  press(person: string, heard: Heard, button: string): Promise<string>;
  heard(): readonly Heard[];
  close(): Promise<void>;
};
