import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startFakeWecom, type FakeOptions, type FakeWecom } from './fake-wecom.js';

/** The fake is believed by every other test, so it is tested itself: by hand, without the SDK. */

type Answer = { readonly headers: { readonly req_id: string }; readonly errcode?: number };

/** A client that speaks frames. */
class Client {
  readonly socket: WebSocket;
  readonly got: Record<string, unknown>[] = [];
  readonly closed: Promise<void>;
  private asked = 0;

  constructor(fake: FakeWecom) {
    this.socket = new WebSocket(fake.wsUrl);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data) => this.got.push(JSON.parse(String(data)) as Record<string, unknown>));
    this.closed = new Promise((resolve) => this.socket.on('close', () => resolve()));
  }

  async opened(): Promise<this> {
    await new Promise((resolve) => this.socket.on('open', resolve));
    return this;
  }

  /** Sends a command and gives the errcode of its answer. */
  async ask(cmd: string, body: unknown, reqId = `r${(this.asked += 1)}`): Promise<number | undefined> {
    const answered = new Promise<number | undefined>((resolve) => {
      const listen = (data: unknown): void => {
        const frame = JSON.parse(String(data)) as Answer & { cmd?: string };
        if (frame.cmd !== undefined || frame.headers.req_id !== reqId) return;
        this.socket.off('message', listen);
        resolve(frame.errcode);
      };
      this.socket.on('message', listen);
    });
    this.socket.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body }));
    return answered;
  }
}

let fake: FakeWecom;
let now = 0;
const clients: Client[] = [];
const begin = async (options: Omit<FakeOptions, 'now'> = {}): Promise<void> => {
  fake = await startFakeWecom({ now: () => now, spokenGroups: ['G1'], ...options });
};
const connect = async (): Promise<Client> => {
  const client = new Client(fake);
  clients.push(client);
  return client.opened();
};
const subscribed = async (): Promise<Client> => {
  const client = await connect();
  expect(await client.ask('aibot_subscribe', { bot_id: fake.botId, secret: fake.secret })).toBe(0);
  return client;
};
const text = (content: string, chatid = 'G1') => ({ chatid, msgtype: 'markdown', markdown: { content } });
const card = (task_id: string, more: object = {}) => ({
  chatid: 'G1',
  msgtype: 'template_card',
  template_card: {
    card_type: 'button_interaction',
    main_title: { title: '派单' },
    button_list: [{ text: '接单', key: 'a' }],
    task_id,
    ...more,
  },
});

beforeEach(() => void (now = 1_790_000_000_000));
afterEach(async () => {
  for (const client of clients.splice(0)) client.socket.terminate();
  await fake.close();
});

describe('the connection', () => {
  it('refuses a wrong secret and stays open; refuses commands before the subscription and closes', async () => {
    await begin();
    const client = await connect();
    expect(await client.ask('aibot_subscribe', { bot_id: fake.botId, secret: 'wrong' })).toBe(853000);
    expect(await client.ask('ping', undefined)).toBe(0);
    expect(await client.ask('aibot_send_msg', text('x'))).toBe(846609);
    await client.closed;
    expect(fake.seen()).toEqual([]);
  });

  it('has room for one: the second subscription kicks the first', async () => {
    await begin();
    const first = await subscribed();
    await subscribed();
    await first.closed;
    expect(first.got.at(-1)).toMatchObject({ body: { msgtype: 'event', event: { eventtype: 'disconnected_event' } } });
    expect(fake.connection()).toBe(2);
  });
});

describe('pushes', () => {
  it.each<[what: string, body: object, errcode: number]>([
    ['markdown', text('已受理'), 0],
    ['an unknown chat', text('x', 'G9'), 93006],
    ['a chat in another case', text('x', 'g1'), 93006],
    ['a person who has not written', text('x', 'suzhe'), 93001],
    ['plain text', { chatid: 'G1', msgtype: 'text', text: { content: 'x' } }, 40008],
    ['a stream', { chatid: 'G1', msgtype: 'stream', stream: { id: 's', content: 'x' } }, 40008],
    ['nothing', text(''), 44004],
    ['20480 bytes', text('x'.repeat(20_480)), 0],
    ['20481 bytes', text(`${'网'.repeat(6_827)}`), 40058],
    ['a card', card('T-1'), 0],
    ['a card with a bad id', card('T:1'), 42014],
    ['a card with an over-long id', card('T'.repeat(129)), 42014],
    ['a card with an over-long title', card('T-1', { main_title: { title: '派'.repeat(27) } }), 40058],
    [
      'a card with one key twice',
      card('T-1', {
        button_list: [
          { text: 'a', key: 'a' },
          { text: 'b', key: 'a' },
        ],
      }),
      40058,
    ],
    ['a notice without an action', card('T-1', { card_type: 'text_notice' }), 42045],
  ])('%s: %d', async (_what, body, errcode) => {
    await begin();
    const client = await subscribed();
    expect(await client.ask('aibot_send_msg', body)).toBe(errcode);
    expect(fake.seen()).toHaveLength(errcode === 0 ? 1 : 0);
    expect(fake.record('aibot_send_msg')).toMatchObject([{ verdict: errcode === 0 ? 'accepted' : 'refused', errcode }]);
  });

  it('takes no task_id twice', async () => {
    await begin();
    const client = await subscribed();
    expect(await client.ask('aibot_send_msg', card('T-1'))).toBe(0);
    expect(await client.ask('aibot_send_msg', card('T-1'))).toBe(42014);
  });

  it.each([
    { window: 'fixed', refusedCount: false, codes: [0, 45009, 0] },
    { window: 'sliding', refusedCount: false, codes: [0, 45009, 45009] },
  ] as const)('$window window: 30 a minute', async ({ window, codes }) => {
    now = 1_790_000_000_000 - (1_790_000_000_000 % 60_000) + 50_000;
    await begin({ switches: { quotaWindow: window } });
    const client = await subscribed();
    for (let n = 1; n < 30; n += 1) await client.ask('aibot_send_msg', text(`${n}`));
    const got = [await client.ask('aibot_send_msg', text('30')), await client.ask('aibot_send_msg', text('31'))];
    now += 11_000;
    got.push(await client.ask('aibot_send_msg', text('next')));
    expect(got).toEqual(codes);
  });

  it.each([false, true])('counts refused messages, or not: %s', async (refusedCount) => {
    await begin({ switches: { refusedCount } });
    const client = await subscribed();
    for (let n = 0; n < 30; n += 1) await client.ask('aibot_send_msg', text(''));
    expect(await client.ask('aibot_send_msg', text('x'))).toBe(refusedCount ? 45009 : 0);
  });
});

