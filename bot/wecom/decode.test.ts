import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type Decoded } from './decode.js';

const NOW = 1_790_000_000_000;
const group = { chatid: 'G1', chattype: 'group', from: { userid: 'laoshi' } };
const single = { chattype: 'single', from: { userid: 'laoshi' } };
const frame = (body: Record<string, unknown>) => ({
  cmd: 'aibot_msg_callback',
  headers: { req_id: 'R1' },
  body: { msgid: 'M1', aibotid: 'BOT', ...body },
});
const event = (body: Record<string, unknown>, happened: unknown) =>
  frame({ msgtype: 'event', event: happened, ...body });
const read = (raw: unknown): Decoded => decode(raw, '小通', NOW);
const message = (raw: unknown) => {
  const decoded = read(raw);
  if (decoded.kind !== 'message') throw new Error(`not a message: ${JSON.stringify(decoded)}`);
  return decoded.message;
};
const text = (content: string) => ({ msgtype: 'text', text: { content } });
const picture = { url: 'https://media.example.invalid/1', aeskey: 'a2V5' };
const attachment = { kind: 'image', name: null, ref: JSON.stringify(picture) };

describe('messages', () => {
  it('reads a text of a group', () => {
    expect(read(frame({ ...group, ...text('@小通\u2005三楼断网') }))).toEqual({
      kind: 'message',
      reqId: 'R1',
      message: {
        chat: { channel: 'wecom', kind: 'group', id: 'G1' },
        messageId: 'M1',
        from: { id: 'laoshi', name: null },
        text: '三楼断网',
        addressed: true,
        mentions: [],
        quote: null,
        attachments: [],
        arrivedAt: NOW,
      },
    });
  });

  it('names a single chat by the person, also where there is no chattype', () => {
    const chat = { channel: 'wecom', kind: 'direct', id: 'laoshi' };
    expect(message(frame({ ...single, ...text('在吗') })).chat).toEqual(chat);
    expect(message(frame({ from: { userid: 'laoshi' }, ...text('在吗') })).chat).toEqual(chat);
  });

  it('takes a chatid without a chattype for a group', () => {
    expect(message(frame({ chatid: 'G1', from: { userid: 'laoshi' }, ...text('在吗') })).chat.kind).toBe('group');
  });

  it('keeps the case of a chatid', () => {
    expect(message(frame({ ...group, chatid: 'wrAbC', ...text('@小通 a') })).chat.id).toBe('wrAbC');
  });

  it('takes speech as text', () => {
    expect(message(frame({ ...single, msgtype: 'voice', voice: { content: '打印机坏了' } })).text).toBe('打印机坏了');
  });

  it.each(['image', 'file', 'video'])('takes a bare %s as an attachment', (msgtype) => {
    const got = message(frame({ ...single, msgtype, [msgtype]: picture }));
    expect(got).toMatchObject({ text: '', attachments: [{ ...attachment, kind: msgtype }] });
  });

  it('takes a mixed message apart, in order, passing over pieces it does not know', () => {
    const msg_item = [
      text('@小通 三楼'),
      { msgtype: 'image', image: picture },
      { msgtype: 'sticker', sticker: 1 },
      7,
      text('断网'),
    ];
    const got = message(frame({ ...group, msgtype: 'mixed', mixed: { msg_item } }));
    expect(got).toMatchObject({ text: '三楼\n断网', attachments: [attachment] });
  });

  it('keeps a picture that has no key', () => {
    const got = message(frame({ ...single, msgtype: 'image', image: { url: picture.url } }));
    expect(got.attachments[0]?.ref).toBe(JSON.stringify({ url: picture.url, aeskey: null }));
  });

  it('reads a quote beside the words', () => {
    const got = message(frame({ ...group, ...text('@小通 还没好'), quote: text('工单 TZ-1 已受理') }));
    expect(got).toMatchObject({ text: '还没好', quote: { messageId: null, text: '工单 TZ-1 已受理', fromBot: null } });
  });

  it('takes the quoted words where nothing but the @ was typed', () => {
    const got = message(frame({ ...group, ...text('@小通 '), quote: text('@小通 三楼断网') }));
    expect(got).toMatchObject({ text: '三楼断网', quote: { text: '三楼断网' } });
  });

  it('takes a quoted picture as an attachment', () => {
    const got = message(frame({ ...group, ...text('@小通'), quote: { msgtype: 'image', image: picture } }));
    expect(got).toMatchObject({ text: '', attachments: [attachment], quote: { text: '' } });
  });

  it('outlives a quote it cannot read', () => {
    for (const quote of [{ msgtype: 'location' }, { text: 'no type' }, 'odd']) {
      expect(message(frame({ ...group, ...text('@小通 还没好'), quote })).text).toBe('还没好');
    }
  });

  it('ignores unknown fields', () => {
    expect(message(frame({ ...group, ...text('@小通 a'), new_field: { deep: [1] } })).text).toBe('a');
  });
});

