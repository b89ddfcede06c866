import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWecomGateway } from '../../bot/wecom/wecom-gateway.js';
import { soon, startRig, toGroup, type Rig, type RigOptions } from '../support/wecom/rig.js';

/** The connection of the WeCom gateway, through the real SDK: lost, refused, taken over, deaf, and stopped. */

let rig: Rig;
const prepare = async (options: RigOptions = {}): Promise<Rig> => (rig = await startRig(options));
const start = async (options: RigOptions = {}): Promise<Rig> => {
  await prepare(options);
  await rig.up();
  return rig;
};
afterEach(() => rig.close());

const status = (kind: 'up' | 'down') => vi.waitFor(() => expect(rig.gateway.status().kind).toBe(kind), soon);
const subscribed = (times: number) =>
  vi.waitFor(() => expect(rig.fake.record('aibot_subscribe')).toHaveLength(times), soon);
const upAgain = async (connection: number): Promise<void> => {
  await vi.waitFor(() => expect(rig.fake.connection()).toBe(connection), soon);
  await status('up');
};
const heard = (text: string) => vi.waitFor(() => expect(rig.heard.at(-1)?.text).toBe(text), soon);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a lost connection', () => {
  it.each(['terminate', 'close'] as const)('comes back by itself, tells the gap and hears again (%s)', async (how) => {
    const { gateway, fake, advance, now, gaps } = await start();
    fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    await heard('一');
    const lastHeard = now();
    advance(3_000);
    fake.drop(how);
    await status('down');
    expect(await gateway.send(toGroup('x'))).toMatchObject({ kind: 'retry' });
    expect(fake.say({ user: 'laoshi', chat: 'G1', text: '丢了' }).heard).toBe(false);
    await upAgain(2);
    expect(gaps).toEqual([[lastHeard, now()]]);
    fake.say({ user: 'laoshi', chat: 'G1', text: '二' });
    await heard('二');
    expect(rig.heard.map((one) => one.text)).toEqual(['一', '二']);
  });

  it('is made anew by nobody else: the SDK would do so after a second', async () => {
    const { fake } = await start();
    fake.drop('terminate');
    await upAgain(2);
    await pause(1_300);
    expect(fake.record('aibot_subscribe')).toHaveLength(2);
    expect(fake.openSockets()).toBe(1);
  });

  it('takes what the service replays, if it does', async () => {
    const { fake } = await start({ fake: { switches: { replayMissed: true } } });
    fake.drop('terminate');
    fake.say({ user: 'laoshi', chat: 'G1', text: '断线时说的' });
    await heard('断线时说的');
  });

  it.each([false, true])('pushes what it would have replied (old req_ids still good: %s)', async (oldReqIds) => {
    const { gateway, fake } = await start({ fake: { switches: { oldReqIds } } });
    const { msgid } = fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    await heard('一');
    fake.drop('terminate');
    await upAgain(2);
    expect(await gateway.send(toGroup('已受理', { replyTo: msgid }))).toMatchObject({ kind: 'sent' });
    expect(fake.record('aibot_respond_msg')).toEqual([]);
  });

  it('keeps trying while the service is away', async () => {
    const { fake, gateway } = await start();
    fake.outage(true);
    await status('down');
    await pause(100);
    expect(gateway.status()).toMatchObject({ kind: 'down', retrying: true });
    fake.outage(false);
    await status('up');
    expect(fake.openSockets()).toBe(1);
  });

  it('is not sent over before it is authenticated', async () => {
    const { fake, gateway } = await prepare();
    fake.meet({ kind: 'never-answer' }, 1);
    await gateway.start();
    await subscribed(1);
    expect(await gateway.send(toGroup('x'))).toMatchObject({ kind: 'retry' });
    expect(fake.record('aibot_send_msg')).toEqual([]);
  });
});

