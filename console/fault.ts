import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is said to a client that asked wrongly: a code for programs, a sentence with the cure for people. */
export type Fault = { readonly code: string; readonly message: string; readonly field?: string };

/** A refusal of the console: thrown in a route, answered by `answerFault`. */
export class ConsoleError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly fault: Fault,
  ) {
    super(fault.message);
  }
}

/** Answers {error: {code, field?, message}} with the status. */
export function fail(c: Context, status: ContentfulStatusCode, fault: Fault): Response {
  return c.json({ error: fault }, status);
}

/** Reads a refusal out of whatever a port rejected with: an error that carries a string `code`; null for any other failure. */
export function refusalOf(error: unknown): Fault | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  // Errors of the machine (ECONNREFUSED, ER_LOCK_DEADLOCK, 57P01) carry codes too; refusals are in small letters.
  if (!/^[a-z]+(-[a-z]+)*$/.test(error.code)) return null;
  const field = 'field' in error && typeof error.field === 'string' ? error.field : null;
  return { code: error.code, message: error.message, ...(field === null ? {} : { field }) };
}
