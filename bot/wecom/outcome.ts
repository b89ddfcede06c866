import type { SendOutcome } from '../gateway.js';

/**
 * Whatever became of a command → SendOutcome. Pure. Decides by code, never by `errmsg` (channels.md A.11), and lets no text of
 * the platform into a reason: `errmsg` holds addresses (B), an error of axios the key.
 */

/** slow: not now, and nothing else in that lane either. again: not now. dead: never as it is. */
type Rule = { readonly then: 'slow' | 'again' | 'dead'; readonly why: string };

/** A.11, B and I, with what to do. */
const RULES: Readonly<Record<number, Rule>> = {
  [-1]: { then: 'again', why: 'system busy: try again a few times' },
  40001: { then: 'dead', why: 'credentials refused: check the settings' },
  40007: { then: 'dead', why: 'media_id invalid or of another key: upload again' },
  40008: { then: 'dead', why: 'message type not allowed here: a defect of encode' },
  40058: { then: 'dead', why: 'a parameter is wrong or too long: a defect of encode' },
  42014: { then: 'dead', why: 'card task_id invalid or used before: a defect of encode' },
  42045: { then: 'dead', why: 'card without card_action: a defect of encode' },
  44004: { then: 'dead', why: 'empty content: a defect of encode' },
  45002: { then: 'dead', why: 'content too long: a defect of encode' },
  45009: { then: 'slow', why: 'over the call frequency: the lane waits a minute' },
  45033: { then: 'slow', why: 'too many concurrent calls: the lane waits a minute' },
  93000: { then: 'dead', why: 'webhook key unknown or robot removed: check WECOM_WEBHOOK_URL' },
  93001: { then: 'dead', why: 'the bot is not in this chat: invite it' },
  93004: { then: 'dead', why: 'robot disabled: enable it in the group' },
  93006: { then: 'dead', why: 'chat id unknown: check WECOM_CHAT_IDS, letters exact' },
  93008: { then: 'dead', why: 'robot not in the group: add it again' },
  846605: { then: 'again', why: 'req_id used up: the next try is a push' },
  846607: { then: 'slow', why: 'over the rate of the bot channel: the lane waits a minute' },
  846608: { then: 'again', why: 'stream over: the next try is a push' },
  846609: { then: 'again', why: 'not subscribed: the connection is made anew' },
  853000: { then: 'again', why: 'bot id or secret refused: check WECOM_BOT_ID and WECOM_BOT_SECRET' },
};

/** 4xxxx (but 45xxx, limits) are faults of the request, 93xxx of the chat: saying it again changes nothing. */
const isFinal = (errcode: number): boolean =>
  (errcode >= 40_000 && errcode < 50_000 && Math.floor(errcode / 1000) !== 45) ||
  (errcode >= 93_000 && errcode < 94_000);

const SLOW_MS = 60_000;

const retry = (reason: string): SendOutcome => ({ kind: 'retry', reason, afterMs: null, slow: false });
const unknown = (reason: string): SendOutcome => ({ kind: 'unknown', reason });

/** Takes an errcode other than 0; gives the outcome. An unlisted code was refused as well, so nothing was delivered. */
export function outcomeOfCode(errcode: number): SendOutcome {
  const rule: Rule = RULES[errcode] ?? {
    then: isFinal(errcode) ? 'dead' : 'again',
    why: 'refused with an unlisted code',
  };
  const reason = `wecom ${errcode}: ${rule.why}`;
  switch (rule.then) {
    case 'slow':
      return { kind: 'retry', reason, afterMs: SLOW_MS, slow: true };
    case 'again':
      return retry(reason);
    case 'dead':
      return { kind: 'dead', reason };
    default:
      return rule.then satisfies never;
  }
}

/** Takes what the SDK rejected with; gives its errcode, or null where it is not an answer with a code. */
export function errcodeOf(rejection: unknown): number | null {
  if (typeof rejection !== 'object' || rejection === null || rejection instanceof Error) return null;
  const code = 'errcode' in rejection ? rejection.errcode : null;
  return typeof code === 'number' && Number.isInteger(code) ? code : null;
}

/** Takes what the SDK rejected with: the plain frame of an answer, or an Error of its own (A.3.2); gives the outcome. */
export function outcomeOfRejection(rejection: unknown): SendOutcome {
  const errcode = errcodeOf(rejection);
  if (errcode !== null && errcode !== 0) return outcomeOfCode(errcode);
  if (!(rejection instanceof Error)) return unknown('wecom answered without a code');
  const { message } = rejection;
  if (message.startsWith('Reply ack timeout')) return unknown('no acknowledgement within 5 s');
  if (message.endsWith(' cancelled')) return unknown('connection lost before the acknowledgement');
  if (message.startsWith('WebSocket not connected')) return retry('not connected: nothing was sent');
  if (message.includes('exceeds max size')) return retry('too many waiting on one req_id: nothing was sent');
  return unknown('the SDK failed in a way we do not know');
}

/** Whether a reply was refused because its callback can no longer be answered: then a push says it (A.11). */
export function callbackIsOver(rejection: unknown): boolean {
  const errcode = errcodeOf(rejection);
  return errcode === 846_605 || errcode === 846_608;
}

/** Whether the service says that this connection is not subscribed (I). */
export const isNotSubscribed = (rejection: unknown): boolean => errcodeOf(rejection) === 846_609;