describe('a connection that does not come about', () => {
  it.each(['no-upgrade', 'bad-gateway', 'never-answer', 'drop'] as const)(
    '%s: given up in time, and tried anew',
    async (kind) => {
      const { fake, gateway } = await prepare({ timings: { handshakeMs: 150, authMs: 150 } });
      fake.meet({ kind }, 2);
      await gateway.start();
      await status('up');
      await vi.waitFor(() => expect(fake.openSockets()).toBe(1), soon);
      fake.say({ user: 'laoshi', chat: 'G1', text: '通了' });
      await heard('通了');
    },
  );

  it('an address that is none does not end the process or the trying', async () => {
    await prepare({ gateway: { wsUrl: 'not an address' } });
    await rig.gateway.start();
    const ended = (): number => rig.logs.filter((line) => line.startsWith('wecom connection ended')).length;
    await vi.waitFor(() => expect(ended()).toBeGreaterThan(2), { timeout: 1_000, interval: 5 }); // no watchdog is waited for
    expect(rig.gateway.status()).toMatchObject({ kind: 'down', retrying: true });
  });
});

describe('a refused subscription', () => {
  it('calls for a person after some tries, and recovers when it is put right', async () => {
    const { fake, gateway } = await prepare({ timings: { authTries: 2, authSlowMs: 300 } });
    fake.meet({ kind: 'refuse', errcode: 853000 }, 3);
    await gateway.start();
    await vi.waitFor(() => expect(gateway.status()).toMatchObject({ kind: 'down', retrying: false }), soon);
    expect(fake.record('aibot_subscribe')).toHaveLength(2);
    expect(JSON.stringify(gateway.status())).toContain('WECOM_BOT_SECRET');
    await status('up');
    expect(fake.record('aibot_subscribe').map((entry) => entry.errcode)).toEqual([853000, 853000, 853000, 0]);
  });

  it('a wrong secret is refused by the service, and not told to the log', async () => {
    const { fake, gateway, logs } = await prepare({ gateway: { secret: 'wrong-SECRET' }, timings: { authTries: 1 } });
    await gateway.start();
    await vi.waitFor(() => expect(gateway.status()).toMatchObject({ kind: 'down', retrying: false }), soon);
    expect(fake.record('aibot_subscribe').map((entry) => entry.errcode)).toEqual([853000]);
    expect(logs.join()).not.toMatch(/SECRET\b|192\.0\.2/);
  });

  it('a refusal for now is only waited out', async () => {
    const { fake, gateway } = await prepare({ timings: { authTries: 1 } });
    fake.meet({ kind: 'refuse', errcode: 45009 }, 2);
    await gateway.start();
    await status('up');
    expect(fake.record('aibot_subscribe').map((entry) => entry.errcode)).toEqual([45009, 45009, 0]);
  });
});

describe('a kick', () => {
  it.each([true, false])('waits, asks for leave, and comes back (socket closed by the service: %s)', async (closed) => {
    const mayHold = vi.fn(async () => true);
    const { fake, gaps } = await start({ gateway: { mayHold }, timings: { kickFirstMs: 200 } });
    const asked = mayHold.mock.calls.length;
    fake.kick(closed);
    await status('down');
    await pause(100);
    expect(fake.record('aibot_subscribe')).toHaveLength(1);
    await upAgain(2);
    expect(mayHold.mock.calls.length).toBe(asked + 1);
    expect(gaps).toHaveLength(1);
    await vi.waitFor(() => expect(fake.openSockets()).toBe(1), soon);
  });

  it('stands by for as long as another may hold it', async () => {
    let mine = true;
    const { fake, gateway } = await start({ gateway: { mayHold: async () => mine } });
    mine = false;
    fake.kick(true);
    await status('down');
    await pause(300);
    expect(fake.record('aibot_subscribe')).toHaveLength(1);
    expect(gateway.status()).toMatchObject({ kind: 'down', retrying: true });
    mine = true;
    await upAgain(2);
  });

  it('two processes with one lease do not fight: the one without it stays away', async () => {
    let holder = 'first';
    const { fake, now } = await start({ gateway: { mayHold: async () => holder === 'first' } });
    const second = createWecomGateway({
      botId: fake.botId,
      secret: fake.secret,
      wsUrl: fake.wsUrl,
      webhookUrl: null,
      chatIds: [],
      botName: '小通',
      clock: { now },
      logger: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() },
      mayHold: async () => holder === 'second',
      timings: { standbyMs: 10, drainMs: 100 },
    });
    try {
      await second.start();
      await pause(50);
      holder = 'second'; // the lease changes hands while the first is still connected
      await vi.waitFor(() => expect(second.status().kind).toBe('up'), soon);
      await status('down');
      await pause(200);
      expect(fake.record('aibot_subscribe')).toHaveLength(2);
      expect(second.status().kind).toBe('up');
    } finally {
      await second.stop();
    }
  });

  it('what was under way is unknown, and goes out once', async () => {
    const { fake, gateway } = await start();
    fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    await heard('一');
    fake.hold();
    const sending = gateway.send(toGroup('已受理'));
    await vi.waitFor(() => expect(fake.seen()).toHaveLength(1), soon);
    fake.kick(false);
    expect(await sending).toMatchObject({ kind: 'unknown' });
    await upAgain(2);
    expect(fake.seen()).toHaveLength(1);
  });
});

