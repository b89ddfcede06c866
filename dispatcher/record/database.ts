import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Logger } from '../ports.js';
import { faultOf, safeError } from './database-error.js';

/** What a try came to whose connection was lost during COMMIT. */
export type Before<T> = { readonly result: T } | null;
type Work<T> = (manager: EntityManager, before: Before<T>) => Promise<T>;

/** Running statements so that a tie between transactions or a lost connection is not the caller's worry. */
export type Database = {
  /**
   * `work` in one transaction, tried again after a clash or a lost connection. `before` is what the last try came to where its
   * connection was lost during COMMIT, so that it may be done or not: `work` finds out by what it claims. null on all other tries.
   */
  transact<T>(work: Work<T>): Promise<T>;
  /** `work` without a transaction, tried again likewise: only for what may be done twice. */
  steady<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** `work` without a transaction, tried once. */
  once<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Makes a row unless it is there; true where it was made. `work` is one insert. */
  insertMissing(work: (manager: EntityManager) => Promise<unknown>): Promise<boolean>;
};

const TRIES = 8;
const FIRST_PAUSE_MS = 10;

/** Doubling pauses with some chance in them, so that two who clashed do not meet again. About 1.3 s for all. */
const pauseBefore = (tried: number): number => FIRST_PAUSE_MS * 2 ** (tried - 1) * (0.5 + Math.random());

const realPause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Undoing may fail where the connection is gone; the server then does it by itself. */
const rollBack = (runner: QueryRunner): Promise<void> => runner.rollbackTransaction().catch(() => undefined);

const safely = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw safeError(error);
  }
};

/** `pause` is for tests; it takes ms. Errors come out as `safeError` makes them. */
export function createDatabase(
  dataSource: DataSource,
  logger: Logger,
  pause: (ms: number) => Promise<void> = realPause,
): Database {
  const tryAgain = async <T>(once: () => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await once();
      } catch (error) {
        const fault = faultOf(error);
        if ((fault !== 'clash' && fault !== 'lost') || tried >= TRIES) throw error;
        logger.warn({ fault, tried }, 'database work is tried again');
        await pause(pauseBefore(tried));
      }
    }
  };

  const transact = <T>(work: Work<T>): Promise<T> => {
    let before: Before<T> = null;
    return tryAgain(async () => {
      const runner = dataSource.createQueryRunner();
      let reached: Before<T> = null;
      try {
        await runner.startTransaction();
        reached = { result: await work(runner.manager, before) };
        await runner.commitTransaction();
        return reached.result;
      } catch (error) {
        if (reached !== null && faultOf(error) === 'lost') before = reached;
        await rollBack(runner);
        throw error;
      } finally {
        await runner.release();
      }
    });
  };

  const insertMissing = async (work: (manager: EntityManager) => Promise<unknown>): Promise<boolean> => {
    try {
      await tryAgain(() => work(dataSource.manager));
      return true;
    } catch (error) {
      if (faultOf(error) === 'duplicate') return false;
      throw error;
    }
  };

  return {
    transact: (work) => safely(() => transact(work)),
    steady: (work) => safely(() => tryAgain(() => work(dataSource.manager))),
    once: (work) => safely(() => work(dataSource.manager)),
    insertMissing: (work) => safely(() => insertMissing(work)),
  };
}
