import { describe, expect, it } from 'vitest';
import { createLedger } from './ledger.js';
import type { Heard } from './stage.js';

/** The harness itself: a story must fail where it should. */
const heard = (n: number, text: string, more: Partial<Heard> = {}): Heard => ({
  n,
  at: 0,
  place: { kind: 'group' },
  lane: 'group',
  text,
  mentions: [],
  buttons: [],
  id: String(n),
  ...more,
});
const GROUP = { kind: 'group' } as const;

describe('ledger', () => {
  it('takes each message once, and gives it', () => {
    const ledger = createLedger(() => [heard(0, '已受理 0001')]);
    expect(ledger.expect(GROUP, '0001').n).toBe(0);
    expect(() => ledger.expect(GROUP, '0001')).toThrow('what comes next there is nothing');
    expect(() => ledger.nothingMore()).not.toThrow();
  });

  it('fails on a message nobody expected', () => {
    const ledger = createLedger(() => [heard(0, '已受理 0001')]);
    expect(() => ledger.nothingMore()).toThrow('nobody expected it');
  });

  it('holds to the order of a lane, and lets lanes run side by side', () => {
    const ledger = createLedger(() => [heard(0, '甲'), heard(1, '乙'), heard(2, '丙', { lane: 'group:mention' })]);
    expect(() => ledger.expect(GROUP, '乙')).toThrow('lacks 乙');
    expect(ledger.expect(GROUP, '丙').n).toBe(2);
    expect(ledger.expect(GROUP, '甲').n).toBe(0);
    expect(ledger.expect(GROUP, '乙').n).toBe(1);
  });

  it('fails where somebody is notified who was not expected to be, and the other way about', () => {
    const ledger = createLedger(() => [heard(0, '派单', { mentions: ['zhaogaobin'] })]);
    expect(() => ledger.expect(GROUP, '派单')).toThrow('notifies [zhaogaobin], not []');
    expect(() => ledger.expect(GROUP, '派单', { mentions: ['suzhe'] })).toThrow('notifies');
    expect(() => ledger.expect(GROUP, '派单', { mentions: ['zhaogaobin'] })).not.toThrow();
  });

  it('fails on other buttons, and on words that must not be there', () => {
    const ledger = createLedger(() => [heard(0, '派单 13800138001', { buttons: [{ id: 'a', label: '接单' }] })]);
    expect(() => ledger.expect(GROUP, '派单', { buttons: [] })).toThrow('has buttons [接单]');
    expect(() => ledger.expect(GROUP, '派单', { without: /\d{11}/u })).toThrow('must not say');
    expect(() => ledger.expect(GROUP, ['派单', /138/u], { buttons: ['接单'] })).not.toThrow();
  });

  it('tells one person’s direct messages from another’s', () => {
    const ledger = createLedger(() => [
      heard(0, '您好', { place: { kind: 'direct', person: 'suzhe' }, lane: 'suzhe' }),
    ]);
    expect(() => ledger.expect({ kind: 'direct', person: 'zhaogaobin' }, '您好')).toThrow();
    expect(() => ledger.expect(GROUP, '您好')).toThrow();
    expect(ledger.expect({ kind: 'direct', person: 'suzhe' }, '您好').n).toBe(0);
  });
});
