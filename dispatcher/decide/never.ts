/**
 * Closes an exhaustive switch: the compiler refuses a missing case. Gives the value back, so that pure code needs no throw.
 */
export const assertNever = (value: never): never => value;
