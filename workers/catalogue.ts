import { z } from 'zod';

/** Every kind of job there is. Payloads hold ids only: what a job is about is read from the database when it runs. */
export type JobName = 'deliver' | 'wake' | 'turn';

const channel = z.enum(['wecom', 'telegram', 'playground']);

const payloads = {
  /** A lane has something to say. `mark` tells one ring from another. */
  deliver: z.strictObject({ channel, lane: z.string().min(1), mark: z.number().int() }),
  /** Timers fall due at `due` (ms since the epoch). */
  wake: z.strictObject({ due: z.number().int() }),
  /** A turn of the calendar has come, e.g. `digest:2026-11-22`. */
  turn: z.strictObject({ id: z.string().min(1) }),
} as const;

export type Payload<J extends JobName> = z.infer<(typeof payloads)[J]>;

export type JobKind<J extends JobName> = {
  readonly payload: (typeof payloads)[J];
  readonly attempts: number;
  /** First wait between attempts in ms; it doubles. */
  readonly backoffMs: number;
  /** A run longer than this has failed. */
  readonly timeoutMs: number;
  /** Two jobs of one id are one job. No `:` and no bare integer (BullMQ). */
  readonly id: (payload: Payload<J>) => string;
  /** Which queue: a channel's sends run where its connection is held. */
  readonly queue: (payload: Payload<J>) => string;
};

const safe = (text: string): string => text.replace(/[^0-9A-Za-z_-]/gu, '~');

export const CATALOGUE: { readonly [J in JobName]: JobKind<J> } = {
  deliver: {
    payload: payloads.deliver,
    attempts: 3,
    backoffMs: 500,
    timeoutMs: 120_000,
    id: (p) => safe(`deliver-${p.lane}-${p.mark}`),
    queue: (p) => deliverQueue(p.channel),
  },
  wake: {
    payload: payloads.wake,
    attempts: 5,
    backoffMs: 500,
    timeoutMs: 60_000,
    id: (p) => `wake-${p.due}`,
    queue: () => 'clock',
  },
  turn: {
    payload: payloads.turn,
    attempts: 10,
    backoffMs: 2_000,
    timeoutMs: 60_000,
    id: (p) => safe(`turn-${p.id}`),
    queue: () => 'clock',
  },
};

/** The queue of a channel's sends. */
export const deliverQueue = (name: string): string => `deliver-${name}`;
