import { vi } from 'vitest';
import { defaultTimings, type Logger, type Timings } from '../options.js';
import type { Session, SessionEvents } from '../session.js';
import { createSupervisor } from '../supervisor.js';

/** A supervisor over connections that do what the test says. Wants held timers that begin at T0. */

const silent: Logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
export const T0 = 1_790_000_000_000;

/** One opened connection: its events, to be fired by the test, and whether it was closed by us. */
type Opened = { readonly events: SessionEvents; readonly session: Session; closed: boolean };

/** Gives a supervisor at rest, the connections it opened, and what it told; gaps in ms after T0. */
export function setUp(
  over: Partial<Timings> = {},
  mayHold: () => Promise<boolean> = async () => true,
  endsOnClose = true,
) {
  const opened: Opened[] = [];
  const gaps: [number, number][] = [];
  const frames: unknown[] = [];
  const downs = vi.fn();
  const supervisor = createSupervisor({
    open(events) {
      const one: Opened = {
        events,
        closed: false,
        session: {
          reply: () => Promise.resolve(),
          push: () => Promise.resolve(),
          updateCard: () => Promise.resolve(),
          close() {
            one.closed = true;
            if (endsOnClose) queueMicrotask(() => events.end({ kind: 'lost' }));
          },
        },
      };
      opened.push(one);
      return one.session;
    },
    mayHold,
    clock: { now: () => Date.now() },
    logger: silent,
    timings: { ...defaultTimings, ...over },
    onFrame: (frame) => void frames.push(frame),
    onDown: downs,
    onGap: (from, to) => void gaps.push([from - T0, to - T0]),
  });
  const nth = (n: number): Opened => {
    const one = opened[n - 1];
    if (!one) throw new Error(`there is no connection ${n}, only ${opened.length}`);
    return one;
  };
  return { supervisor, opened, gaps, frames, downs, nth };
}

/** Time passes when the test says so. */
export const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
