import { describe, expect, it } from 'vitest';
import { bareIn } from './bare.js';
import { ticketsIn } from './numbers.js';

const bare = (text: string) => bareIn(text, ticketsIn(text));

describe('a bare word', () => {
  it.each([
    ['恢复', 'resume'],
    ['0001 恢复', 'resume'],
    ['tz-20261123-0001 恢复', 'resume'],
    ['继续', 'resume'],
    ['恢复了', 'restored'],
    ['0001 已恢复。', 'restored'],
    ['已经恢复了', 'restored'],
    ['恢复正常', 'restored'],
    ['好了', 'well'],
    ['通了！', 'well'],
    ['0001 好了', 'well'],
    ['是的', 'yes'],
    ['修好了', 'yes'],
  ])('%s is %s', (text, word) => {
    expect(bare(text)).toBe(word);
  });

  it.each(['恢复了，换了光模块', '老师说恢复了', '好的', '收到', '办结', '处理完毕', '恢复施工', '三楼恢复了', ''])(
    '%s is none',
    (text) => {
      expect(bare(text)).toBeNull();
    },
  );
});
