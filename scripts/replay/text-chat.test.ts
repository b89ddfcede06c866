import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../dispatcher/testing/time.js';
import { readTextChat } from './text-chat.js';

const START = at('2026-11-21 15:00');
const read = (lines: readonly string[], names: readonly string[] = []) => readTextChat(lines.join('\n'), START, names);
const told = (chat: ReturnType<typeof read>) =>
  chat.messages.map(({ line, at: when, from, text }) => [line, when, from.name, text]);

describe('readTextChat', () => {
  it('reads the three manners, also mixed, with several lines and pictures', () => {
    const chat = read([
      '2026-11-22 10:42:11 王老师',
      '三楼断网',
      '电话 13800138001',
      '[图片]',
      '',
      '赵高斌 2026-11-22 10:43',
      '收到',
      '王老师(zjw-wang) 10:50',
      '怎么还没来',
    ]);
    expect(told(chat)).toEqual([
      [1, at('2026-11-22 10:42:11'), '王老师', '三楼断网\n电话 13800138001'],
      [6, at('2026-11-22 10:43'), '赵高斌', '收到'],
      [8, at('2026-11-22 10:50'), '王老师', '怎么还没来'],
    ]);
    expect(chat.messages.map((m) => m.media)).toEqual([1, 0, 0]);
    expect(chat.bad).toEqual([]);
  });

  it('takes the day from rules, from the start, and past midnight', () => {
    const chat = read(['王老师 23:58', 'a', '', '李老师 00:03', 'b', '—— 2026-12-01 ——', '王老师 08:00', 'c']);
    expect(chat.messages.map((m) => m.at)).toEqual([
      at('2026-11-21 23:58'),
      at('2026-11-22 00:03'),
      at('2026-12-01 08:00'),
    ]);
  });

  it('takes a line of talk that looks like a head for talk, unless the name is known', () => {
    const lines = ['王老师(w) 10:42', '会议 14:30', '赵高斌 10:50', '收到'];
    expect(told(read(lines, ['赵高斌'])).map(([line]) => line)).toEqual([1, 3]);
    expect(told(read(lines)).map(([line]) => line)).toEqual([1]);
  });

  it('takes a manner that hardly occurs for pasted words', () => {
    const many = Array.from({ length: 30 }, (_, n) => [`2026-11-22 10:${String(n + 10)} 王老师`, '在']).flat();
    const chat = read([...many, '故障时间 2026-11-22 10:42', '2026-11-22 11:00 王老师', '好']);
    expect(chat.messages).toHaveLength(31);
    expect(chat.messages[29]?.text).toBe('在\n故障时间 2026-11-22 10:42');
  });

  it('counts what the platform says, and keeps it out of the words', () => {
    const chat = read(['王老师 2026-11-22 10:42', '断网', '"李老师"撤回了一条消息', '张三邀请李四加入了群聊']);
    expect([chat.notices, chat.messages[0]?.text]).toEqual([2, '断网']);
  });

  it('names bad lines: words before the first head, and times that do not exist', () => {
    const chat = read([
      '群聊记录',
      '',
      '2026-11-22 10:42 王老师',
      'a',
      '2026-02-30 10:42 李老师',
      'b',
      '2026-11-22 24:01 李老师',
      'c',
    ]);
    expect(chat.bad.map((one) => one.line)).toEqual([1, 5, 7]);
    expect(chat.messages.map((m) => m.at)).toEqual(Array(3).fill(at('2026-11-22 10:42')));
  });

  it('reads lines however they end', () => {
    const chat = readTextChat('王老师 2026-11-22 10:42\r\n断网\r\r李老师 2026-11-22 10:43\n也断', START, []);
    expect(chat.messages.map((m) => m.text)).toEqual(['断网', '也断']);
  });

  it('never throws, and loses no message', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '王老师 2026-11-22 10:42',
        '2026-99-99 99:99 王',
        '—— 2026-02-31 ——',
        '[图片]',
        '王(a) 1:2',
        '',
        '\u0000',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const chat = read(['李老师 2026-11-22 10:42', ...lines]);
        expect(chat.messages[0]?.line).toBe(1);
        for (const message of chat.messages) expect(Number.isFinite(message.at)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
