/** One question over HTTP, within its time. Never rejects: whatever happens is an outcome with a code. */

export type Endpoint = {
  /** Whole address of the completions. */
  readonly url: string;
  readonly model: string;
  /** null where the endpoint wants none. */
  readonly apiKey: string | null;
  /** For the whole exchange, the last byte included. */
  readonly timeoutMs: number;
};

export type Asked =
  | { readonly kind: 'body'; readonly body: string }
  | {
      readonly kind: 'failed';
      readonly code: 'ADVISOR_LATE' | 'ADVISOR_UNREACHABLE' | 'ADVISOR_STATUS' | 'ADVISOR_TOO_LONG';
      /** The HTTP status or the system's error code; never an address. */
      readonly detail: number | string | null;
    };

/** Bytes. Labels take a few hundred; whoever sends more is no such endpoint. */
const MOST_BYTES = 64 * 1024;
/** Tokens of the answer. */
const MOST_TOKENS = 200;

/** The body as text, or null where it is longer than it may be. */
const readBody = async (response: Response): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    // Leaving the loop cancels the body, and with it the connection.
    if (size > MOST_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const codeOf = (error: unknown): string | null => {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : null;
};

/** Asks with a system's and a user's words. A redirect is not followed: the key goes where it was meant to go and nowhere else. */
export const ask = async (endpoint: Endpoint, system: string, user: string): Promise<Asked> => {
  const { url, model, apiKey, timeoutMs } = endpoint;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        stream: false,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
      }),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return { kind: 'failed', code: 'ADVISOR_STATUS', detail: response.status };
    }
    const body = await readBody(response);
    return body === null ? { kind: 'failed', code: 'ADVISOR_TOO_LONG', detail: null } : { kind: 'body', body };
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', code: 'ADVISOR_LATE', detail: null };
    return { kind: 'failed', code: 'ADVISOR_UNREACHABLE', detail: codeOf(error) };
  }
};
