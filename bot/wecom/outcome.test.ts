import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../gateway.js';
import { callbackIsOver, errcodeOf, isNotSubscribed, outcomeOfCode, outcomeOfRejection } from './outcome.js';

const errmsg =
  'api freq out of limit, hint: [1], from ip: 192.0.2.7, more info at https://open.example.invalid/e?key=K';
const answer = (errcode?: number) => ({
  headers: { req_id: 'aibot_send_msg_1' },
  errmsg,
  ...(errcode === undefined ? {} : { errcode }),
});

/** kind, and for a retry whether the lane waits. */
type Row = [errcode: number, kind: SendOutcome['kind'], slow?: 'slow'];

const table: readonly Row[] = [
  [-1, 'retry'],
  [40001, 'dead'],
  [40007, 'dead'],
  [40008, 'dead'],
  [40058, 'dead'],
  [40099, 'dead'],
  [41001, 'dead'],
  [42014, 'dead'],
  [42045, 'dead'],
  [44004, 'dead'],
  [45002, 'dead'],
  [45009, 'retry', 'slow'],
  [45033, 'retry', 'slow'],
  [45999, 'retry'],
  [50001, 'retry'],
  [93000, 'dead'],
  [93001, 'dead'],
  [93004, 'dead'],
  [93006, 'dead'],
  [93008, 'dead'],
  [93017, 'dead'],
  [846605, 'retry'],
  [846607, 'retry', 'slow'],
  [846608, 'retry'],
  [846609, 'retry'],
  [846699, 'retry'],
  [853000, 'retry'],
];

describe('an answer with a code', () => {
  it.each(table)('%d is %s %s', (errcode, kind, slow) => {
    const outcome = outcomeOfRejection(answer(errcode));
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'retry') {
      expect(outcome).toMatchObject(slow ? { slow: true, afterMs: 60_000 } : { slow: false, afterMs: null });
    }
    expect(outcome).toEqual(outcomeOfCode(errcode));
  });

  it.each(table)('%d gives its code as the reason, and nothing of errmsg', (errcode) => {
    const outcome = outcomeOfRejection(answer(errcode));
    const reason = 'reason' in outcome ? outcome.reason : '';
    expect(reason).toContain(`wecom ${errcode}: `);
    for (const secret of ['192.0.2', 'key=', 'http']) expect(reason).not.toContain(secret);
  });
});

describe('no answer with a code', () => {
  it.each<[what: string, rejection: unknown, kind: SendOutcome['kind']]>([
    ['an answer without errcode', answer(), 'unknown'],
    ['an answer with errcode as text', { ...answer(), errcode: '0' }, 'unknown'],
    ['an ack timeout', new Error('Reply ack timeout (5000ms) for reqId: R1'), 'unknown'],
    [
      'a lost connection',
      new Error('WebSocket connection closed (code: 1006), reply for reqId: R1 cancelled'),
      'unknown',
    ],
    ['a kick', new Error('Server disconnected due to new connection, reply for reqId: R1 cancelled'), 'unknown'],
    ['no socket', new Error('WebSocket not connected, unable to send data'), 'retry'],
    ['a full queue', new Error('Reply queue for reqId R1 exceeds max size (500)'), 'retry'],
    ['an unheard-of error', new Error('secret https://x.invalid?key=K'), 'unknown'],
    ['a string', 'boom', 'unknown'],
    ['nothing', undefined, 'unknown'],
  ])('%s', (_what, rejection, kind) => {
    const outcome = outcomeOfRejection(rejection);
    expect(outcome.kind).toBe(kind);
    expect(JSON.stringify(outcome)).not.toMatch(/R1|key=|192\.0/);
  });
});

describe('what the code says beside the outcome', () => {
  it('a callback that is over is answered by a push', () => {
    expect([846605, 846608, 45009, 40008].map((code) => callbackIsOver(answer(code)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(callbackIsOver(new Error('846605'))).toBe(false);
  });

  it('846609 is a lost subscription', () => {
    expect([846609, 846605].map((code) => isNotSubscribed(answer(code)))).toEqual([true, false]);
  });

  it('reads a code only where there is one', () => {
    expect([answer(5), answer(), null, 'x', new Error('x'), { errcode: 1.5 }].map(errcodeOf)).toEqual([
      5,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
