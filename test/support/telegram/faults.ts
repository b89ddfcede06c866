/** Scripted faults: never random, each for so many matching calls and then gone (channels.md F, F.4). */

export type Fault =
  /** The server says no. Nothing takes effect. */
  | {
      readonly kind: 'answer';
      readonly code: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, number>>;
    }
  /** A proxy's page instead of JSON. Nothing takes effect. */
  | { readonly kind: 'page'; readonly code: number }
  /** The connection dies before the call is taken, or after it took effect, or in the middle of the answer. */
  | { readonly kind: 'lost-before' | 'lost-after' | 'cut' }
  /** The call takes effect and is never answered. */
  | { readonly kind: 'hang' };

export type FaultRule = {
  /** A method's name, or '*' for any but getUpdates. */
  readonly method: string;
  readonly fault: Fault;
  readonly chatId?: number;
  /** How many matching calls pass first (default 0), and how many are hit (default 1). */
  readonly skip?: number;
  readonly times?: number;
};

export const tooMany = (seconds: number): Fault => ({
  kind: 'answer',
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});
export const serverError: Fault = { kind: 'answer', code: 500, description: 'Internal Server Error' };
export const badGateway: Fault = { kind: 'page', code: 502 };
export const unparsable: Fault = {
  kind: 'answer',
  code: 400,
  description: 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
};

export class Faults {
  readonly #rules: { rule: FaultRule; skip: number; left: number }[] = [];

  /** Adds a rule; rules are tried in the order they were added. */
  add(rule: FaultRule): void {
    this.#rules.push({ rule, skip: rule.skip ?? 0, left: rule.times ?? 1 });
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** The fault to play for this call, or null. Counts the call. */
  next(method: string, chatId: number | null): Fault | null {
    for (const entry of this.#rules) {
      const { rule } = entry;
      const named = rule.method === method || (rule.method === '*' && method !== 'getUpdates');
      if (!named || entry.left === 0 || (rule.chatId !== undefined && rule.chatId !== chatId)) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      return rule.fault;
    }
    return null;
  }
}
