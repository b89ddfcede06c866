import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '../gateway.js';

/** What an error of a call means for the message (channels.md D.8). Pure; no text of an error is passed on: it may hold the URL. */

export type Failure =
  | { readonly kind: 'outcome'; readonly outcome: Exclude<SendOutcome, { kind: 'sent' }> }
  /** The group has a new id: send there. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Our HTML is at fault: send it plain. */
  | { readonly kind: 'html-refused' }
  /** An edit that changes nothing: it is as we want it. */
  | { readonly kind: 'unchanged' };

/** The whole lane waits so long where the token is refused: no message can pass, and none is at fault. */
const REFUSED_MS = 60_000;
/** Where the server says to wait without saying how long. */
const WAIT_MS = 5_000;

/** The connection was never made, so nothing was sent. A reset or a timeout may have come after the request. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Takes whatever a call threw; gives what to do. Anything unheard of is `unknown`: it may have arrived. */
export function readFailure(error: unknown): Failure {
  if (error instanceof GrammyError) return readRefusal(error);
  if (!(error instanceof HttpError)) return unknown('an unexpected error while sending: see the log');
  const cause = networkCause(error);
  if (NEVER_LEFT.has(cause)) return retry(`no connection to the Bot API (${cause})`, null, false);
  return unknown(`the answer was lost (${cause}): it may have arrived`);
}

function readRefusal({ error_code: code, description, parameters }: GrammyError): Failure {
  const words = description.replace(/^(Bad Request|Forbidden): /, '');
  if (code >= 500) return unknown(`the Bot API failed (${code}): it may have arrived`);
  switch (code) {
    case 400:
      return readBadRequest(words, parameters.migrate_to_chat_id);
    case 401:
    case 404:
      return retry(`the token is refused (${code}): set TELEGRAM_BOT_TOKEN to what BotFather gives`, REFUSED_MS, true);
    case 403:
      return dead(`may not write there: ${words}. The person must press Start, or the bot be added to the group again`);
    case 409:
      return retry('conflict with another use of the bot', WAIT_MS, false);
    case 429:
      return retry(
        'too many requests',
        parameters.retry_after === undefined ? WAIT_MS : parameters.retry_after * 1000,
        true,
      );
    default:
      return dead(`refused (${code}): ${words}`);
  }
}

function readBadRequest(words: string, movedTo: number | undefined): Failure {
  if (movedTo !== undefined) return { kind: 'moved', to: String(movedTo) };
  if (words.startsWith('message is not modified')) return { kind: 'unchanged' };
  if (words.startsWith("can't parse entities")) return { kind: 'html-refused' };
  if (words.startsWith('chat not found')) {
    return dead('chat not found: check TELEGRAM_CHAT_IDS, and that the bot is in the group');
  }
  return dead(`refused: ${words}`);
}

/** A word for why the network failed, safe to log: a system code, or what kind of trouble it was. */
export function networkCause({ error }: HttpError): string {
  if (typeof error !== 'object' || error === null) return 'unknown cause';
  if ('code' in error && typeof error.code === 'string' && /^[A-Z0-9_]+$/.test(error.code)) return error.code;
  if ('type' in error && error.type === 'invalid-json') return 'the answer was no JSON';
  return 'no answer in time';
}

const retry = (reason: string, afterMs: number | null, slow: boolean): Failure => ({
  kind: 'outcome',
  outcome: { kind: 'retry', reason, afterMs, slow },
});
const dead = (reason: string): Failure => ({ kind: 'outcome', outcome: { kind: 'dead', reason } });
const unknown = (reason: string): Failure => ({ kind: 'outcome', outcome: { kind: 'unknown', reason } });
