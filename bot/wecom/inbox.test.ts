import { describe, expect, it, vi } from 'vitest';
import type { Inbound } from '../gateway.js';
import { createBounded } from './bounded.js';
import { createInbox } from './inbox.js';
import { createSerial } from './serial.js';
import type { Session } from './session.js';

const idleSession: Session = {
  reply: () => Promise.resolve(),
  push: () => Promise.resolve(),
  updateCard: () => Promise.resolve(),
  close: () => undefined,
};
const say = (msgid: string, chatid = 'G1') => ({
  headers: { req_id: `R-${msgid}` },
  body: {
    msgid,
    chatid,
    chattype: 'group',
    from: { userid: 'laoshi' },
    msgtype: 'text',
    text: { content: `@小通 ${msgid}` },
  },
});

function setUp(onMessage: (message: Inbound) => Promise<void>, chatIds: readonly string[] = []) {
  const callbacks = createBounded<string>(10, 1_000);
  const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const onLost = vi.fn();
  const serial = createSerial();
  const accept = createInbox({
    botName: '小通',
    chatIds,
    callbacks,
    cards: createBounded(10, 1_000),
    serial,
    onMessage,
    onPress: () => Promise.reject(new Error('none')),
    onLost,
    clock: { now: () => 7 },
    logger,
    timings: { pressMs: 100, keepRetriesMs: [0, 0] },
  });
  return {
    logger,
    onLost,
    callbacks,
    accept: (frame: unknown) => accept(frame, idleSession),
    idle: () => serial.idle(5_000),
  };
}

describe('createInbox', () => {
  it('remembers the callback of a message by its msgid', () => {
    const { accept, callbacks } = setUp(async () => undefined);
    accept(say('M1'));
    expect(callbacks.get('M1', 7)).toBe('R-M1');
  });

  it('gives a message to a failing handler again, before the next of the chat', async () => {
    const given: string[] = [];
    let failures = 2;
    const { accept, idle, onLost } = setUp(async (message) => {
      given.push(message.text);
      if (failures-- > 0) throw new Error('the store is away');
    });
    accept(say('M1'));
    accept(say('M2'));
    await idle();
    expect(given).toEqual(['M1', 'M1', 'M1', 'M2']);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('gives up in the end, tells the gap, and goes on', async () => {
    const given: string[] = [];
    const { accept, idle, onLost, logger } = setUp(async (message) => {
      given.push(message.text);
      if (message.text === 'M1') throw new Error('13800138000 三楼');
    });
    accept(say('M1'));
    accept(say('M2'));
    await idle();
    expect(given).toEqual(['M1', 'M1', 'M1', 'M2']);
    expect(onLost.mock.calls).toEqual([[7, 7]]);
    expect(JSON.stringify(logger.error.mock.calls)).not.toMatch(/138|三楼/);
  });

  it('passes groups that are not served by, with one warning each', async () => {
    const given: string[] = [];
    const { accept, idle, logger } = setUp(async (message) => void given.push(message.text), ['G1']);
    for (const frame of [say('M1', 'G2'), say('M2', 'G2'), say('M3', 'G1'), say('M4', 'G3')]) accept(frame);
    await idle();
    expect(given).toEqual(['M3']);
    expect(logger.warn.mock.calls.map(([fields]) => fields)).toEqual([{ chat: 'G2' }, { chat: 'G3' }]);
  });

  it('names what it cannot read, without its words', () => {
    const { accept, logger } = setUp(async () => undefined);
    accept({ ...say('M1'), body: { ...say('M1').body, msgtype: 'location', text: '13800138000' } });
    expect(logger.warn.mock.calls.map(([fields]) => fields)).toEqual([
      { refused: 'unknown-msgtype', detail: 'location' },
    ]);
  });
});
