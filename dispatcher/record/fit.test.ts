import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit } from './fit.js';
import { oddWords } from './testing/words.js';

test('a key that fits stays as it is', () => {
  expect(fit('unit:北京市通州区张家湾中学')).toBe('unit:北京市通州区张家湾中学');
});

test('any key fits its column, may be stored, and stays different from others', () => {
  const long = oddWords(150);
  fc.assert(
    fc.property(long, long, (a, b) => {
      expect(fit(a).length).toBeLessThanOrEqual(191);
      expect(fit(a)).not.toContain('\0');
      expect(fit(fit(a))).toBe(fit(a));
      expect(fit(a) === fit(b)).toBe(a === b);
    }),
  );
  expect(fit('x'.repeat(200))).not.toBe(fit('x'.repeat(201)));
  expect(fit('a\0b')).not.toBe(fit('ab'));
});
