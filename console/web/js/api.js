/**
 * The console's API. A refusal is thrown as an Error whose message is a sentence for people.
 * @import { WirePerson, WireSample } from '../../wire.js'
 */

const TIMEOUT_MS = 20_000;

/**
 * @param {string} path
 * @param {object} [body] posts it, where given
 * @returns {Promise<any>}
 */
async function call(path, body) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new Error('没有连上服务，请确认程序还在运行，再试一次。');
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Error(answer?.error?.message ?? `服务出错了（${response.status}），请稍后再试。`);
}

/** @param {{ from: string, text: string, chat: 'group' | 'direct', replyTo?: string, id: string }} message */
export const post = (message) => call('/api/playground/messages', message);

/**
 * @param {{ from: string, message: string, button: string }} press
 * @returns {Promise<{ toast: string }>}
 */
export const press = (press) => call('/api/playground/presses', press);

/** @param {number} advanceMs @returns {Promise<{ now: string }>} */
export const advance = (advanceMs) => call('/api/playground/clock', { advanceMs });

/** @returns {Promise<readonly WirePerson[]>} */
export const people = async () => (await call('/api/people')).people;

/** @returns {Promise<readonly WireSample[]>} */
export const samples = async () => (await call('/api/samples')).samples;
