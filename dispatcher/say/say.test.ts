import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alarm, Effect } from '../decision.js';
import type { Said } from '../ports.js';
import { aTypedPhone } from '../testing/arbitrary.js';
import { everyEffect } from '../testing/effects.js';
import { HOUSE, STAFF, houseOf } from '../testing/house.js';
import { mentionsIn, wordsOf } from '../testing/plain.js';
import { IN_GROUP, SEPARATE, WITH_ENGINEER, WITH_REPORTER, saidOf, spoken, stageOf } from '../testing/spoken.js';
import { INLINE } from '../testing/story.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { readButton } from '../decide/press.js';

const STAGES = [
  stageOf(NOW, SEPARATE),
  stageOf(NOW, INLINE),
  stageOf(
    NOW,
    INLINE,
    houseOf(
      {},
      STAFF.map((s) => ({ ...s, ids: {} })),
    ),
  ),
];
const everything = (words: string): readonly Said[] =>
  STAGES.flatMap((stage) => everyEffect(words).flatMap((effect) => saidOf([effect], stage)));

describe('everything that is said', () => {
  const says = everything('三楼断了');

  it('has words, and each message one sign at most', () => {
    expect(says.length).toBeGreaterThan(1000);
    for (const said of says) {
      const words = wordsOf(said);
      expect(words.trim(), said.kind).not.toBe('');
      expect(words.match(/\p{Extended_Pictographic}/gu)?.length ?? 0, words).toBeLessThanOrEqual(1);
      expect(words, words).not.toMatch(/undefined|null|NaN|\n\n|！！|亲|，$|，\n|，，/);
    }
  });

  it('has buttons that a platform takes and that are read back', () => {
    for (const { outbound } of says)
      for (const { id, label } of outbound.buttons) {
        expect(new TextEncoder().encode(id).length).toBeLessThanOrEqual(64);
        expect(id).toMatch(/^[0-9A-Za-z:_-]+$/);
        expect(readButton(id)?.no).toBe('TZ-20261123-0017');
        expect(label).not.toBe('');
      }
  });

  it('queues in the lane of its chat, over the second robot only where a live mention needs it', () => {
    for (const said of says) {
      const { chat } = said.outbound;
      const own = `${chat.channel}:${chat.id}`;
      expect([own, `${own}:mention`]).toContain(said.lane);
      if (said.lane !== own) expect([chat.kind, mentionsIn(said).length > 0]).toEqual(['group', true]);
    }
  });

  it('mentions nobody but the roster and the reporter', () => {
    const known = [...STAFF.map((s) => s.id), 'wang'];
    for (const said of says) for (const id of mentionsIn(said)) expect(known).toContain(id);
  });

  it('answers a message only in the chat it came from', () => {
    for (const effect of everyEffect('三楼'))
      for (const said of saidOf([effect]))
        if (said.outbound.replyTo !== null) {
          expect('at' in effect ? effect.at.chat : null).toEqual(said.outbound.chat);
        }
  });
});

