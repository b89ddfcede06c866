import { shanghaiIso } from './message.js';
import type { PlaygroundMessage, PlaygroundStore } from './message.js';

/** All messages of the playground, in memory and in the store. Written one after another: `n` has no holes and no twins. */

export type Draft = Omit<PlaygroundMessage, 'n' | 'at'>;

export interface Room {
  /** Reads the store once; after a failure the next call tries again. */
  ready(): Promise<void>;
  /** Rejects where the store does; nobody has seen the message then. */
  append(draft: Draft): Promise<PlaygroundMessage>;
  /** Takes the buttons off. Nothing happens where they are gone. */
  retire(id: string): Promise<void>;
  find(id: string): PlaygroundMessage | null;
  list(after: number): readonly PlaygroundMessage[];
  subscribe(listener: (message: PlaygroundMessage) => void): () => void;
}

export type RoomPorts = { readonly clock: { now(): number }; readonly store: PlaygroundStore };

export function createRoom({ clock, store }: RoomPorts): Room {
  const messages = new Map<string, PlaygroundMessage>();
  const listeners = new Set<(message: PlaygroundMessage) => void>();
  let last = 0;
  let loading: Promise<void> | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function load(): Promise<void> {
    for (const message of await store.load()) {
      messages.set(message.id, message);
      last = Math.max(last, message.n);
    }
  }

  function inTurn<T>(write: () => Promise<T>): Promise<T> {
    const result = writing.then(write);
    writing = result.catch(() => undefined);
    return result;
  }

  function show(message: PlaygroundMessage): void {
    messages.set(message.id, message);
    for (const listener of listeners) {
      try {
        listener(message);
      } catch {
        // A page that went away is no reason to fail a message.
        listeners.delete(listener);
      }
    }
  }

  return {
    ready() {
      loading ??= load().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },
    append: (draft) =>
      inTurn(async () => {
        const message: PlaygroundMessage = { ...draft, n: last + 1, at: shanghaiIso(clock.now()) };
        await store.append(message);
        last = message.n;
        show(message);
        return message;
      }),
    retire: (id) =>
      inTurn(async () => {
        const message = messages.get(id);
        if (message?.buttons === undefined) return;
        const { buttons: _gone, ...rest } = message;
        await store.update(rest);
        show(rest);
      }),
    find: (id) => messages.get(id) ?? null,
    list: (after) => [...messages.values()].filter((message) => message.n > after),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A store that forgets with the process. */
export function createMemoryStore(): PlaygroundStore {
  const kept = new Map<string, PlaygroundMessage>();
  const keep = (message: PlaygroundMessage): Promise<void> => {
    kept.set(message.id, message);
    return Promise.resolve();
  };
  return { append: keep, update: keep, load: () => Promise.resolve([...kept.values()]) };
}
