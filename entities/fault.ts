/**
 * What went wrong with the store, in a form that may be logged and shown: a code to search for and a cure to follow. Never carries
 * a statement's parameters or a URL, because those hold people's words, numbers and passwords.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  /** `code` in capitals, e.g. `EMBEDDED_IN_USE`; `what` happened; `cure`: what an operator does now. */
  constructor(
    readonly code: string,
    what: string,
    readonly cure: string,
  ) {
    super(`${what} (${code}). ${cure}`);
  }
}
