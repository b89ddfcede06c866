import type { Where } from './types.js';

/** Scripted faults: by the nth command or by a predicate, never at random. */

export type Script<F> = {
  add(where: Where<Readonly<Record<string, unknown>>>, fault: F): void;
  /** Takes a command; gives the fault that is due for it, and counts it. */
  next(cmd: string, body: Readonly<Record<string, unknown>>): F | null;
  /** What was scripted and never came to pass: a test may look. */
  left(): number;
};

type Line<F> = {
  readonly where: Where<Readonly<Record<string, unknown>>>;
  readonly fault: F;
  seen: number;
  given: number;
};

/** Gives an empty script. */
export function createScript<F>(): Script<F> {
  const lines: Line<F>[] = [];
  const open = (line: Line<F>): boolean => line.given < (line.where.times ?? 1);
  return {
    add: (where, fault) => void lines.push({ where, fault, seen: 0, given: 0 }),
    next(cmd, body) {
      for (const line of lines) {
        const { where } = line;
        if (!open(line) || (where.cmd !== undefined && where.cmd !== cmd) || where.when?.(body) === false) continue;
        line.seen += 1;
        if (line.seen < (where.nth ?? 1)) continue;
        line.given += 1;
        return line.fault;
      }
      return null;
    },
    left: () => lines.filter(open).length,
  };
}
