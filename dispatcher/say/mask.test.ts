import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTypedPhone } from '../testing/arbitrary.js';
import { maskPhone, maskPhones } from './mask.js';

describe('telephone numbers among words', () => {
  it.each([
    ['电话13800138001，谢谢', '电话138****8001，谢谢'],
    ['138 0013 8001', '138****8001'],
    ['138-0013-8001', '138****8001'],
    ['138.0013.8001', '138****8001'],
    ['１３８００１３８００１', '138****8001'],
    ['13800138001/13800138002', '138****8001/138****8002'],
    ['010-80541234', '010****1234'],
    ['座机80541234转8', '座机805****1234转8'],
  ])('%s → %s', (typed, shown) => {
    expect(maskPhones(typed)).toBe(shown);
  });

  it.each([
    'TZ-20261123-0017 到场',
    'tz-20261123-0017',
    '等到 2026-11-25 再来',
    '192.168.100.20 不通',
    '302 教室 45 台',
    '0017',
    'VLAN 1024',
  ])('%s stays', (words) => {
    expect(maskPhones(words)).toBe(words);
  });

  it('leaves nothing of a mobile number whole, however it was typed and whatever stands around it', () => {
    const around = fc.constantFrom(
      '',
      '电话',
      '联系人王老师',
      ' ',
      '，',
      '（',
      '202',
      'TZ-20261123-0017 ',
      '2026-11-23 ',
    );
    fc.assert(
      fc.property(around, aTypedPhone, around, (before, phone, after) => {
        const digits = maskPhones(before + phone + after)
          .normalize('NFKC')
          .replace(/[^0-9*]/gu, '');
        expect(digits).not.toMatch(/138001380\d\d|13800138\d{3}/);
      }),
    );
  });

  it('shows nothing of a short one', () => {
    expect(maskPhone('12345')).toBe('****');
  });
});
