import { Queue, Worker, createPostgresBackend, type Job, type JobType, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from '../dispatcher/ports.js';
import { CATALOGUE, type JobName, type Payload } from './catalogue.js';

/** Where the queue lives. The URL is revealed only here; on PostgreSQL its pools are of the store's own clients. */
export type QueuePlace =
  | { readonly kind: 'redis'; readonly url: string; readonly prefix: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly Client: unknown };

/** One handler for each kind of job; a missing one stops the start by not compiling. */
export type Handlers = { readonly [J in JobName]?: (payload: Payload<J>) => Promise<void> };

/** The queue as an alarm clock: it rings, it holds no truth. */
export type Queues = {
  /** Rings after `delayMs` (0: now). Rejects where the queue is out of reach; the sweep repairs what was not rung. */
  ring<J extends JobName>(job: J, payload: Payload<J>, delayMs: number): Promise<void>;
  /** Works a queue until stopped; an unknown job fails loudly and stays visible. */
  work(queue: string, handlers: Handlers, concurrency: number): Promise<{ stop(): Promise<void> }>;
  /** Jobs by queue and state. Rejects where the queue is out of reach. */
  depth(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  close(): Promise<void>;
};

const timeLimit = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`JOB_TIMEOUT: not done within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const run = async (job: Job, handlers: Handlers): Promise<void> => {
  const call = async <J extends JobName>(name: J): Promise<void> => {
    const handler = handlers[name] as ((payload: Payload<J>) => Promise<void>) | undefined;
    if (handler === undefined) throw new Error(`JOB_WITHOUT_HANDLER: ${name} is not worked here`);
    await timeLimit(CATALOGUE[name].timeoutMs, handler(CATALOGUE[name].payload.parse(job.data) as Payload<J>));
  };
  switch (job.name) {
    case 'deliver':
    case 'wake':
    case 'turn':
      return call(job.name);
    default:
      throw new Error(`JOB_UNKNOWN: ${job.name} is not in the catalogue`);
  }
};

type PostgresPlace = Extract<QueuePlace, { kind: 'postgres' }>;
const poolOf = ({ url, Client }: PostgresPlace): { connectionString: string; migrate: true; Client: unknown } => ({
  connectionString: url,
  migrate: true,
  Client,
});

/** What is used of BullMQ's Queue, whatever its backend. */
type Rings = {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  getJobCountByTypes(...types: JobType[]): Promise<number>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
};

/** What is used of BullMQ's Worker. */
type Works = {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
};

const STATES: readonly JobType[] = ['waiting', 'active', 'delayed', 'failed'];

const QUEUES = ['deliver-wecom', 'deliver-telegram', 'deliver-playground', 'clock'] as const;

/**
 * The one file that knows BullMQ. On Redis a ring fails fast when Redis is away (no offline queue), so that nobody waits for it; on
 * PostgreSQL BullMQ's own backend is used.
 */
export const openQueues = (place: QueuePlace, log: Logger): Queues => {
  const redis: Redis | null =
    place.kind === 'redis'
      ? new Redis(place.url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false })
      : null;
  redis?.on('error', () =>
    log.warn({ code: 'REDIS_AWAY' }, 'Redis does not answer; deadlines are kept in the database and swept'),
  );
  const queueOf = (name: string): Rings => {
    const queue: Rings =
      place.kind === 'redis'
        ? new Queue(name, { connection: redis ?? {}, prefix: place.prefix, skipVersionCheck: true })
        : new Queue(name, { connection: poolOf(place) }, createPostgresBackend);
    queue.on('error', (error) =>
      log.warn({ code: 'QUEUE_ERROR', queue: name, error: error.name }, 'the queue has trouble'),
    );
    return queue;
  };
  const queues = new Map<string, Rings>(QUEUES.map((name) => [name, queueOf(name)]));

  return {
    ring: async (name, payload, delayMs) => {
      const kind = CATALOGUE[name];
      const queue = queues.get(kind.queue(payload));
      if (queue === undefined) throw new Error(`QUEUE_UNKNOWN: ${kind.queue(payload)}`);
      await queue.add(name, payload, {
        jobId: kind.id(payload),
        delay: Math.max(0, Math.round(delayMs)),
        attempts: kind.attempts,
        backoff: { type: 'exponential', delay: kind.backoffMs },
        removeOnComplete: true,
        removeOnFail: { age: 24 * 3600, count: 1000 },
      });
    },
    work: async (name, handlers, concurrency) => {
      const options = { concurrency, autorun: true };
      const process = (job: Job): Promise<void> => run(job, handlers);
      const worker: Works =
        place.kind === 'redis'
          ? new Worker(name, process, {
              ...options,
              prefix: place.prefix,
              skipVersionCheck: true,
              connection: new Redis(place.url, { maxRetriesPerRequest: null }),
            })
          : new Worker(name, process, { ...options, connection: poolOf(place) }, createPostgresBackend);
      worker.on('error', (error) =>
        log.warn({ code: 'WORKER_ERROR', queue: name, error: error.name }, 'a worker has trouble'),
      );
      worker.on('failed', (job, error) =>
        log.warn({ code: 'JOB_FAILED', queue: name, job: job?.id, error: error.message.slice(0, 80) }, 'a job failed'),
      );
      if (place.kind === 'postgres') await worker.waitUntilReady();
      return { stop: () => worker.close() };
    },
    depth: async () => {
      const count = async (queue: Rings): Promise<Readonly<Record<string, number>>> => {
        const counts = await Promise.all(
          STATES.map(async (state) => [state, await queue.getJobCountByTypes(state)] as const),
        );
        return Object.fromEntries(counts);
      };
      const entries = await Promise.all([...queues].map(async ([name, queue]) => [name, await count(queue)] as const));
      return Object.fromEntries(entries);
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      redis?.disconnect();
    },
  };
};
