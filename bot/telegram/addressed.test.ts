import { describe, expect, it } from 'vitest';
import { readAddress } from './addressed.js';
import type { TelegramEntity } from './updates.js';

const me = { id: 7, username: 'xiaotong_bot', can_read_all_group_messages: true };
const at = (raw: string, words: string, type: string, more: Partial<TelegramEntity> = {}): TelegramEntity => ({
  type,
  offset: raw.indexOf(words),
  length: words.length,
  user: undefined,
  ...more,
});
const read = (raw: string, ...entities: TelegramEntity[]) => readAddress(raw, entities, me, '小通');
const wang = { id: 5, is_bot: false, first_name: '王', last_name: undefined, username: undefined };

describe('readAddress', () => {
  const username = (raw: string) => read(raw, at(raw, '@XiaoTong_bot', 'mention'));

  it.each([
    ['@XiaoTong_bot 三楼断网', '三楼断网'],
    ['三楼断网 @XiaoTong_bot', '三楼断网'],
    ['😀 请 @XiaoTong_bot 看一下', '😀 请 看一下'],
    ['第一行\n@XiaoTong_bot\n第三行', '第一行\n\n第三行'],
    ['@XiaoTong_bot', ''],
  ])('takes the @ of the bot out of %j', (raw, text) => {
    expect(username(raw)).toEqual({ text, addressed: true, mentions: [] });
  });

  it('takes a link to the bot out, wherever it stands in UTF-16', () => {
    const raw = '👩‍👩‍👧‍👦 小通 机器人 看看';
    expect(read(raw, at(raw, '小通 机器人', 'text_mention', { user: { ...wang, id: 7 } }))).toEqual({
      text: '👩‍👩‍👧‍👦 看看',
      addressed: true,
      mentions: [],
    });
  });

  it('names the others, by id or by username, once each, and leaves their words', () => {
    const raw = '王 和 @li_si 和 @li_si';
    const entities = [
      at(raw, '王', 'text_mention', { user: wang }),
      at(raw, '@li_si', 'mention'),
      { ...at(raw, '@li_si', 'mention'), offset: raw.lastIndexOf('@') },
    ];
    expect(read(raw, ...entities)).toEqual({ text: raw, addressed: false, mentions: ['5', '@li_si'] });
  });

  it.each([
    ['/help', '/help', true],
    ['/help@xiaotong_bot 怎么用', '/help 怎么用', true],
    ['/help@other_bot', '/help@other_bot', false],
  ])('a command counts unless it is for another bot: %j', (raw, text, addressed) => {
    const command = raw.split(' ')[0] ?? '';
    expect(read(raw, at(raw, command, 'bot_command'))).toEqual({ text, addressed, mentions: [] });
  });

  it.each([
    ['小通，三楼断网', '小通，三楼断网', true],
    ['小通知道吗', '小通知道吗', true],
    ['@小通 三楼断网', '三楼断网', true],
    ['看一下＠小通', '看一下', true],
    ['小通知：明天停网', '小通知：明天停网', false],
    ['@小通州 你好', '@小通州 你好', false],
    ['问问小通吧', '问问小通吧', false],
    ['三楼断网', '三楼断网', false],
  ])('the name at the start, or typed after an @: %j', (raw, text, addressed) => {
    expect(read(raw)).toEqual({ text, addressed, mentions: [] });
  });
});
