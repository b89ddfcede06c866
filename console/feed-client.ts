export type FeedEvent = {
  readonly event: 'snapshot' | 'message' | 'board' | 'clock';
  /** Left out where there is nothing to come back to (board and clock are sent whole). */
  readonly id?: string;
  readonly data: string;
};

/** Events that may wait for a page that does not read; then it is let go and comes back by itself. */
const LIMIT = 2000;

/** One page's queue of events. */
export class FeedClient {
  readonly #onEnd: () => void;
  #waiting: FeedEvent[] = [];
  #wake: (() => void) | null = null;
  #started = false;
  #ended = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** Puts events before everything else and starts the flow. */
  first(...events: readonly FeedEvent[]): void {
    this.#waiting = [...events, ...this.#waiting];
    this.#started = true;
    this.#wake?.();
  }

  push(event: FeedEvent): void {
    if (this.#ended) return;
    if (this.#waiting.length >= LIMIT) return this.end();
    this.#waiting.push(event);
    this.#wake?.();
  }

  /** The next event, as soon as there is one; null when the stream is over. For one reader. */
  async next(): Promise<FeedEvent | null> {
    while (!this.#ended) {
      const event = this.#started ? this.#waiting.shift() : undefined;
      if (event !== undefined) return event;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
    return null;
  }

  /** Lets go of the page; what waits is dropped. May be called twice. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waiting = [];
    this.#onEnd();
    this.#wake?.();
  }
}
