/** What a WeCom gateway is made from: settings, ports and timings. No behaviour but the defaults. */

/** The part of a structured logger that the gateway uses (pino fits). */
export type Logger = {
  debug(fields: Record<string, unknown>, msg: string): void;
  info(fields: Record<string, unknown>, msg: string): void;
  warn(fields: Record<string, unknown>, msg: string): void;
  error(fields: Record<string, unknown>, msg: string): void;
};

/** Milliseconds since the epoch. Stamps only: delays run on real timers. */
export type Clock = { now(): number };

/** All in milliseconds, but `authTries`. */
export type Timings = {
  /** TCP, TLS and the upgrade (`ws` has no limit of its own, channels.md A.2). */
  readonly handshakeMs: number;
  /** From opening (after the handshake's time) to `authenticated`; the SDK would wait for ever (A.3.7). */
  readonly authMs: number;
  /** The SDK terminates on the third tick without an answer (A.2). */
  readonly heartbeatMs: number;
  /** No callback for so long: connect anew (A.9 tells of sockets that only answer heartbeats). null: never. */
  readonly silenceMs: number | null;
  readonly backoffFirstMs: number;
  readonly backoffCapMs: number;
  /** Up for so long, and the backoff begins anew; a service that accepts and drops at once is not hammered. */
  readonly stableMs: number;
  readonly kickFirstMs: number;
  readonly kickCapMs: number;
  /** Up for so long, and earlier kicks are forgotten. */
  readonly kickCalmMs: number;
  /** How often a standby asks whether it may hold the connection. */
  readonly standbyMs: number;
  /** Refused subscriptions before a person must act; later tries come every `authSlowMs`. */
  readonly authTries: number;
  readonly authSlowMs: number;
  /** How long the end of a closed client is waited for. */
  readonly closeGuardMs: number;
  /** A press answered later than this leaves the card alone: the platform's window is 5 s (A.6). */
  readonly pressMs: number;
  readonly webhookMs: number;
  readonly downloadMs: number;
  /** Waits before a message is given to a failing handler again: the platform sends it only once. */
  readonly keepRetriesMs: readonly number[];
  /** How long `stop` waits for what is in flight. */
  readonly drainMs: number;
};

export const defaultTimings: Timings = {
  handshakeMs: 10_000,
  authMs: 10_000,
  heartbeatMs: 30_000,
  silenceMs: null,
  backoffFirstMs: 1_000,
  backoffCapMs: 60_000,
  stableMs: 60_000,
  kickFirstMs: 15_000,
  kickCapMs: 600_000,
  kickCalmMs: 600_000,
  standbyMs: 5_000,
  authTries: 3,
  authSlowMs: 300_000,
  closeGuardMs: 2_000,
  pressMs: 4_000,
  webhookMs: 8_000,
  downloadMs: 30_000,
  keepRetriesMs: [500, 2_000, 5_000],
  drainMs: 10_000,
};

export type WecomOptions = {
  readonly botId: string;
  readonly secret: string;
  /** null: the SDK's own address. */
  readonly wsUrl: string | null;
  /** The whole address of the group's webhook robot, key included: a secret. null: nobody can be pinged. */
  readonly webhookUrl: string | null;
  /** Groups it serves; empty: all. A webhook stands in one group only: with several, it is the first one's. */
  readonly chatIds: readonly string[];
  /** Cards in groups: off until probed live (channels.md A.6, G.8). */
  readonly groupCards?: boolean;
  /** The name people type after the @. */
  readonly botName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whether this process may hold the bot's only connection (A.9); asked before every connection. Default: always. */
  readonly mayHold?: () => Promise<boolean>;
  readonly timings?: Partial<Timings>;
};
