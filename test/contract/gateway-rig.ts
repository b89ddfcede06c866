/** What a channel brings to the contract: its gateway, and hands and eyes on the fake platform behind it. Types only. */
import type { ChatRef, Gateway } from '../../bot/gateway.js';

export type RigPerson = { readonly id: string; readonly name: string };

/** A message of the bot as people see it on the platform: markup resolved, nothing else changed. */
export type Seen = {
  readonly chat: ChatRef;
  readonly text: string;
  /** Platform user ids that a live mention in it notifies; 'everyone' for an @all that works. */
  readonly notifies: readonly string[];
  /** What in it leads somewhere when tapped (mentions apart). */
  readonly links: readonly string[];
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  /** As the gateway names it; null where the platform tells none. */
  readonly messageId: string | null;
};

/** How something is said in the group. `addressed` (default true): with whatever makes the bot hear it (an @, its name). */
export type Saying = {
  readonly addressed?: boolean;
  readonly quote?: Seen;
  readonly mentions?: readonly RigPerson[];
};

export interface GatewayRig {
  /** Not started; the suite registers its handlers, then starts it. */
  readonly gateway: Gateway;
  readonly group: ChatRef;
  readonly reporter: RigPerson;
  readonly engineer: RigPerson;
  direct(person: RigPerson): ChatRef;
  /** The time of the gateway's clock, ms since the epoch. */
  now(): number;
  /** Whether `Inbound.mentions` is told by this platform. */
  readonly tellsMentions: boolean;
  /** Resolve when the platform has taken it; never reject. */
  saysInGroup(person: RigPerson, text: string, how?: Saying): Promise<void>;
  saysDirect(person: RigPerson, text: string): Promise<void>;
  /** The platform delivers the last message once more. */
  repeatsLast(): Promise<void>;
  /** Gives what the presser is shown (a toast, an updated card), '' for nothing. */
  press(person: RigPerson, message: Seen, button: string): Promise<string>;
  /** Everything the bot has said so far, as it looks now, in the platform's order. */
  seen(): readonly Seen[];
  /** Takes the platform away, and brings it back; null where nothing can be taken away. */
  readonly outage: { begin(): Promise<void>; end(): Promise<void> } | null;
  close(): Promise<void>;
}
