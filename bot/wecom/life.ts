import type { OpenSession, Session, SessionEnd } from './session.js';
import type { Timings } from './options.js';

/** One connection from its opening to its end, with the watchdogs that the SDK lacks (channels.md A.3.7, A.9). */

export type LifeEnd =
  | SessionEnd
  /** Opened, but the subscription was never answered. */
  | { readonly kind: 'mute' }
  /** Subscribed and alive, but no callback for too long. */
  | { readonly kind: 'deaf' }
  /** We ended it: the service does not know the subscription any more, or the process stops. */
  | { readonly kind: 'dropped'; readonly why: 'not-subscribed' | 'stopping' };

export type LifeHooks = {
  up(session: Session): void;
  frame(frame: unknown, session: Session): void;
};

export type Life = {
  /** Never rejects. When it resolves, the socket is closed, or was given up after `closeGuardMs`. */
  readonly ended: Promise<LifeEnd>;
  drop(why: 'not-subscribed' | 'stopping'): void;
};

/** Opens a connection and watches over it until it ends, by itself or by a watchdog. */
export function live(open: OpenSession, timings: Timings, hooks: LifeHooks): Life {
  let over: LifeEnd | null = null;
  let isUp = false;
  let settle: (end: LifeEnd) => void = () => undefined;
  const ended = new Promise<LifeEnd>((resolve) => {
    settle = resolve;
  });
  let watchdog: NodeJS.Timeout | undefined;
  const watch = (ms: number | null, kind: 'mute' | 'deaf'): void => {
    clearTimeout(watchdog);
    if (ms !== null) watchdog = setTimeout(() => finish({ kind }), ms);
  };

  // By us: the end of the socket is waited for, so that two connections of one bot never overlap (A.3.10).
  const finish = (end: LifeEnd): void => {
    if (over) return;
    over = end;
    clearTimeout(watchdog);
    watchdog = setTimeout(() => settle(end), timings.closeGuardMs);
    session.close();
  };

  const session: Session = open({
    up() {
      if (over) return;
      isUp = true;
      watch(timings.silenceMs, 'deaf');
      hooks.up(session);
    },
    frame(frame) {
      if (isUp && !over) watch(timings.silenceMs, 'deaf');
      hooks.frame(frame, session); // also after the end: the platform will not send it again
    },
    end(end) {
      clearTimeout(watchdog);
      over ??= end;
      settle(over);
    },
  });
  if (!over) watch(timings.handshakeMs + timings.authMs, 'mute');
  return { ended, drop: (why) => finish({ kind: 'dropped', why }) };
}
