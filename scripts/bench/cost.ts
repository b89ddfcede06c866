/** What the parts cost alone, each as the system uses it: for comparison in the same run. Times in ms. */
import { createServer } from 'node:http';
import { AttemptTable, OutboxTable } from '../../entities/outbox.js';
import { TicketMemberTable } from '../../entities/ticket.js';
import type { Store } from '../../entities/store.js';
import { openQueues } from '../../workers/queues.js';

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const timed = async (times: number, once: (n: number) => Promise<unknown>): Promise<readonly number[]> => {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await once(n);
    all.push(performance.now() - began);
  }
  return all;
};

/** BEGIN, three inserts into three tables, COMMIT. */
export const costOfTransaction = ({ dataSource }: Store, times: number): Promise<readonly number[]> =>
  timed(times, (n) =>
    dataSource.transaction(async (manager) => {
      const id = `cost-${n}`;
      await manager.insert(TicketMemberTable, { ticket: id, person: 'nobody' });
      await manager.insert(AttemptTable, { message: id, n: 1, lane: 'cost', at: 0 });
      await manager.insert(OutboxTable, {
        id,
        lane: 'cost',
        channel: 'playground',
        chatKind: 'group',
        chatId: 'cost',
        class: 'info',
        kind: 'cost',
        outbound: '{}',
        repeat: 'never',
        state: 'sent',
        attempts: 1,
        again: false,
        notBefore: 0,
        createdAt: 0,
      });
    }),
  );

/** One job from `ring` to its handler's end. */
export const costOfJob = async (store: Store, redis: string | null, times: number): Promise<readonly number[]> => {
  const { postgres } = store;
  if (redis === null && postgres === null) throw new Error('there is no place for the queue');
  const queues = openQueues(
    postgres === null || redis !== null
      ? { kind: 'redis', url: redis ?? '', prefix: 'bench' }
      : { kind: 'postgres', url: postgres.url.reveal(), Client: postgres.Client },
    SILENT,
  );
  let done = (): void => undefined;
  const worker = await queues.work('clock', { turn: () => Promise.resolve(done()) }, 1);
  const one = (n: number): Promise<void> =>
    new Promise((resolve, reject) => {
      done = resolve;
      queues.ring('turn', { id: `bench-${n}-${Date.now()}` }, 0).catch(reject);
    });
  try {
    await one(-1);
    return await timed(times, one);
  } finally {
    await worker.stop();
    await queues.close();
  }
};

/** A POST of a message's size and its answer, over a connection that is kept. */
export const costOfHttp = async (times: number): Promise<readonly number[]> => {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end('{"errcode":0}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  try {
    return await timed(times, async () => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ content: '派单'.repeat(100) }) });
      await answer.text();
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};
