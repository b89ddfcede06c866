import { vi } from 'vitest';
import type { Gateway, Inbound, Outbound, Press, PressAnswer, Span } from '../../../bot/gateway.js';
import type { Timings, WecomOptions } from '../../../bot/wecom/options.js';
import { createWecomGateway } from '../../../bot/wecom/wecom-gateway.js';
import { startFakeWecom, type FakeOptions, type FakeWecom } from './fake-wecom.js';

/** A gateway over the real SDK, connected to a fake WeCom, with everything it told collected. */

export type Rig = {
  readonly fake: FakeWecom;
  readonly gateway: Gateway;
  readonly heard: Inbound[];
  readonly pressed: Press[];
  readonly gaps: [from: number, to: number][];
  /** Every log line, as text. */
  readonly logs: string[];
  /** What the handlers do; a test may replace it. */
  readonly handle: { message(message: Inbound): Promise<void>; press(press: Press): Promise<PressAnswer> };
  /** Moves the stamps of gateway and fake, not their timers. */
  advance(ms: number): void;
  now(): number;
  /** Starts the gateway and waits until it is up. */
  up(): Promise<void>;
  close(): Promise<void>;
};

export type RigOptions = {
  readonly fake?: Partial<Omit<FakeOptions, 'now'>>;
  readonly gateway?: Partial<Omit<WecomOptions, 'timings' | 'clock' | 'logger'>>;
  readonly timings?: Partial<Timings>;
};

/** Short, but long enough for a busy machine; a test that waits for a watchdog shortens that one. */
const quick: Partial<Timings> = {
  handshakeMs: 1_000,
  authMs: 2_000,
  heartbeatMs: 2_000,
  backoffFirstMs: 10,
  backoffCapMs: 50,
  kickFirstMs: 50,
  standbyMs: 10,
  closeGuardMs: 500,
  webhookMs: 400,
  pressMs: 1_000,
  keepRetriesMs: [1],
  drainMs: 10_000,
};

export const soon = { timeout: 8_000, interval: 5 };

/** Takes what differs from a served group G1 with a webhook and no group cards; gives a rig that is not started. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  let now = 1_790_000_000_000;
  const clock = { now: () => now };
  const fake = await startFakeWecom({ now: clock.now, ...options.fake });
  const logs: string[] = [];
  const log = (fields: Record<string, unknown>, msg: string) => void logs.push(`${msg} ${JSON.stringify(fields)}`);
  const gateway = createWecomGateway({
    botId: fake.botId,
    secret: fake.secret,
    wsUrl: fake.wsUrl,
    webhookUrl: fake.webhookUrl,
    chatIds: [],
    botName: '小通',
    ...options.gateway,
    clock,
    logger: { debug: log, info: log, warn: log, error: log },
    timings: { ...quick, ...options.timings },
  });
  const rig: Rig = {
    fake,
    gateway,
    heard: [],
    pressed: [],
    gaps: [],
    logs,
    handle: { message: async () => undefined, press: async () => ({ toast: '已记下', retire: true }) },
    advance: (ms) => void (now += ms),
    now: clock.now,
    async up() {
      await gateway.start();
      await vi.waitFor(() => {
        if (gateway.status().kind !== 'up') throw new Error('not up yet');
      }, soon);
    },
    async close() {
      await gateway.stop();
      await fake.close();
    },
  };
  gateway.onMessage((message) => {
    rig.heard.push(message);
    return rig.handle.message(message);
  });
  gateway.onPress((press) => {
    rig.pressed.push(press);
    return rig.handle.press(press);
  });
  gateway.onGap(async (from, to) => void rig.gaps.push([from, to]));
  return rig;
}

/** A message into the group G1. */
export const toGroup = (spans: readonly Span[] | string, more: Partial<Outbound> = {}): Outbound => ({
  chat: { channel: 'wecom', kind: 'group', id: 'G1' },
  spans: typeof spans === 'string' ? [spans] : spans,
  buttons: [],
  replyTo: null,
  ticket: null,
  ...more,
});

/** A message to one person. */
export const toPerson = (user: string, text: string, more: Partial<Outbound> = {}): Outbound =>
  toGroup(text, { chat: { channel: 'wecom', kind: 'direct', id: user }, ...more });
