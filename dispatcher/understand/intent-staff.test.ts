import { describe, expect, it } from 'vitest';
import type { Context, Facts } from '../model.js';
import { context, reader } from './testing/district.js';

/** The short forms in which engineers move a ticket (issue 2), by what they have before them. */
const read = (text: string, assignment: Context['assignment'], but: Partial<Context> = {}): Facts =>
  reader.understand(text, context({ role: 'engineer', assignment, ...but }));

const ARRIVALS = [
  '已到',
  '到了',
  '到',
  '到校了',
  '到场',
  '在现场了',
  '已在现场',
  '进校了',
  '刚进门',
  '到门口了',
  '已经到了',
  '人到了',
  '我到啦',
  '到楼下了',
  '已达现场',
  '到张家湾了',
  '到漷县中学了',
  '到了到了',
  '已到，在等老师开门',
];

describe('an arrival', () => {
  it.each(ARRIVALS)('%s, of a job that is accepted', (text) => {
    expect(read(text, 'working').intent).toBe('arrive');
  });
  it.each(ARRIVALS)('%s, of a job that is only offered', (text) => {
    expect(read(text, 'offered').intent).toBe('arrive');
  });
  it.each(['快到了', '马上到', '马上到了', '十分钟到', '还没到', '到货了', '路上，快到了', '半小时后到', '快递已到'])(
    '%s is none',
    (text) => {
      expect(read(text, 'working').intent).not.toBe('arrive');
      expect(read(text, 'offered').intent).not.toBe('arrive');
    },
  );
});

describe('of a job that is offered', () => {
  it.each([
    ['又好了，是校内光电转换器，重启了', 'resolve'],
    ['网线松了，插上就好了', 'resolve'],
    ['通了，老师插错口了', 'resolve'],
    ['已恢复，重启了交换机', 'resolve'],
    ['好了我这就去', 'accept'],
    ['弄完这边就过去', 'accept'],
    ['好的，马上去', 'accept'],
    ['路上堵车，半小时到', 'accept'],
    ['崔建超那个给我吧', 'accept'],
    ['光模块坏了，正在换', 'progress'],
    ['先远程看了一下，端口是down的', 'progress'],
    ['收到，正在联系学校', 'progress'],
    ['去不了，在漷县', 'decline'],
  ])('%s is %s', (text, intent) => {
    expect(read(text, 'offered').intent).toBe(intent);
  });
});

describe('of a job at work', () => {
  it.each(['弄完这边就过去', '好了我这就去', '我去学校看看'])('%s does not finish it, nor takes another', (text) => {
    expect(read(text, 'working').intent).toBe('progress');
  });
});

describe('somebody takes what was offered to another', () => {
  const TAKES = [
    '接单',
    '接',
    '我接',
    '那单我接了',
    '崔建超那个给我吧',
    '我来吧',
    '崔建超那个我来吧',
    '漷县中学那个我去',
  ];
  it.each([...TAKES, '我去', '收到，我去', '要不我跑一趟'])('%s, without a job of one’s own', (text) => {
    expect(read(text, 'none').intent).toBe('accept');
  });
  it.each(TAKES)('%s, at work on a job of one’s own', (text) => {
    expect(read(text, 'working').intent).toBe('accept');
  });
  it('names whose job it is', () => {
    expect(read('崔建超那个我来吧', 'none').target).toBe('cuijianchao');
  });
  it.each(['我去吃饭', '我来晚了', '我接个电话', '接孩子去了', '我去不了', '谁接单？', '收到', '马上去'])(
    '%s is talk',
    (text) => {
      expect(read(text, 'none').intent).toBe('chatter');
    },
  );
  it('in words that can mean nothing else it is sure, in others less so', () => {
    expect(read('接单', 'none').confidence).toBeGreaterThanOrEqual(0.8);
    expect(read('我来吧', 'none').confidence).toBeLessThan(0.8);
  });
});
