/** The fake is only worth what it refuses: its own rules, told by the protocol's (channels.md D, F.4). */
import { Api, GrammyError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finish } from './detect.js';
import { startFakeTelegram } from './fake-telegram.js';
import type { FakeTelegram } from './fake-telegram.js';
import { parseHtml } from './html.js';
import type { FakeUser } from './types.js';

const GROUP = -1;
let now = 0;
let fake: FakeTelegram;
let api: Api;
let wang: FakeUser;

beforeEach(async () => {
  now = 1_764_000_000_000;
  fake = await startFakeTelegram({ now: () => now });
  wang = fake.addUser(5, '王老师', 'teacher_wang');
  fake.addGroup(GROUP, '群', [wang]);
  api = new Api(fake.token, { apiRoot: fake.apiRoot, timeoutSeconds: 5 });
});
afterEach(() => fake.close());

const refusal = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.catch((one: unknown) => one);
  if (!(error instanceof GrammyError)) throw new Error('it was not refused');
  return `${error.error_code} ${error.description}`;
};
const html = { parse_mode: 'HTML' } as const;

describe('sendMessage', () => {
  it('gives rising ids per chat, and records whom it notifies', async () => {
    const first = await api.sendMessage(GROUP, '<a href="tg://user?id=5">王</a> 和 @teacher_wang', html);
    const second = await api.sendMessage(GROUP, '你好');
    expect([first.message_id, second.message_id]).toEqual([1, 2]);
    expect(fake.sent(GROUP).map((message) => fake.notifies(message))).toEqual([[5], []]);
    expect(fake.record.map(({ method, outcome }) => [method, outcome])).toEqual([
      ['sendMessage', 'accepted'],
      ['sendMessage', 'accepted'],
    ]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['empty', () => api.sendMessage(GROUP, '<b> </b>', html), '400 Bad Request: message text is empty'],
    ['too long', () => api.sendMessage(GROUP, 'x'.repeat(4097)), '400 Bad Request: message is too long'],
    ['bad HTML', () => api.sendMessage(GROUP, 'a<x>', html), "400 Bad Request: can't parse entities"],
    ['unknown chat', () => api.sendMessage(-9, 'x'), '400 Bad Request: chat not found'],
    ['not started', () => api.sendMessage(5, 'x'), "403 Forbidden: bot can't initiate conversation with a user"],
    [
      'no such message',
      () => api.sendMessage(GROUP, 'x', { reply_parameters: { message_id: 9 } }),
      '400 Bad Request: message to be replied not found',
    ],
    [
      'data too long',
      () =>
        api.sendMessage(GROUP, 'x', {
          reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '网'.repeat(22) }]] },
        }),
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
  ])('refuses: %s', async (_name, call, expected) => {
    expect(await refusal(call())).toContain(expected);
    expect(fake.sent()).toEqual([]);
    expect(fake.record.at(-1)).toMatchObject({ outcome: 'refused' });
  });

  it('counts the text after the entities are parsed', async () => {
    await api.sendMessage(GROUP, '&lt;'.repeat(4096), html);
    expect(fake.sent()[0]?.text).toHaveLength(4096);
  });
});

describe('edits and presses', () => {
  it('edits own messages, once the same', async () => {
    const keyboard = { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] } };
    const { message_id } = await api.sendMessage(GROUP, 'x', keyboard);
    expect(await refusal(api.editMessageReplyMarkup(GROUP, message_id, keyboard))).toContain('message is not modified');
    await api.editMessageReplyMarkup(GROUP, message_id);
    await api.editMessageText(GROUP, message_id, 'y');
    expect(fake.sent()[0]).toMatchObject({ text: 'y', keyboard: [] });
    const theirs = fake.say({ user: wang, chat: GROUP, text: 'x' });
    expect(await refusal(api.editMessageText(GROUP, theirs.messageId, 'y'))).toContain("can't be edited");
    expect(await refusal(api.editMessageText(GROUP, 99, 'y'))).toContain('not found');
  });

  it('lets a press be answered once, and in time', async () => {
    const message = fake.say({ user: wang, chat: GROUP, text: 'x' });
    const [first, second] = [fake.press(wang, message, 'a'), fake.press(wang, message, 'a')];
    await api.answerCallbackQuery(first, { text: '好' });
    expect(fake.answerTo(first)).toBe('好');
    expect(await refusal(api.answerCallbackQuery(first))).toContain('query is too old');
    now += 150_001;
    expect(await refusal(api.answerCallbackQuery(second))).toContain('query is too old');
  });
});

