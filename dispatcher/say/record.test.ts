import { describe, expect, it } from 'vitest';
import type { TicketEvent, TimerKind } from '../model.js';
import { HOUSE } from '../testing/house.js';
import { INLINE } from '../testing/story.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { recordLines } from './record.js';

const stage = { now: NOW, house: HOUSE, mentions: INLINE };
const by = { key: 'staff:zhaogaobin', name: '赵高斌', role: 'engineer' } as const;
const lineOf = (event: TicketEvent): string | undefined => recordLines(ticketIn('accepted'), [event], stage)[2];

describe('the record of a ticket', () => {
  it('names who acted, who in whose place, and what came by itself', () => {
    expect(lineOf({ kind: 'accepted', at: NOW, by })).toMatch(/赵高斌 接单$/);
    const via = { key: 'staff:suzhe', name: '苏喆', role: 'desk' } as const;
    expect(lineOf({ kind: 'arrived', at: NOW, by: { ...by, via } })).toMatch(/苏喆 代 赵高斌 到场$/);
    expect(lineOf({ kind: 'closed', at: NOW, by: 'clock' })).toMatch(/自动 关闭$/);
  });

  it('says why nobody went, why a reminder came, and what a correction changed', () => {
    expect(lineOf({ kind: 'stranded', at: NOW, by: 'clock', why: 'all away' })).toContain('派不出去：都请假了');
    const kinds: readonly TimerKind[] = ['accept-warn', 'arrive-due', 'resolve-late', 'suspend-check', 'close'];
    for (const kind of kinds)
      expect(lineOf({ kind: 'told', at: NOW, by: 'clock', timer: `${kind}:1` })).toMatch(/自动 .{4,}/);
    expect(lineOf({ kind: 'corrected', at: NOW, by, set: { level: 1 }, why: '全校都断了' })).toContain(
      '更正（定为一级故障）：全校都断了',
    );
  });

  it('leaves out what tells nothing, masks numbers, and says the day once', () => {
    const events: readonly TicketEvent[] = [
      { kind: 'urged', at: NOW, by, text: '打 13800138001 问问' },
      { kind: 'asked', at: NOW, by: 'clock', what: 'phone' },
      { kind: 'resumed', at: NOW, by },
    ];
    const [, , first, second, ...rest] = recordLines(ticketIn('accepted'), events, stage);
    expect(rest).toEqual([]);
    expect(first).toMatch(/^\d\d-\d\d \d\d:\d\d 赵高斌 催单：打 138\*\*\*\*8001 问问$/);
    expect(second).toMatch(/^\d\d:\d\d 赵高斌 恢复处理$/);
  });
});