describe('a deaf socket', () => {
  it('is left when heartbeats go unanswered', async () => {
    const { fake } = await start({ timings: { heartbeatMs: 60 } });
    fake.deafen('all');
    await status('down');
    fake.deafen('nothing');
    await upAgain(2);
    expect(rig.logs.join()).toContain('heartbeat-unanswered');
  });

  it('is left when nothing was called for too long, though heartbeats are answered', async () => {
    const { fake } = await start({ timings: { silenceMs: 300, heartbeatMs: 50 } });
    fake.deafen('callbacks');
    await status('down');
    fake.deafen('nothing');
    await vi.waitFor(() => expect(fake.record('aibot_subscribe').length).toBeGreaterThan(1), soon);
    await vi.waitFor(() => expect(fake.say({ user: 'laoshi', chat: 'G1', text: '听得见' }).heard).toBe(true), soon);
    await heard('听得见');
  });
});

describe('handlers that fail', () => {
  it('never become an unhandled rejection', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    try {
      const { fake, gateway } = await prepare();
      gateway.onGap(() => Promise.reject(new Error('gap')));
      gateway.onMessage(() => {
        throw new Error('at once');
      });
      gateway.onPress(() => Promise.reject(new Error('press')));
      await rig.up();
      fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
      fake.press('laoshi', 'T@1', 'accept', { force: true });
      await vi.waitFor(() => expect(rig.logs.join()).toMatch(/could not be handled[^]*a gap could not be told/), soon);
      fake.drop('terminate');
      await upAgain(2);
      await pause(20);
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unhandled);
    }
  });
});

describe('stopping', () => {
  it('waits for what is being kept', async () => {
    const { fake, gateway, handle } = await start();
    let kept = (): void => undefined;
    handle.message = () => new Promise((resolve) => (kept = resolve));
    fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    await heard('一');
    const stopped = vi.fn();
    const stopping = gateway.stop().then(stopped);
    await vi.waitFor(() => expect(fake.openSockets()).toBe(0), soon);
    await pause(50);
    expect(stopped).not.toHaveBeenCalled();
    kept();
    await stopping;
  });

  it('lets what is under way end, then lets go', async () => {
    const { fake, gateway } = await start();
    fake.say({ user: 'laoshi', chat: 'G1', text: '一' });
    await heard('一');
    fake.hold();
    const sending = [gateway.send(toGroup('一')), gateway.send(toGroup('二'))];
    const stopping = gateway.stop();
    expect(await gateway.send(toGroup('晚了'))).toMatchObject({ kind: 'retry' });
    await vi.waitFor(() => expect(fake.seen()).toHaveLength(1), soon);
    fake.release('as-came');
    expect((await Promise.all(sending)).map((one) => one.kind)).toEqual(['sent', 'sent']);
    await stopping;
    expect(gateway.status()).toMatchObject({ kind: 'down', retrying: false });
    await vi.waitFor(() => expect(fake.openSockets()).toBe(0), soon);
  });
});
