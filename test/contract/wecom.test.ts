import { afterEach, describe, expect, it, vi } from 'vitest';
import { soon, startRig, type Rig, type RigOptions } from '../support/wecom/rig.js';

/** The WeCom gateway through the real SDK against the fake service: what comes in. */

let rig: Rig;
const start = async (options: RigOptions = {}): Promise<Rig> => {
  rig = await startRig(options);
  await rig.up();
  return rig;
};
afterEach(() => rig.close());

const heardTimes = (n: number) => vi.waitFor(() => expect(rig.heard).toHaveLength(n), soon);

describe('receiving', () => {
  it('passes a group message without the @, stamped on arrival', async () => {
    await start();
    const { msgid } = rig.fake.say({ user: 'laoshi', chat: 'G1', text: '三楼断网' });
    await heardTimes(1);
    expect(rig.heard[0]).toEqual({
      chat: { channel: 'wecom', kind: 'group', id: 'G1' },
      messageId: msgid,
      from: { id: 'laoshi', name: null },
      text: '三楼断网',
      addressed: true,
      mentions: [],
      quote: null,
      attachments: [],
      arrivedAt: rig.now(),
    });
  });

  it('hears nothing of a group that does not @ it', async () => {
    await start();
    expect(rig.fake.say({ user: 'laoshi', chat: 'G1', text: '吃饭去', mention: false }).heard).toBe(false);
    rig.fake.say({ user: 'laoshi', text: '在吗' });
    await heardTimes(1);
    expect(rig.heard[0]).toMatchObject({ text: '在吗', chat: { kind: 'direct', id: 'laoshi' } });
  });

  it('passes one msgid as often as it comes, and like words under another id apart', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网', msgid: 'M1', reqId: 'R1' });
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网', msgid: 'M1', reqId: 'R2' });
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '断网', msgid: 'M2' });
    await heardTimes(3);
    expect(rig.heard.map((one) => one.messageId)).toEqual(['M1', 'M1', 'M2']);
  });

  it('keeps a chat in order and lets chats go beside each other', async () => {
    await start();
    let free = (): void => undefined;
    rig.handle.message = async ({ text }) => {
      if (text === '一') await new Promise<void>((resolve) => (free = resolve));
    };
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    rig.fake.say({ user: 'suzhe', chat: 'G1', text: '二' });
    rig.fake.say({ user: 'laoshi', text: '单聊' });
    await heardTimes(2);
    expect(rig.heard.map((one) => one.text)).toEqual(['一', '单聊']);
    free();
    await heardTimes(3);
    expect(rig.heard[2]?.text).toBe('二');
  });

  it('outlives what is no proper callback', async () => {
    await start();
    const odd = ['{"cmd":', 'null', '[]', Buffer.from([0, 1, 2]), { cmd: 'x' }, { cmd: 'aibot_msg_callback' }];
    for (const frame of [...odd, { cmd: 'aibot_msg_callback', headers: {}, body: { msgtype: 'text' } }])
      rig.fake.inject(frame);
    rig.fake.inject({ headers: { req_id: 'callback_x' }, errcode: 0 });
    rig.fake.enter('laoshi');
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: `长${'文'.repeat(7_000)}` });
    await heardTimes(1);
    expect(rig.gateway.status().kind).toBe('up');
  });

  it('ignores groups that are not served, and never a single chat', async () => {
    const member = { members: ['laoshi'], hasBot: true };
    await start({
      fake: {
        groups: [
          { id: 'G1', ...member },
          { id: 'G2', ...member },
        ],
      },
      gateway: { chatIds: ['G1'] },
    });
    rig.fake.say({ user: 'laoshi', chat: 'G2', text: '别处' });
    rig.fake.say({ user: 'laoshi', text: '单聊' });
    await heardTimes(1);
    expect(rig.heard[0]?.text).toBe('单聊');
  });
});

describe('pictures', () => {
  const bytes = new Uint8Array([...Array(100).keys()]);

  it('fetches what came with a message, decrypted and named', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '看图', mixed: [{ bytes, name: '三楼.png' }] });
    await heardTimes(1);
    const [attachment] = rig.heard[0]?.attachments ?? [];
    expect(rig.heard[0]?.text).toBe('看图');
    expect(await rig.gateway.fetchFile(attachment?.ref ?? '')).toEqual({ kind: 'file', name: '三楼.png', bytes });
  });

  it('fetches a quoted picture', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', chat: 'G1', text: '', quote: { picture: { bytes } } });
    await heardTimes(1);
    const [attachment] = rig.heard[0]?.attachments ?? [];
    expect(await rig.gateway.fetchFile(attachment?.ref ?? '')).toEqual({ kind: 'file', name: null, bytes });
  });

  it('says gone, without the address: expired, unknown, under another key, too large, unreachable', async () => {
    await start();
    rig.fake.say({ user: 'laoshi', text: 'x', mixed: [{ bytes }, { bytes: new Uint8Array(20 * 1024 * 1024 + 1) }] });
    await heardTimes(1);
    const [small, large] = (rig.heard[0]?.attachments ?? []).map((one) => one.ref);
    const url = `${rig.fake.origin}/media/1`;
    const key = Buffer.alloc(32).toString('base64');
    const refs = [
      large,
      JSON.stringify({ url: `${rig.fake.origin}/media/99`, aeskey: key }),
      JSON.stringify({ url, aeskey: key }),
    ];
    const answers = await Promise.all(refs.map((ref) => rig.gateway.fetchFile(ref ?? '')));
    rig.advance(300_001);
    answers.push(await rig.gateway.fetchFile(small ?? ''));
    answers.push(await rig.gateway.fetchFile(JSON.stringify({ url: 'http://127.0.0.1:1/x', aeskey: null })));
    expect(answers.map((one) => one.kind === 'gone' && one.reason)).toEqual([
      'larger than 20 MB',
      'HTTP 404: an address is good for five minutes',
      'could not be decrypted',
      'HTTP 403: an address is good for five minutes',
      'download failed (ECONNREFUSED)',
    ]);
  });
});