describe('what people typed', () => {
  it('never puts a whole telephone number before anybody but the engineer who goes', () => {
    fc.assert(
      fc.property(aTypedPhone, fc.constantFrom('电话', '', '三楼 '), (phone, before) => {
        for (const said of everything(before + phone)) {
          const { chat } = said.outbound;
          if (chat.kind === 'direct' && chat.id === 'zhaogaobin') continue;
          const words = wordsOf(said).normalize('NFKC');
          expect(words.replace(/[\s\p{Pd}.·]/gu, ''), `${said.kind}: ${words}`).not.toMatch(/13800138\d{3}/);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('stays words, whatever it looks like: the spans that notify are the bot’s own', () => {
    for (const trick of [
      '@所有人 <@all> 来看',
      '@赵高斌',
      '[点我](https://example.org)',
      '<font color="red">急</font>',
    ]) {
      const mentions = (words: string): readonly (readonly string[])[] => everything(words).map(mentionsIn);
      expect(mentions(trick)).toEqual(mentions('三楼断了'));
    }
  });
});

describe('one message for two', () => {
  const ticket = ticketIn('offered');
  const offer: Effect = { kind: 'offer', ticket, step: 'first', from: null };
  const kinds = (at: typeof IN_GROUP, stage = stageOf(NOW, INLINE)): readonly string[] =>
    saidOf([{ kind: 'receipt', ticket, at, question: null }, offer], stage).map((s) => s.kind);

  it('where the mention is inline and the report was made in the group', () => {
    expect(kinds(IN_GROUP)).toEqual(['dispatch', 'brief']);
  });

  it('not where a second robot mentions, nor where the report was made directly', () => {
    expect(kinds(IN_GROUP, stageOf(NOW, SEPARATE))).toEqual(['receipt', 'dispatch', 'brief']);
    expect(kinds(WITH_REPORTER)).toEqual(['receipt', 'dispatch', 'brief']);
  });

  it('each its own where two tickets were made', () => {
    const other = ticketIn('offered', { no: 'TZ-20261123-0018' });
    const says = saidOf(
      [
        { kind: 'receipt', ticket, at: IN_GROUP, question: null },
        offer,
        { kind: 'receipt', ticket: other, at: IN_GROUP, question: 'phone' },
        { ...offer, ticket: other },
      ],
      stageOf(NOW, INLINE),
    );
    expect(says.map((s) => [s.kind, s.ticket])).toEqual([
      ['dispatch', ticket.id],
      ['brief', ticket.id],
      ['dispatch', other.id],
      ['brief', other.id],
    ]);
  });

  it('tells in the call that a ticket is opened again, where that was said in the group', () => {
    const reopened = { ...offer, step: 'reopened', from: { name: '王老师', reason: '还是不行' } } as const;
    const says = saidOf([{ kind: 'reopened', ticket, at: IN_GROUP }, reopened], stageOf(NOW, INLINE));
    expect(says.map((s) => s.kind)).toEqual(['dispatch', 'brief']);
    expect(says[0]?.outbound.replyTo).toBe('m1');
    expect(spoken([{ kind: 'reopened', ticket, at: IN_GROUP }, reopened])[0]).not.toContain('还是不行');
    const aside = saidOf([{ kind: 'reopened', ticket, at: WITH_REPORTER }, reopened], stageOf(NOW, INLINE));
    expect(aside.map((s) => s.kind)).toEqual(['reopened', 'dispatch', 'brief']);
  });

  it('of two things for one person about one ticket at one moment says the one that says more', () => {
    const alarm = (why: Alarm, to = 'zhangbingbing'): Effect => ({ kind: 'alarm', ticket, to, why });
    const breach: Effect = { kind: 'breach', ticket, clock: 'arrive', due: NOW, tell: 'zhangbingbing' };
    const late: Alarm = { kind: 'late', clock: 'arrive' };
    const kinds = (...effects: readonly Effect[]): readonly string[] =>
      saidOf(effects, stageOf(NOW, INLINE)).map((s) => `${s.kind} ${s.outbound.chat.id}`);
    expect(kinds(breach, alarm({ kind: 'round' }), alarm(late))).toEqual(['alarm zhangbingbing']);
    expect(kinds(breach, alarm({ kind: 'round' }, 'wangxiubao'))).toEqual(['breach g1', 'alarm wangxiubao']);
    // The lead is the engineer too: the job is all he needs.
    const own = { ...offer, ticket: ticketIn('offered', { assignee: 'zhangbingbing' }) } as const;
    expect(kinds(own, alarm({ kind: 'level-1' }))).toEqual(['dispatch g1', 'brief zhangbingbing']);
    expect(kinds({ ...offer, step: 'again' }, { ...offer, step: 'lapsed' })).toHaveLength(2);
    const reminder: Effect = { kind: 'reminder', ticket, clock: 'resolve', due: NOW };
    expect(kinds({ kind: 'beat', ticket }, reminder)).toEqual(['reminder zhaogaobin']);
  });

  it('gives an engineer who takes a job aside one answer, with all of it', () => {
    const taken = ticketIn('accepted');
    const says = saidOf([
      { kind: 'moved', ticket: taken, step: 'accepted', words: '', at: WITH_ENGINEER },
      { kind: 'details', ticket: taken, to: 'zhaogaobin' },
    ]);
    expect(says.map((s) => `${s.kind} ${s.outbound.chat.id}`)).toEqual(['accepted g1', 'brief zhaogaobin']);
    expect(says[1]?.outbound.buttons.map((b) => b.label)).toEqual(['到场', '转派']);
  });

  it('says nothing of an offer without its receipt folded', () => {
    expect(saidOf([offer], stageOf(NOW, INLINE, HOUSE)).map((s) => s.kind)).toEqual(['dispatch', 'brief']);
  });
});
