import { describe, expect, it } from 'vitest';
import { matchesOf } from './matches.js';

describe('matchesOf', () => {
  it.each([
    [/[,，]|\s+/g, '网断了，两间, 都是'],
    [/(?<n>\d*)/g, '12号楼3层'],
    [/不在/g, '都好'],
  ])('finds with %s what matchAll finds', (pattern, text) => {
    const plain = (all: Iterable<RegExpMatchArray>): unknown =>
      [...all].map((one) => [one.index, [...one], { ...one.groups }]);
    expect(plain(matchesOf(pattern, text))).toEqual(plain(text.matchAll(pattern)));
    expect(matchesOf(pattern, '')).toHaveLength([...''.matchAll(pattern)].length);
  });
});
