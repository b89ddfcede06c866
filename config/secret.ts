import { inspect } from 'node:util';

/**
 * A value that must never be printed: a token, a password, a URL with a key. It prints as `[secret]` wherever it is shown; only
 * `reveal()` gives it, and a reader can search for every place that does.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
