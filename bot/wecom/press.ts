import { setTimeout as wait } from 'node:timers/promises';
import type { Press, PressAnswer } from '../gateway.js';
import type { Bounded } from './bounded.js';
import { answeredCard, retiredCard, type ButtonCard } from './card.js';
import type { Decoded } from './decode.js';
import type { Clock, Logger, Timings } from './options.js';
import type { Session } from './session.js';

/** Answers one press by updating its card: the only answer its req_id takes, within 5 s (channels.md A.6). */

export type PressPorts = {
  readonly cards: Bounded<ButtonCard>;
  readonly onPress: (press: Press) => Promise<PressAnswer>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timings: Pick<Timings, 'pressMs'>;
};

/** Shown where the handler failed: nothing was decided, and the buttons stay. */
const FAILED: PressAnswer = { toast: '没有记下，请再点一次，或直接回复文字', retire: false };

/**
 * Takes a press and the connection it came over; asks the handler, and shows its answer on the card: to everybody where the
 * buttons go away, to the presser alone where they stay. An answer later than `pressMs` is shown nowhere. Never rejects.
 */
export async function answerPress(
  ports: PressPorts,
  pressed: Decoded & { kind: 'press' },
  session: Session,
): Promise<void> {
  const { press, reqId, taskId } = pressed;
  const { logger } = ports;
  const inTime = new AbortController();
  try {
    const answering = ports.onPress(press).catch((error: unknown) => {
      logger.error({ pressId: press.pressId, error: nameOf(error) }, 'wecom: a press could not be handled');
      return FAILED;
    });
    const answer = await Promise.race([answering, wait(ports.timings.pressMs, null, { signal: inTime.signal })]);
    if (answer === null) {
      logger.warn({ pressId: press.pressId }, 'wecom: a press was handled too late, its card stays as it is');
      await answering;
      return;
    }
    const sent = taskId === null ? null : ports.cards.get(taskId, ports.clock.now());
    if (taskId !== null && answer.retire)
      await session.updateCard(reqId, retiredCard(taskId, sent, answer.toast), null);
    else if (sent) await session.updateCard(reqId, answeredCard(sent, answer.toast), press.from.id);
  } catch (error) {
    logger.warn({ pressId: press.pressId, error: nameOf(error) }, 'wecom: the card of a press could not be changed');
  } finally {
    inTime.abort();
  }
}

/** The class of an error, or the errcode of a frame: a text may hold what people wrote. */
export function nameOf(error: unknown): string {
  if (error instanceof Error) return error.name;
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'errcode') : null;
  return typeof code === 'number' ? `errcode ${code}` : 'unknown';
}
