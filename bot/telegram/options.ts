/** What a Telegram gateway is made from: settings, ports and timings. No behaviour but the defaults. */

/** The part of a structured logger that the gateway uses (pino fits). Fields carry ids, never words or URLs. */
export type Logger = {
  debug(fields: object, msg: string): void;
  info(fields: object, msg: string): void;
  warn(fields: object, msg: string): void;
  error(fields: object, msg: string): void;
};

/** Milliseconds since the epoch. Stamps only: delays run on real timers. */
export type Clock = { now(): number };

/** All in milliseconds, but `keepTries`. */
export type Timings = {
  /** How long the server holds an empty getUpdates; whole seconds, at most 50 (channels.md D.2). */
  readonly pollMs: number;
  /** How much later than `pollMs` a poll counts as hanging. */
  readonly pollGraceMs: number;
  /** For every other call; after it a send's outcome is unknown. */
  readonly callMs: number;
  readonly downloadMs: number;
  readonly backoffFirstMs: number;
  readonly backoffCapMs: number;
  /** Before the next try while another instance polls (409). Below `pollMs`: of two instances neither shall think itself alone. */
  readonly conflictMs: number;
  /** Before the next try while the token is refused (401, 404). */
  readonly refusedMs: number;
  /** A handler that fails so often on one update, while it keeps the next one, does not get it again. */
  readonly keepTries: number;
  /** The rest of a split message is worth waiting for up to so long (429). */
  readonly restMs: number;
  /** How long `stop` waits for a handler; what it has not kept by then comes again. */
  readonly drainMs: number;
  /** How long the server keeps updates for us (D.2). */
  readonly replayMs: number;
};

export const defaultTimings: Timings = {
  pollMs: 30_000,
  pollGraceMs: 10_000,
  callMs: 20_000,
  downloadMs: 60_000,
  backoffFirstMs: 1_000,
  backoffCapMs: 60_000,
  conflictMs: 20_000,
  refusedMs: 300_000,
  keepTries: 8,
  restMs: 30_000,
  drainMs: 10_000,
  replayMs: 24 * 3_600_000,
};

export type TelegramOptions = {
  /** A secret: it is part of every URL, so no URL is ever logged (D.1). */
  readonly token: string;
  /** null: Telegram's own. A slash at the end is taken off. */
  readonly apiRoot: string | null;
  /** Groups it serves, as decimal ids; empty: all. Direct chats are always served. */
  readonly chatIds: readonly string[];
  /** The name people call it by at the start of a message: 小通. */
  readonly botName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timings?: Partial<Timings>;
};
