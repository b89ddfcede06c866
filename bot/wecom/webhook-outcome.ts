import { z } from 'zod';
import type { SendOutcome } from '../gateway.js';
import { outcomeOfCode } from './outcome.js';

/** What the webhook's HTTP answer means (channels.md B). Pure. */

/** An answer that came, or the code and system call of an error that came instead (never its text: it holds the key). */
export type WebhookAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'failed'; readonly code: string | null; readonly syscall: string | null };

const verdict = z.object({ errcode: z.number().int(), errmsg: z.string().catch('') });

/** No connection came about, or the robot's host could not prove who it is: nothing can have been posted. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
]);

const retry = (reason: string): SendOutcome => ({ kind: 'retry', reason, afterMs: null, slow: false });
const unknown = (reason: string): SendOutcome => ({ kind: 'unknown', reason });

/** Takes an answer; gives the outcome. HTTP 200 is no success: the code in the body decides. */
export function webhookOutcome(answer: WebhookAnswer): SendOutcome {
  if (answer.kind === 'failed') return ofFailure(answer.code, answer.syscall);
  const { status } = answer;
  if (status === 429)
    return { kind: 'retry', reason: 'webhook HTTP 429: the lane waits a minute', afterMs: 60_000, slow: true };
  if (status === 503) return retry('webhook HTTP 503: not taken');
  // A proxy's 500, 502 or 504 does not say whether the service behind it had taken the message.
  if (status >= 500) return unknown(`webhook HTTP ${status}`);
  if (status !== 200) return { kind: 'dead', reason: `webhook HTTP ${status}: check WECOM_WEBHOOK_URL` };
  const found = parse(answer.body);
  if (!found) return unknown('webhook answered something that is not its JSON');
  if (found.errmsg.startsWith('Warning: wrong json format')) {
    return { kind: 'dead', reason: 'webhook: wrong JSON format, a defect of encode' };
  }
  return found.errcode === 0 ? { kind: 'sent', messageId: null } : outcomeOfCode(found.errcode);
}

function ofFailure(code: string | null, syscall: string | null): SendOutcome {
  const never =
    code !== null &&
    (NEVER_SENT.has(code) || syscall === 'connect' || code.startsWith('ERR_TLS') || code.startsWith('CERT_'));
  return never ? retry(`webhook not reached (${code})`) : unknown(`webhook answer lost (${code ?? 'no code'})`);
}

function parse(body: string): z.infer<typeof verdict> | null {
  try {
    return verdict.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
