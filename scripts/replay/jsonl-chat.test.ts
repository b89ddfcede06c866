import { expect, it } from 'vitest';
import { at } from '../../dispatcher/testing/time.js';
import { isJsonl, readJsonlChat } from './jsonl-chat.js';

it('reads messages, and names what is none by its line', () => {
  const chat = readJsonlChat(
    [
      '{"at":"2026-11-22 10:42","from":"王老师","text":"断网 [图片]"}',
      '{"at":"2026-11-22T02:43:00Z","from":"赵高斌(zhaogaobin)","text":"收到"}',
      `{"at":${at('2026-11-22 10:44')},"from":"王老师","text":""}`,
      '',
      '{"at":"2026-11-22 10:42","from":"王老师"',
      '{"at":"gestern","from":"王老师","text":"x"}',
      '{"at":"2026-11-22 10:42","text":"x"}',
      '[]',
    ].join('\r\n'),
  );
  expect(chat.messages).toEqual([
    { line: 1, at: at('2026-11-22 10:42'), from: { name: '王老师', id: null }, text: '断网', media: 1 },
    { line: 2, at: at('2026-11-22 10:43'), from: { name: '赵高斌', id: 'zhaogaobin' }, text: '收到', media: 0 },
    { line: 3, at: at('2026-11-22 10:44'), from: { name: '王老师', id: null }, text: '', media: 0 },
  ]);
  expect(chat.bad.map(({ line }) => line)).toEqual([5, 6, 7, 8]);
});

it('is told from text by its first sign', () => {
  expect([isJsonl('\n {"at":1}'), isJsonl('[2026-11-22 10:42] 王')]).toEqual([true, false]);
});
