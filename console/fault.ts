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
