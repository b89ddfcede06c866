import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';
import type { Decoded } from './decode.js';

const me = { id: 7, username: 'xiaotong_bot', can_read_all_group_messages: true };
const NOW = 1_764_000_000_000;
const from = { id: 5, is_bot: false, first_name: '王', username: 'teacher_wang' };
const chat = { id: -1001, type: 'supergroup', title: '服务群' };
const base = { message_id: 12, date: 1_764_000_000, chat, from, text: '三楼断网' };

const decoded = (update: object): Decoded => decode({ update_id: 1, ...update }, { me, botName: '小通', now: NOW });
const message = (more: object = {}): Decoded => decoded({ message: { ...base, ...more } });

describe('decode of messages', () => {
  it('reads a plain message of a group', () => {
    expect(message()).toEqual({
      kind: 'message',
      message: {
        chat: { channel: 'telegram', kind: 'group', id: '-1001' },
        messageId: '-1001:12',
        from: { id: '5', name: '王' },
        text: '三楼断网',
        addressed: false,
        mentions: [],
        quote: null,
        attachments: [],
        arrivedAt: NOW,
      },
    });
  });

  it('names a direct chat by its person, and takes everything there as addressed', () => {
    expect(message({ chat: { id: 5, type: 'private' } })).toMatchObject({
      message: { chat: { kind: 'direct', id: '5' }, addressed: true, messageId: '5:12' },
    });
  });

  it.each([
    [{ first_name: '高斌', last_name: '赵' }, '赵高斌'],
    [{ first_name: 'Gaobin', last_name: 'Zhao' }, 'Gaobin Zhao'],
    [{ first_name: '', username: 'gaobin' }, 'gaobin'],
    [{ first_name: '' }, null],
  ])('calls a person %j', (names, name) => {
    expect(message({ from: { id: 5, is_bot: false, ...names } })).toMatchObject({ message: { from: { name } } });
  });

  it('lets an anonymous administrator speak as the group, and other bots not at all', () => {
    const bot = { id: 1087968824, is_bot: true, first_name: 'Group' };
    expect(message({ from: bot, sender_chat: chat })).toMatchObject({
      message: { from: { id: '-1001', name: '服务群' } },
    });
    expect(message({ from: bot })).toMatchObject({ kind: 'ignored' });
  });

  it('reads a reply as a quote, and one to the bot as addressed', () => {
    const reply_to_message = {
      message_id: 9,
      text: 'TZ-20261122-0017',
      from: { id: 7, is_bot: true, first_name: '小通' },
    };
    expect(message({ reply_to_message })).toMatchObject({
      message: { addressed: true, quote: { messageId: '-1001:9', text: 'TZ-20261122-0017', fromBot: true } },
    });
    expect(message({ reply_to_message: { message_id: 9, caption: '图', from } })).toMatchObject({
      message: { addressed: false, quote: { text: '图', fromBot: false } },
    });
    expect(message({ reply_to_message: { ...reply_to_message, forum_topic_created: {} } })).toMatchObject({
      message: { addressed: false, quote: null },
    });
  });

  it.each([
    [{ photo: [{ file_id: 's' }, { file_id: 'l' }] }, { kind: 'image', name: null, ref: 'l' }],
    [{ document: { file_id: 'd', file_name: '报告.docx' } }, { kind: 'file', name: '报告.docx', ref: 'd' }],
    [{ voice: { file_id: 'v' } }, { kind: 'voice', name: null, ref: 'v' }],
    [{ video: { file_id: 'm' } }, { kind: 'video', name: null, ref: 'm' }],
    [{ video_note: { file_id: 'n' } }, { kind: 'video', name: null, ref: 'n' }],
  ])('takes a file with its caption: %j', (media, attachment) => {
    expect(message({ ...media, text: undefined, caption: '机房' })).toMatchObject({
      message: { text: '机房', attachments: [attachment] },
    });
    expect(message({ ...media, text: undefined })).toMatchObject({ message: { text: '', attachments: [attachment] } });
  });

  it('passes an edit as a message of its own, the same edit under the same id', () => {
    const edited = { ...base, text: '四楼断网', edit_date: 1_764_000_060 };
    expect(decoded({ edited_message: edited })).toMatchObject({
      message: { messageId: '-1001:12:1764000060', text: '四楼断网' },
    });
  });

  it('keeps what it can read of a message that is partly something else', () => {
    expect(message({ entities: 'no list', photo: {}, reply_to_message: 7 })).toMatchObject({
      message: { text: '三楼断网', attachments: [], quote: null },
    });
  });

  it('keeps half characters and NUL out, and the places of entities right', () => {
    const raw = 'a\ud800\u0000 @xiaotong_bot b';
    const entities = [{ type: 'mention', offset: 4, length: 13 }];
    expect(message({ text: raw, entities })).toMatchObject({
      message: { text: 'a\ufffd  b'.replace('  ', '  '), addressed: true },
    });
  });

  it('tells of a group that moved, from either side', () => {
    const moved = { kind: 'moved', from: '-5', to: '-1001' };
    expect(message({ migrate_from_chat_id: -5 })).toEqual(moved);
    expect(message({ chat: { id: -5, type: 'group' }, migrate_to_chat_id: -1001 })).toEqual(moved);
  });

  it.each([
    [{ message: { ...base, text: undefined, sticker: {} } }, 'neither words nor a file'],
    [{ message: { ...base, chat: { id: -9, type: 'channel' } } }, 'a channel'],
    [{ message: { ...base, message_id: '12' } }, 'malformed at message.message_id'],
    [{ poll: {} }, 'a type of update that was not asked for'],
  ])('ignores, and says why: %#', (update, reason) => {
    expect(decoded(update)).toEqual({ kind: 'ignored', reason });
  });

  it.each([null, 7, 'x', [], { update_id: 'x' }])('never throws: %j', (update) => {
    expect(decode(update, { me, botName: '小通', now: NOW })).toMatchObject({ kind: 'ignored' });
  });
});

describe('decode of presses', () => {
  const query = { id: 'q1', from, chat_instance: '1', data: 'accept:1', message: { message_id: 12, date: 0, chat } };

  it('reads a press, also under a message too old to be shown', () => {
    expect(decoded({ callback_query: query })).toEqual({
      kind: 'press',
      press: {
        chat: { channel: 'telegram', kind: 'group', id: '-1001' },
        pressId: 'q1',
        from: { id: '5', name: '王' },
        button: 'accept:1',
        messageId: '-1001:12',
        arrivedAt: NOW,
      },
    });
  });

  it('reads a press without its message as from the direct chat', () => {
    expect(decoded({ callback_query: { ...query, message: undefined } })).toMatchObject({
      press: { chat: { kind: 'direct', id: '5' }, messageId: null },
    });
  });

  it('tells a press without data apart: it is still to be answered', () => {
    expect(decoded({ callback_query: { ...query, data: undefined } })).toEqual({ kind: 'stray-press', pressId: 'q1' });
  });
});
