import { describe, expect, it } from 'vitest';
import type { Ticket, TicketEvent } from '../../dispatcher/model.js';
import { actor, member, reporter } from '../../dispatcher/testing/people.js';
import { ticketIn, type Extra } from '../../dispatcher/testing/tickets.js';
import { KUOXIAN, ZHANGJIAWAN } from '../../dispatcher/testing/house.js';
import { NOW } from '../../dispatcher/testing/time.js';
import { contextOf, parseLine } from '../triage-line.js';
import { linesOf, type Log } from './line.js';

const TEXT = '教学楼三层整层断网，监控也黑了，王老师 13800138001';
const SUZHE = actor(member('suzhe'));
const MINUTE = 60_000;

const told = (n: number, extra: Extra = {}): TicketEvent => {
  const no = `TZ-20261123-000${n}`;
  const ticket: Ticket = ticketIn('unassigned', { no, id: no, ...extra });
  return { kind: 'reported', at: NOW, by: actor(reporter()), ticket, text: TEXT };
};
type Set = Extract<TicketEvent, { kind: 'corrected' }>['set'];
const corrected = (minutes: number, set: Set, why = '核实过'): TicketEvent => ({
  kind: 'corrected',
  at: NOW + minutes * MINUTE,
  by: SUZHE,
  set,
  why,
});
const log = (n: number, ...events: readonly TicketEvent[]): Log => ({ ticket: `TZ-20261123-000${n}`, events });
const own = (n: number): string => `TZ-20261123-000${n}`;

describe('linesOf', () => {
  it('is a labelled line: words masked, labels after the correction, who, when and why', () => {
    const why = '电话 13800138002 核实：全校';
    const lines = linesOf(own(1), [log(1, told(1), corrected(5, { level: 1 }, why))], ZHANGJIAWAN);
    expect(lines).toEqual([
      {
        id: 'k202611230001002',
        text: '教学楼三层整层断网，监控也黑了，王老师 138****8001',
        role: 'reporter',
        context: { unit: ZHANGJIAWAN },
        labels: {
          intent: 'report',
          severity: 1,
          category: 'campus',
          unit: ZHANGJIAWAN,
          location: '教学楼三层',
          phone: null,
          faults: [{ severity: 1, category: 'campus', location: '教学楼三层', summary: '整层断网' }],
        },
        by: 'staff:suzhe',
        at: '2026-11-23T10:52:00.000+08:00',
        why: '电话 138****8002 核实：全校',
      },
    ]);
  });

  it('can be read by triage', () => {
    const [line] = linesOf(own(1), [log(1, told(1), corrected(5, { level: 1 }))], ZHANGJIAWAN);
    const parsed = parseLine(JSON.stringify(line));
    expect('line' in parsed && contextOf(parsed.line)).toMatchObject({ role: 'reporter', unit: ZHANGJIAWAN });
  });

  it('gives each correction its own line, with what held after it', () => {
    const lines = linesOf(
      own(1),
      [log(1, told(1), corrected(5, { category: 'fibre' }), corrected(9, { level: 1, unit: KUOXIAN }))],
      null,
    );
    expect(
      lines.map(({ id, context, labels }) => [id, context, labels.severity, labels.category, labels.unit]),
    ).toEqual([
      ['k202611230001002', {}, 2, 'fibre', ZHANGJIAWAN],
      ['k202611230001003', {}, 1, 'fibre', KUOXIAN],
    ]);
  });

  it('leaves out what other messages told: those words are not in the line', () => {
    const set = { level: 1, place: '实验楼' } as const;
    const later: TicketEvent = { kind: 'supplemented', at: NOW + MINUTE, by: actor(reporter()), text: '是全校', set };
    const lines = linesOf(
      own(1),
      [log(1, told(1, { place: '实验楼' }), later, corrected(5, { category: 'fibre' }))],
      null,
    );
    expect(lines[0]?.labels).toMatchObject({ severity: 2, category: 'fibre', location: null });
  });

  it('labels a message with several faults as a whole, its level that of the gravest', () => {
    const logs = [
      log(1, told(1), corrected(9, { level: 1 })),
      log(
        2,
        told(2, { level: 3, category: 'surveillance', fault: '监控黑屏', place: null }),
        corrected(5, { level: 2 }),
      ),
    ];
    expect(linesOf(own(2), logs, null)[0]?.labels).toMatchObject({
      severity: 2,
      category: 'campus',
      faults: [
        { severity: 2, category: 'campus' },
        { severity: 2, category: 'surveillance', location: null, summary: '监控黑屏' },
      ],
    });
    expect(linesOf(own(1), logs, null)[0]?.labels).toMatchObject({
      severity: 1,
      faults: [{ severity: 1 }, { severity: 2 }],
    });
  });

  it('is empty without a correction', () => {
    expect(linesOf(own(1), [log(1, told(1))], null)).toEqual([]);
  });
});
