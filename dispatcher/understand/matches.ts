/** Every match of a pattern, without the copy of the pattern that `matchAll` makes at each call: it costs more than a short text. */

/**
 * The matches in order, as `text.matchAll(pattern)` gives them. `pattern`: with the flag g, without u or y. All are found before the
 * first is given, so that the pattern is at rest again and may be asked of another text meanwhile.
 */
export const matchesOf = (pattern: RegExp, text: string): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
};
