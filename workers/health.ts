import type { Gateway } from '../bot/gateway.js';
import type { Clock, Timers, Views } from '../dispatcher/ports.js';
import type { Queues } from './queues.js';

/** Can this process do its work? Every problem is a sentence with its cure. */
export type Health = {
  readonly ready: boolean;
  readonly problems: readonly string[];
  readonly parts: Readonly<Record<string, string>>;
};

/** Timers later than this are a fault of the workers, not of the moment. */
const LATE_MS = 60_000;

type Asked = {
  readonly views: Views;
  readonly timers: Timers;
  readonly queues: Queues;
  readonly gateways: readonly Gateway[];
  readonly held: () => readonly string[];
  readonly clock: Clock;
};

type Part = { readonly name: string; readonly state: string; readonly problem: string | null };

const answers = async (name: string, ask: () => Promise<unknown>, problem: string): Promise<Part> => {
  try {
    await ask();
    return { name, state: 'up', problem: null };
  } catch {
    return { name, state: 'down', problem };
  }
};

const gatewayPart = (gateway: Gateway, held: readonly string[]): Part => {
  if (!held.includes(gateway.channel)) return { name: gateway.channel, state: 'standby', problem: null };
  const status = gateway.status();
  return status.kind === 'up'
    ? { name: gateway.channel, state: 'up', problem: null }
    : {
        name: gateway.channel,
        state: 'down',
        problem: `${gateway.channel}: ${status.reason}${status.retrying ? ' (retrying)' : ''}`,
      };
};

const timersPart = async ({ timers, clock }: Asked): Promise<Part> => {
  const [first] = await timers.due(1).catch(() => []);
  const late = first !== undefined && clock.now() - first.due > LATE_MS;
  return {
    name: 'timers',
    state: late ? 'late' : 'up',
    problem: late ? 'deadlines are handled late: start a worker (--role worker), or look into its log' : null,
  };
};

/** Asks every part. Standing by for another process that holds a channel is healthy. */
export const healthOf = async (asked: Asked): Promise<Health> => {
  const parts = await Promise.all([
    answers('database', () => asked.views.ping(), 'the database does not answer: start it, or check DATABASE_URL'),
    answers(
      'queue',
      () => asked.queues.depth(),
      'the queue does not answer: start Redis, or check REDIS_URL; deadlines are swept meanwhile',
    ),
    timersPart(asked),
    ...asked.gateways.map((g) => Promise.resolve(gatewayPart(g, asked.held()))),
  ]);
  const problems = parts.flatMap((p) => (p.problem === null ? [] : [p.problem]));
  return {
    ready: problems.length === 0,
    problems,
    parts: Object.fromEntries(parts.map((p) => [p.name, p.state])),
  };
};
