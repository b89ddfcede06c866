/**
 * The files whose two thirds the rules were written with. There the rules are right far more often than with a new writer, so that what
 * their answer is worth must be learnt elsewhere. Who works on a file's misses adds its letter.
 */
export const SEEN: ReadonlySet<string> = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
