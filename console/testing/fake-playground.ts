import type { Instant } from '../../dispatcher/model.js';
import type { PlaygroundMessage, PlaygroundPort, Post } from '../deps.js';
import { iso } from '../wire.js';

type Draft = Omit<PlaygroundMessage, 'id' | 'n' | 'at'>;
type Pressed = { readonly from: string; readonly message: PlaygroundMessage; readonly button: string };

/** A refusal of the fake, as a real playground makes them: an error with a code. */
class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A group chat in memory. Whoever plays the bot hears `onPost` and `onPress`, and speaks by `say` and `retire`. */
export class FakePlayground implements PlaygroundPort {
  readonly #messages: PlaygroundMessage[] = [];
  readonly #listeners = new Set<(message: PlaygroundMessage) => void>();
  onPost: (message: PlaygroundMessage) => void = () => undefined;
  onPress: (press: Pressed) => string = () => '';

  /** `names`: display name → id, for mentions in what people type. */
  constructor(
    private readonly now: () => Instant,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  post({ from, text, chat, replyTo, id }: Post): Promise<{ id: string }> {
    const known = this.#messages.find((message) => message.id === id);
    if (known !== undefined) return Promise.resolve({ id: known.id });
    const mentions = [...this.names].filter(([name]) => text.includes(`@${name}`)).map(([, person]) => person);
    const message = this.#add(
      { from, text, mentions, ...(chat === 'direct' ? { to: 'bot' } : {}), ...(replyTo ? { replyTo } : {}) },
      id,
    );
    this.onPost(message);
    return Promise.resolve({ id: message.id });
  }

  press({ from, message, button }: { from: string; message: string; button: string }): Promise<{ toast: string }> {
    const pressed = this.#messages.find(({ id }) => id === message);
    if (pressed === undefined) {
      return Promise.reject(new Refused('PLAYGROUND_NO_MESSAGE'));
    }
    return Promise.resolve({ toast: this.onPress({ from, message: pressed, button }) });
  }

  list(after: number): readonly PlaygroundMessage[] {
    return this.#messages.filter(({ n }) => n > after);
  }

  subscribe(listener: (message: PlaygroundMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The bot says something. */
  say(draft: Omit<Draft, 'from'>): PlaygroundMessage {
    return this.#add({ from: 'bot', ...draft });
  }

  /** Takes the buttons off a message. */
  retire(id: string): void {
    const index = this.#messages.findIndex((message) => message.id === id);
    const old = this.#messages[index];
    if (old === undefined) return;
    const { buttons: _gone, ...rest } = old;
    this.#messages[index] = rest;
    this.#tell(rest);
  }

  #add(draft: Draft, id?: string): PlaygroundMessage {
    const n = this.#messages.length + 1;
    const message = { ...draft, id: id ?? `pg-${n}`, n, at: iso(this.now()) };
    this.#messages.push(message);
    this.#tell(message);
    return message;
  }

  #tell(message: PlaygroundMessage): void {
    for (const listener of this.#listeners) listener(message);
  }
}