describe('callbacks', () => {
  it('takes one reply each, within 24 hours, on the connection they came over', async () => {
    await begin();
    const client = await subscribed();
    const [a, b, c] = ['一', '二', '三'].map((words) => fake.say({ user: 'laoshi', chat: 'G1', text: words }).reqId);
    expect(await client.ask('aibot_respond_msg', text('好'), a)).toBe(0);
    expect(await client.ask('aibot_respond_msg', text('好'), a)).toBe(846605);
    expect(await client.ask('aibot_respond_msg', text('好'), 'unknown')).toBe(846605);
    now += 24 * 3_600_000 + 1;
    expect(await client.ask('aibot_respond_msg', text('好'), b)).toBe(846605);
    now -= 24 * 3_600_000;
    const second = await subscribed();
    expect(await second.ask('aibot_respond_msg', text('好'), c)).toBe(846605);
  });

  it('updates a card within 5 s of the press, once, under the same id; nothing else answers a press', async () => {
    await begin();
    const client = await subscribed();
    await client.ask('aibot_send_msg', card('T-1'));
    const { reqId } = fake.press('suzhe', 'T-1', 'a');
    const update = (task_id: string) => ({
      response_type: 'update_template_card',
      template_card: card(task_id).template_card,
    });
    expect(await client.ask('aibot_respond_msg', text('好'), reqId)).toBe(846605);
    expect(await client.ask('aibot_respond_update_msg', update('T-2'), reqId)).toBe(42014);
    expect(await client.ask('aibot_respond_update_msg', update('T-1'), reqId)).toBe(0);
    expect(await client.ask('aibot_respond_update_msg', update('T-1'), reqId)).toBe(846605);
    const late = fake.press('suzhe', 'T-1', 'a').reqId;
    now += 5_001;
    expect(await client.ask('aibot_respond_update_msg', update('T-1'), late)).toBe(846605);
  });

  it('lets nobody press what is not there, or speak where they are not', async () => {
    await begin();
    expect(() => fake.press('suzhe', 'T-9', 'a')).toThrow(/no button/);
    expect(() => fake.say({ user: 'stranger', chat: 'G1', text: 'x' })).toThrow(/no member/);
  });

  it('welcomes once, within 5 s', async () => {
    await begin();
    const client = await subscribed();
    const { reqId } = fake.enter('laoshi');
    expect(await client.ask('aibot_respond_welcome_msg', { msgtype: 'text', text: { content: '您好' } }, reqId)).toBe(
      0,
    );
    expect(await client.ask('aibot_respond_welcome_msg', { msgtype: 'text', text: { content: '您好' } }, reqId)).toBe(
      846605,
    );
    expect(fake.seen({ direct: 'laoshi' })).toMatchObject([{ text: '您好' }]);
  });
});

describe('the webhook', () => {
  const post = async (body: unknown, key = ''): Promise<number> => {
    const response = await fetch(fake.webhookUrl + key, { method: 'POST', body: JSON.stringify(body) });
    return ((await response.json()) as { errcode: number }).errcode;
  };

  it.each<[what: string, body: object, errcode: number, notifies: string[]]>([
    ['text with a list', { msgtype: 'text', text: { content: 'x', mentioned_list: ['a', '@all'] } }, 0, ['a', '@all']],
    ['text with a mention in it', { msgtype: 'text', text: { content: 'x <@b>' } }, 0, ['b']],
    ['markdown with a mention', { msgtype: 'markdown', markdown: { content: '<@c>' } }, 0, ['c']],
    ['markdown_v2 mentions nobody', { msgtype: 'markdown_v2', markdown_v2: { content: '<@c>' } }, 0, []],
    ['2049 bytes of text', { msgtype: 'text', text: { content: 'x'.repeat(2_049) } }, 40058, []],
    ['nothing', { msgtype: 'text', text: { content: '' } }, 44004, []],
    ['an unknown type', { msgtype: 'stream' }, 40008, []],
  ])('%s', async (_what, body, errcode, notifies) => {
    await begin();
    expect(await post(body)).toBe(errcode);
    expect(fake.seen().flatMap((one) => one.notifies)).toEqual(notifies);
  });

  it('knows its key, 20 a minute, and when it was removed', async () => {
    await begin();
    const body = { msgtype: 'text', text: { content: 'x' } };
    expect(await post(body, 'x')).toBe(93000);
    for (let n = 0; n < 20; n += 1) expect(await post(body)).toBe(0);
    expect(await post(body)).toBe(45009);
    now += 60_000;
    expect(await post(body)).toBe(0);
    fake.removeWebhook();
    expect(await post(body)).toBe(93000);
  });
});
