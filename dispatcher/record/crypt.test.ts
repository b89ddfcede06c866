import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCrypt } from './crypt.js';
import { oddWords } from './testing/words.js';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const crypt = createCrypt(key(1));

describe('telephone numbers', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '1 3 8 0 0 1 3 8 0 0 0',
    '１３８００１３８０００',
    '+86 13800138000',
    '（010）8013 8000',
    '8013800',
    'tel13800138000x',
    '138—0013—8000',
  ])('%s is not to be seen in words or in a phone field', (number) => {
    for (const text of [
      crypt.seal({ text: `电话${number}，谢谢` }),
      crypt.seal({ phone: number }),
      crypt.sealWords(number),
    ]) {
      expect(text.replaceAll(/⟦[^⟧]*⟧/gu, '')).not.toMatch(/[0-9０-９]{3}/);
    }
  });

  test('a short number is sealed where the field says that it is one', () => {
    expect(crypt.seal({ a: [{ phone: '8012' }] })).not.toContain('8012');
    expect(crypt.open(crypt.seal({ a: [{ phone: '8012' }] }))).toEqual({ a: [{ phone: '8012' }] });
  });

  test('ticket numbers, floors and short numbers stay readable', () => {
    const words = '工单 TZ-20261123-0017，三楼 301、302，用时 2 小时 30 分';
    expect(crypt.sealWords(words)).toBe(words);
    expect(crypt.sealWords('TZ-20261123-0017 13800138000')).toMatch(/^TZ-20261123-0017 ⟦tel:/);
  });
});

describe('sealing', () => {
  test('any JSON comes back as it was', () => {
    const words = oddWords();
    const value = fc
      .jsonValue()
      .chain((json) => fc.record({ json: fc.constant(json), words, phone: fc.option(words) }));
    fc.assert(
      fc.property(value, (one) => {
        const plain: unknown = JSON.parse(JSON.stringify(one));
        expect(crypt.open(crypt.seal(one))).toEqual(plain);
        expect(crypt.openWords(crypt.sealWords(one.words))).toBe(one.words);
      }),
    );
  });

  test('the same number is never sealed to the same text', () => {
    expect(crypt.sealPhone('13800138000')).not.toBe(crypt.sealPhone('13800138000'));
  });

  test('a former key opens, the present one seals', () => {
    const old = crypt.seal({ phone: '13800138000' });
    const rotated = createCrypt(key(2), [key(1)]);
    expect(rotated.open(old)).toEqual({ phone: '13800138000' });
    expect(createCrypt(key(2)).open(rotated.seal({ phone: '1' }))).toEqual({ phone: '1' });
  });

  test('another key, a changed seal and a short key are told by code', () => {
    const sealed = crypt.sealPhone('13800138000');
    expect(() => createCrypt(key(2)).openWords(sealed)).toThrow(expect.objectContaining({ code: 'PHONE_KEY_UNKNOWN' }));
    const at = sealed.length - 6;
    const broken = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(() => crypt.openWords(broken)).toThrow(expect.objectContaining({ code: 'PHONE_SEAL_BROKEN' }));
    expect(() => createCrypt(new Uint8Array(16))).toThrow(expect.objectContaining({ code: 'PHONE_KEY_LENGTH' }));
  });
});
