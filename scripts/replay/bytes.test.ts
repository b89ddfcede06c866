import { expect, it } from 'vitest';
import { textOf } from './bytes.js';

it.each([
  ['UTF-8', Buffer.from('断网')],
  ['UTF-8 with its mark', Buffer.from('\uFEFF断网')],
  ['UTF-16', Buffer.from('\uFEFF断网', 'utf16le')],
  ['UTF-16 the other way', Buffer.from('\uFEFF断网', 'utf16le').swap16()],
  ['GBK', Buffer.from([0xb6, 0xcf, 0xcd, 0xf8])],
])('reads %s', (_, bytes) => {
  expect(textOf(bytes)).toBe('断网');
});
