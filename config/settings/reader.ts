/** Takes settings out of the environment and notes what is wrong with them. Values are never repeated: they may be secrets. */
import type { Env } from '../env.js';
import type { Fault } from '../fault.js';

export class SettingsReader {
  readonly faults: Fault[] = [];

  constructor(private readonly env: Env) {}

  /** The value, or null where it is not set. */
  text(name: string): string | null {
    return this.env[name] ?? null;
  }

  fault(name: string, problem: string, cure: string): void {
    this.faults.push({ file: 'environment', line: null, field: name, problem, cure });
  }

  /** One of several words. */
  word<W extends string>(name: string, words: readonly W[], otherwise: W): W {
    const value = this.text(name);
    if (value === null) return otherwise;
    const known = words.find((word) => word === value);
    if (known === undefined) this.fault(name, 'This word is not known here.', `Use one of: ${words.join(', ')}.`);
    return known ?? otherwise;
  }

  /** An address with one of these schemes (`mysql:`); null where it is not set or not right. */
  url(name: string, schemes: readonly string[], example: string): URL | null {
    const value = this.text(name);
    if (value === null) return null;
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed !== null && schemes.includes(parsed.protocol) && parsed.hostname !== '') return parsed;
    const problem = parsed === null ? 'This is no address.' : 'This kind of address does not fit here.';
    this.fault(name, problem, `Write it like ${example} (a password's special characters %-encoded).`);
    return null;
  }

  /** Words between commas, without blanks and doubles. */
  list(name: string): readonly string[] {
    const words = (this.text(name) ?? '').split(/[,，;；]/).map((word) => word.trim());
    return [...new Set(words.filter((word) => word !== ''))];
  }

  /** Names that are set among these. */
  given(names: readonly string[]): readonly string[] {
    return names.filter((name) => this.text(name) !== null);
  }

  /** Names of the environment that begin like this. */
  beginning(prefix: string): readonly string[] {
    return Object.keys(this.env).filter((name) => name.startsWith(prefix));
  }
}