describe('getUpdates', () => {
  it('keeps updates until a higher offset confirms them', async () => {
    fake.say({ user: wang, chat: GROUP, text: '一' });
    fake.say({ user: wang, chat: GROUP, text: '二' });
    const [one, two] = await api.getUpdates();
    expect((await api.getUpdates()).length).toBe(2);
    expect(await api.getUpdates({ offset: two?.update_id ?? 0 })).toMatchObject([{ message: { text: '二' } }]);
    expect(await api.getUpdates({ offset: one?.update_id ?? 0 })).toHaveLength(1);
    expect(await api.getUpdates({ limit: 1, offset: (two?.update_id ?? 0) + 1 })).toEqual([]);
  });

  it('waits for an update, and lets a second poller end the first', async () => {
    const first = refusal(api.getUpdates({ timeout: 5 }));
    while (!fake.updates.polling) await new Promise((resolve) => setImmediate(resolve));
    const second = api.getUpdates({ timeout: 5 });
    expect(await first).toContain('409 Conflict: terminated by other getUpdates request');
    fake.say({ user: wang, chat: GROUP, text: '一' });
    expect(await second).toHaveLength(1);
  });

  it('is refused while a webhook is set, and with another token', async () => {
    await api.setWebhook('https://bot.example/');
    expect(await refusal(api.getUpdates())).toContain("409 Conflict: can't use getUpdates");
    await api.deleteWebhook();
    expect(await api.getUpdates()).toEqual([]);
    expect(await refusal(new Api('1:x', { apiRoot: fake.apiRoot }).getMe())).toBe('401 Unauthorized');
  });

  it('withholds what privacy mode withholds', async () => {
    fake.privacy = true;
    const { message_id: replyTo } = await api.sendMessage(GROUP, 'x');
    for (const text of ['听不见', '/help', '@xiaotong_bot 在吗']) fake.say({ user: wang, chat: GROUP, text });
    fake.say({ user: wang, chat: GROUP, text: '回复', replyTo });
    fake.say({ user: wang, text: '私聊' });
    const texts = (await api.getUpdates()).map((update) => update.message?.text);
    expect(texts).toEqual(['/help', '@xiaotong_bot 在吗', '回复', '私聊']);
    expect((await api.getMe()).can_read_all_group_messages).toBe(false);
  });
});

describe('files', () => {
  it('takes uploads and file ids, and gives the bytes back', async () => {
    const sent = await api.sendPhoto(GROUP, new InputFile(Buffer.from([0, 13, 10, 45, 45, 255]), '图.png'), {
      caption: '机房',
    });
    const id = sent.photo.at(-1)?.file_id ?? '';
    await api.sendDocument(GROUP, id);
    expect(fake.sent().map(({ media, text }) => [media?.kind, media?.file.name, text])).toEqual([
      ['photo', '图.png', '机房'],
      ['document', '图.png', ''],
    ]);
    const { file_path } = await api.getFile(id);
    const response = await fetch(`${fake.apiRoot}/file/bot${fake.token}/${file_path ?? ''}`);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 13, 10, 45, 45, 255]);
    expect(await refusal(api.sendDocument(GROUP, 'nonsense'))).toContain('wrong file identifier');
  });
});

describe('words', () => {
  const nobody = (): null => null;
  it.each(['<b>x', 'x</b>', '<b><i>x</b></i>', 'a < b', '<b', '<font>x</font>'])('refuses the HTML %j', (text) => {
    expect(() => parseHtml(text, nobody)).toThrow(/can't parse entities/);
  });

  it('reads HTML, and drops a link to a person nobody knows', () => {
    const text = '<b>粗</b> &amp; &#60;&nope; <a href="tg://user?id=9">人</a><a href="http://x.cn/?a&amp;b">l</a>';
    expect(parseHtml(text, nobody)).toEqual({
      text: '粗 & <&nope; 人l',
      entities: [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'text_link', offset: 13, length: 1, url: 'http://x.cn/?a&b' },
      ],
    });
  });

  it.each([
    ['看 @teacher_wang', 'mention'],
    ['www.tzjy.cn', 'url'],
    ['http://10.0.0.1/a', 'url'],
    ['10.0.0.1', 'url'],
    ['a@b.cn', 'email'],
    ['/help', 'bot_command'],
  ])('finds in %j a %s, and nothing inside code', (text, type) => {
    expect(finish({ text, entities: [] }).entities.map((entity) => entity.type)).toEqual([type]);
    const code = { type: 'code', offset: 0, length: text.length };
    expect(finish({ text, entities: [code] }).entities).toEqual([code]);
  });
});
