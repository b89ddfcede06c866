import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUtf8, utf8Bytes } from './split.js';

describe('splitUtf8', () => {
  it.each<[text: string, max: number, parts: string[]]>([
    ['', 10, ['']],
    ['断网', 6, ['断网']],
    ['断网了', 6, ['断网', '了']],
    ['断网\n修好', 12, ['断网', '修好']],
    ['断网\n\n修好', 12, ['断网', '修好']],
    ['a𠮷b', 4, ['a', '𠮷', 'b']],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 30, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
  ])('%j in %d bytes', (text, max, parts) => {
    expect(splitUtf8(text, max)).toEqual(parts);
  });

  it('cuts a character that is larger than the limit in code points', () => {
    const parts = splitUtf8(`a${'\u0301'.repeat(20)}`, 8);
    expect(parts.every((part) => utf8Bytes(part) <= 8)).toBe(true);
    expect(parts.join('')).toBe(`a${'\u0301'.repeat(20)}`);
  });

  it('keeps every part within the limit, no part empty, and loses nothing but the breaks it cuts at', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '通', '𠮷', 'é', '\n', '👍🏽'), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (whole, max) => {
        const parts = splitUtf8(whole, max);
        const bare = (words: string): string => words.replaceAll('\n', '');
        expect(parts.every((part) => utf8Bytes(part) <= max)).toBe(true);
        expect(parts.map(bare).join('')).toBe(bare(whole));
        if (parts.length > 1) expect(parts).not.toContain('');
        // Half a character would come back from UTF-8 as another one.
        expect(parts.every((part) => Buffer.from(part, 'utf8').toString('utf8') === part)).toBe(true);
      }),
    );
  });
});
