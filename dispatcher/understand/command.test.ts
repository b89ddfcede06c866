import { describe, expect, it } from 'vitest';
import { commandIn } from './command.js';

const AMONG = { addressed: false, role: 'reporter' } as const;
const TO_BOT = { addressed: true, role: 'reporter' } as const;
const STAFF = { addressed: true, role: 'lead' } as const;

describe('a command', () => {
  it.each([
    ['帮助', 'help'],
    ['小通 帮助', 'help'],
    ['进度', 'progress'],
    ['我的工单', 'mine'],
    ['待接单', 'waiting'],
    ['今日汇总', 'today'],
    ['值班', 'duty'],
    ['今天谁值班？', 'duty'],
    ['现在谁值班', 'duty'],
    ['值班的师傅是谁', 'duty'],
    ['查一下进度', 'progress'],
    ['查一下我的工单', 'mine'],
    ['今天汇总一下', 'today'],
    ['汇总一下今天的', 'today'],
  ])('%s is %s, wherever it stands alone', (text, command) => {
    expect(commandIn(text, AMONG)).toBe(command);
  });

  it.each([
    ['你会干什么', 'help'],
    ['你能干啥呀', 'help'],
    ['小通能干嘛', 'help'],
    ['你会啥', 'help'],
    ['怎么用', 'help'],
    ['怎么用你', 'help'],
    ['你都能做些什么', 'help'],
    ['有什么功能', 'help'],
    ['你是谁', 'help'],
    ['怎么报修', 'help'],
    ['你好', 'hello'],
    ['小通在吗？', 'hello'],
    ['我报的单子', 'mine'],
    ['我手上还有几单', 'mine'],
    ['我还有哪些没办完的单子', 'mine'],
  ])('%s is %s where the bot is spoken to', (text, command) => {
    expect(commandIn(text, TO_BOT)).toBe(command);
    expect(commandIn(text, AMONG)).toBeNull();
  });

  it.each([
    ['还有哪些单没人接', 'waiting'],
    ['没人接的单', 'waiting'],
    ['谁没接单', 'waiting'],
    ['今天一共来了多少单', 'today'],
    ['今天情况怎么样', 'today'],
    ['总结一下今天的工作', 'today'],
  ])('%s is %s of staff', (text, command) => {
    expect(commandIn(text, STAFF)).toBe(command);
  });

  it.each([
    '三楼进度很慢',
    '帮助老师看下打印机',
    '值班室没网',
    '我们学校断网了',
    '',
    '今天汇总表打不开',
    '没人接',
    '今天怎么样了',
    '我还有活',
    '我有任务',
    '打印机怎么用',
    '我的活',
    '没人接电话',
    '什么时候能用',
    '还有什么单位没网',
  ])('%s is none', (text) => {
    expect(commandIn(text, TO_BOT)).toBeNull();
  });

  it.each(['我还有活', '在', '好的', '我的活', '今天去不了', '没人', '活还没干完'])('%s of staff is none', (text) => {
    expect(commandIn(text, STAFF)).toBeNull();
  });
});
