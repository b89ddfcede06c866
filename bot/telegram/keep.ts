import { z } from 'zod';
import type { Logger, Timings } from './options.js';
import { backoff, pause } from './pause.js';

/** Hands updates to the handler in their order, and again until each is kept. */

export type Keeper = {
  /**
   * Takes a batch; gives the id up to which all is kept, or null for none. Rejected updates are handed over again, with growing
   * waits. Ends early, with the rest not kept, when the gateway stops.
   */
  keepAll(updates: readonly unknown[]): Promise<number | null>;
};

export type KeeperPorts = {
  keep(update: unknown): Promise<void>;
  readonly logger: Logger;
  readonly timings: Pick<Timings, 'backoffFirstMs' | 'backoffCapMs' | 'keepTries'>;
  readonly stopping: AbortSignal;
};

type Numbered = { readonly id: number; readonly update: unknown };

const numbered = z.object({ update_id: z.number() });

export function createKeeper({ keep, logger, timings, stopping }: KeeperPorts): Keeper {
  async function kept({ id, update }: Numbered, tries: number): Promise<boolean> {
    try {
      await keep(update);
      return true;
    } catch (error) {
      const name = error instanceof Error ? error.name : 'not an error';
      logger.error(
        { code: 'TELEGRAM_NOT_KEPT', update: id, tries, error: name },
        'an update was not kept; it is tried again',
      );
      return false;
    }
  }

  return {
    async keepAll(updates) {
      const queue = inOrder(updates, logger);
      let upTo: number | null = null;
      let tries = 0;
      for (let first = queue[0]; first !== undefined && !stopping.aborted; first = queue[0]) {
        tries += 1;
        if (await kept(first, tries)) {
          upTo = first.id;
          queue.shift();
          tries = 0;
          continue;
        }
        // The store is well and this one update is not: it must not make the bot deaf for everybody.
        const next = queue[1];
        if (tries >= timings.keepTries && next !== undefined && !stopping.aborted && (await kept(next, 1))) {
          logger.error(
            { code: 'TELEGRAM_GIVEN_UP', update: first.id, tries },
            'an update cannot be kept and is passed over',
          );
          upTo = next.id;
          queue.splice(0, 2);
          tries = 0;
          continue;
        }
        await pause(backoff(tries, timings.backoffFirstMs, timings.backoffCapMs), stopping);
      }
      return upTo;
    },
  };
}

/** A batch can come out of order, and the same id twice; repeats pass, the store knows them. */
function inOrder(updates: readonly unknown[], logger: Logger): Numbered[] {
  const found: Numbered[] = [];
  for (const update of updates) {
    const read = numbered.safeParse(update);
    if (read.success) found.push({ id: read.data.update_id, update });
    else logger.warn({ code: 'TELEGRAM_NO_ID' }, 'an update without an id was dropped');
  }
  return found.sort((a, b) => a.id - b.id);
}
