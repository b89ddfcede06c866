import { describe, expect, it } from 'vitest';
import type { ChatRef } from '../gateway.js';
import { createChats } from './chats.js';

const group = (id: string): ChatRef => ({ channel: 'telegram', kind: 'group', id });
const codes: unknown[] = [];
const note = (fields: object): void => void codes.push((fields as { code: string }).code);
const logger = { debug: note, info: note, warn: note, error: note };

describe('createChats', () => {
  it('serves every group without a list, the listed ones with it, and direct chats always', () => {
    expect(createChats([], logger).serves(group('-1'))).toBe(true);
    const chats = createChats(['-1'], logger);
    expect(chats.serves(group('-1'))).toBe(true);
    expect(chats.serves({ ...group('5'), kind: 'direct' })).toBe(true);
    codes.length = 0;
    expect([chats.serves(group('-2')), chats.serves(group('-2'))]).toEqual([false, false]);
    expect(codes).toEqual(['TELEGRAM_NOT_SERVED']);
  });

  it('follows a group to its new id, and serves it there', () => {
    const chats = createChats(['-1'], logger);
    codes.length = 0;
    chats.moved('-1', '-1001');
    chats.moved('-1', '-1001');
    expect(codes).toEqual(['TELEGRAM_GROUP_MOVED']);
    expect(chats.whereIs('-1')).toBe('-1001');
    expect(chats.serves(group('-1001'))).toBe(true);
    chats.moved('-7', '-1007');
    expect(chats.serves(group('-1007'))).toBe(false);
  });
});