describe('presses', () => {
  const data = { card_type: 'button_interaction', event_key: 'accept:1', task_id: 'TZ-1@x' };
  const press = {
    kind: 'press',
    reqId: 'R1',
    taskId: 'TZ-1@x',
    press: {
      chat: { channel: 'wecom', kind: 'group', id: 'G1' },
      pressId: 'M1',
      from: { id: 'laoshi', name: null },
      button: 'accept:1',
      messageId: 'TZ-1@x',
      arrivedAt: NOW,
    },
  };

  it('reads the nested shape of the documentation', () => {
    expect(read(event(group, { eventtype: 'template_card_event', template_card_event: data }))).toEqual(press);
  });

  it('reads the flat shape of the SDK’s types', () => {
    expect(read(event(group, { eventtype: 'template_card_event', ...data }))).toEqual(press);
  });

  it('reads a press without a chatid as one in a single chat', () => {
    const got = read(
      event({ from: { userid: 'laoshi' } }, { eventtype: 'template_card_event', template_card_event: data }),
    );
    expect(got).toMatchObject({ kind: 'press', press: { chat: { kind: 'direct', id: 'laoshi' } } });
  });
});

describe('what is no message', () => {
  const rows: readonly (readonly [what: string, raw: unknown, expected: Partial<Record<string, unknown>>])[] = [
    ['a kick', event({ from: undefined }, { eventtype: 'disconnected_event' }), { kind: 'kicked' }],
    ['an entry', event(single, { eventtype: 'enter_chat' }), { kind: 'passed', event: 'enter_chat' }],
    ['feedback', event(single, { eventtype: 'feedback_event' }), { kind: 'passed', event: 'feedback_event' }],
    ['nothing', undefined, { reason: 'not-a-callback' }],
    ['a string', 'hello', { reason: 'not-a-callback' }],
    ['no headers', { body: {} }, { reason: 'not-a-callback' }],
    ['no msgid', { headers: { req_id: 'R' }, body: { ...group, ...text('x') } }, { reason: 'not-a-callback' }],
    ['no sender', frame({ chatid: 'G1', ...text('x') }), { reason: 'no-sender' }],
    [
      'a group without a chatid',
      frame({ ...group, chatid: undefined, ...text('x') }),
      { reason: 'group-without-chatid' },
    ],
    [
      'a new kind of chat',
      frame({ ...group, chattype: 'room', ...text('x') }),
      { reason: 'unknown-chattype', detail: 'room' },
    ],
    ['a new type', frame({ ...single, msgtype: 'location' }), { reason: 'unknown-msgtype', detail: 'location' }],
    [
      'a type with rubbish in it',
      frame({ ...single, msgtype: '<x>\n' }),
      { reason: 'unknown-msgtype', detail: '?x??' },
    ],
    ['a text without content', frame({ ...single, msgtype: 'text' }), { reason: 'bad-content', detail: 'text' }],
    ['a mixed without items', frame({ ...single, msgtype: 'mixed', mixed: {} }), { reason: 'bad-content' }],
    ['an event without a type', event(single, {}), { reason: 'unknown-event' }],
    ['a new event', event(single, { eventtype: 'shaken' }), { reason: 'unknown-event', detail: 'shaken' }],
    ['a press without a key', event(single, { eventtype: 'template_card_event' }), { reason: 'press-without-key' }],
  ];

  it.each(rows)('%s', (_what, raw, expected) => {
    expect(read(raw)).toMatchObject(expected);
  });

  it('never throws', () => {
    const body = fc.record(
      {
        msgid: fc.anything(),
        msgtype: fc.oneof(fc.constantFrom('text', 'mixed', 'event', 'image'), fc.anything()),
        chattype: fc.anything(),
        from: fc.anything(),
        text: fc.anything(),
        mixed: fc.anything(),
        event: fc.anything(),
        quote: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ headers: fc.anything(), body }), body.map(frame)), (raw) => {
        expect(['message', 'press', 'kicked', 'passed', 'refused']).toContain(read(raw).kind);
      }),
    );
  });
});
