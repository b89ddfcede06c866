/** What a process is started with. Secrets are `Secret`, so that printing the whole shows none. */
import type { Secret } from '../secret.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Where the truth is kept. `embedded`: a PostgreSQL of its own under `dataDir`. */
export type Stores =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: Secret }
  | { readonly kind: 'mysql'; readonly url: Secret };

/** Where BullMQ keeps its jobs. `postgres`: in the PostgreSQL of `stores`. */
export type Queue = { readonly kind: 'redis'; readonly url: Secret } | { readonly kind: 'postgres' };

export type WecomSettings = {
  readonly botId: string;
  readonly botSecret: Secret;
  /** null: the service's own address. */
  readonly wsUrl: string | null;
  /** The group's webhook robot, whole address with its key. null: nobody can be pinged by a real @. */
  readonly webhookUrl: Secret | null;
  /** Groups it serves; empty: all. The webhook stands in the first. */
  readonly chatIds: readonly string[];
  readonly groupCards: boolean;
};

export type TelegramSettings = {
  readonly botToken: Secret;
  /** null: https://api.telegram.org */
  readonly apiRoot: string | null;
  /** Chats it serves; empty: all. */
  readonly chatIds: readonly string[];
};

/** A language model that is asked where the rules are unsure. */
export type AdvisorSettings = {
  /** Without a slash at its end; `/chat/completions` follows. */
  readonly baseUrl: string;
  readonly model: string;
  /** null: the endpoint wants none. */
  readonly apiKey: Secret | null;
};

/** The key that telephone numbers are encrypted with: 32 bytes, given, or kept in a file that is made at the first start. */
export type PhoneKeySource =
  { readonly kind: 'given'; readonly key: Secret } | { readonly kind: 'file'; readonly path: string };

export type Settings = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataDir: string;
  readonly projectDir: string;
  readonly logLevel: LogLevel;
  /** What people type after the @. */
  readonly botName: string;
  readonly stores: Stores;
  readonly queue: Queue;
  readonly wecom: WecomSettings | null;
  readonly telegram: TelegramSettings | null;
  readonly playground: boolean;
  readonly phoneKey: PhoneKeySource;
  /** null: off, which is the default. */
  readonly advisor: AdvisorSettings | null;
};
