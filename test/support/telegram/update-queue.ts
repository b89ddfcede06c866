/** Updates waiting for the bot, with the semantics of getUpdates (channels.md D.2): kept until confirmed by a higher offset. */
import { Refusal, badRequest } from './types.js';
import type { Update } from './types.js';

type Waiter = { readonly settle: (result: readonly Update[] | Refusal) => void; readonly take: () => void };

const OTHER_POLLER =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export class UpdateQueue {
  webhook = false;
  /** How many polls there were. */
  polls = 0;
  #nextId = 700_000_001;
  #pending: Update[] = [];
  #replay: Update[] = [];
  #last: Update | null = null;
  #waiter: Waiter | null = null;
  #allowed: readonly string[] = [];
  #reverse = false;
  #holding = false;

  /** Queues an update of this type; it is dropped where the bot did not ask for the type. */
  push(type: string, content: unknown): void {
    if (this.#allowed.length > 0 && !this.#allowed.includes(type)) return;
    this.#last = { update_id: this.#nextId++, [type]: content };
    this.#pending.push(this.#last);
    this.#wake();
  }

  /** Delivers the last update once more, under the same update_id, confirmed or not. */
  repeatLast(): void {
    if (this.#last) this.#replay.push(this.#last);
    this.#wake();
  }

  /** Collects what comes until `release`, which gives it as one batch, in reverse order where asked. */
  hold(): void {
    this.#holding = true;
  }

  release(how: { readonly reverse: boolean }): void {
    this.#holding = false;
    this.#reverse = how.reverse;
    this.#wake();
  }

  /** After a week without updates the next id is a random one (D.2). */
  jumpTo(id: number): void {
    this.#nextId = id;
  }

  /** Ids not yet confirmed by the bot. */
  get unconfirmed(): readonly number[] {
    return this.#pending.map((update) => update.update_id);
  }

  get polling(): boolean {
    return this.#waiter !== null;
  }

  /** One getUpdates: `timeout` in seconds (parts of a second are this fake's). Rejects with 409 where another poller comes. */
  get(payload: Readonly<Record<string, unknown>>, gone: AbortSignal): Promise<readonly Update[]> {
    this.polls += 1;
    if (this.webhook) return Promise.reject(new Refusal(409, WEBHOOK));
    this.#waiter?.settle(new Refusal(409, OTHER_POLLER));
    const { offset = 0, limit = 100, timeout = 0, allowed_updates } = payload;
    if (typeof offset !== 'number' || typeof limit !== 'number' || typeof timeout !== 'number') {
      return Promise.reject(badRequest('offset, limit and timeout must be numbers'));
    }
    if (Array.isArray(allowed_updates)) this.#allowed = allowed_updates.map(String);
    this.#pending = this.#pending.filter((update) => update.update_id >= offset);
    const size = Math.min(Math.max(limit, 1), 100);
    const batch = this.#batch(size);
    if (batch.length > 0 || timeout === 0) return Promise.resolve(batch);
    return this.#wait(timeout * 1000, gone, () => this.#batch(size));
  }

  #batch(size: number): readonly Update[] {
    if (this.#holding) return [];
    if (this.#replay.length > 0) return this.#replay.splice(0);
    const batch = this.#pending.slice(0, size);
    if (!this.#reverse || batch.length === 0) return batch;
    this.#reverse = false;
    return batch.reverse();
  }

  #wait(ms: number, gone: AbortSignal, batch: () => readonly Update[]): Promise<readonly Update[]> {
    return new Promise((resolve, reject) => {
      const settle = (result: readonly Update[] | Refusal): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', leave);
        if (this.#waiter === waiter) this.#waiter = null;
        if (result instanceof Refusal) reject(result);
        else resolve(result);
      };
      const waiter: Waiter = {
        settle,
        take: () => {
          const found = batch();
          if (found.length > 0) settle(found);
        },
      };
      const leave = (): void => settle([]);
      const timer = setTimeout(leave, ms);
      gone.addEventListener('abort', leave);
      this.#waiter = waiter;
    });
  }

  #wake(): void {
    this.#waiter?.take();
  }
}
