import axios from 'axios';
import type { PingBody } from './encode.js';
import type { WebhookAnswer } from './webhook-outcome.js';

/** Posts to the group's webhook robot. Its address is a secret: no error of axios leaves this file, for it carries it. */

export type Webhook = { post(body: PingBody): Promise<WebhookAnswer> };

/** Takes the whole address and a time limit in ms; gives the webhook. `post` never rejects. */
export function createWebhook(url: string, timeoutMs: number): Webhook {
  return {
    async post(body) {
      try {
        const answer = await axios.post<string>(url, body, {
          // Not axios' own limit: that covers a silent server, but not a slow connect.
          signal: AbortSignal.timeout(timeoutMs),
          responseType: 'text',
          transformResponse: (text: unknown) => (typeof text === 'string' ? text : ''),
          validateStatus: () => true,
          maxRedirects: 0,
          maxContentLength: 64 * 1024,
        });
        return { kind: 'answer', status: answer.status, body: answer.data };
      } catch (error) {
        return {
          kind: 'failed',
          code: word(error, 'code'),
          syscall: word(error, 'syscall') ?? word(cause(error), 'syscall'),
        };
      }
    },
  };
}

const cause = (error: unknown): unknown => (error instanceof Error ? error.cause : null);

/** A field that is a plain code word; anything longer might be an address. */
function word(from: unknown, field: 'code' | 'syscall'): string | null {
  const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, field) : null;
  return typeof value === 'string' && /^\w{1,40}$/.test(value) ? value : null;
}
