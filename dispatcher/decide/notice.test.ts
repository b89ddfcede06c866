import { describe, expect, it } from 'vitest';
import type { Bulletin, Notice } from '../bulletin.js';
import { HOUSE } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { GROUP } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import type { DeskDecision } from './desk-decision.js';
import { NOTICE_TURNS, decideNotice, decideNoticeTurn, silentOf, type NoticeScene } from './notice.js';
import { DAY } from './time.js';

const lead = member('zhangbingbing');
const scene = (bulletins: readonly Bulletin[], change: Partial<NoticeScene> = {}): NoticeScene => {
  const at = { chat: GROUP, replyTo: null };
  return { now: NOW, house: HOUSE, bulletins, sender: lead, at, groups: [GROUP], id: 'N1', ...change };
};
const draft = (confirm: boolean, asked: readonly string[] = []) =>
  ({ kind: 'notice', what: 'draft', text: '今晚割接', confirm, asked }) as const;
const publish = { kind: 'notice', what: 'publish' } as const;
const only = (decision: DeskDecision): Notice => {
  const [first, ...others] = decision.bulletins ?? [];
  if (first?.kind !== 'notice' || others.length > 0) throw new Error(`${others.length + 1} announcements`);
  return first;
};
const faultOf = ({ desk: [first] }: DeskDecision) => (first?.kind === 'fault' ? first.fault.kind : null);

describe('an announcement', () => {
  it('asks the team, but for its author, the client and the manager; or those named; or nobody', () => {
    const team = only(decideNotice(scene([]), draft(true), null)).asked;
    expect(team).toContain('suzhe');
    for (const out of ['zhangbingbing', 'wangxiubao', 'jiafang']) expect(team).not.toContain(out);
    expect(only(decideNotice(scene([]), draft(true, ['赵高斌']), null)).asked).toEqual(['zhaogaobin']);
    expect(only(decideNotice(scene([]), draft(false), null)).asked).toEqual([]);
  });

  it('goes out once, and only while it is a draft', () => {
    const fresh = only(decideNotice(scene([]), draft(false), null));
    const out = only(decideNotice(scene([fresh]), publish, null));
    expect(out.state).toBe('published');
    expect(faultOf(decideNotice(scene([out]), publish, 'N1'))).toBe('no-notice');
    expect(faultOf(decideNotice(scene([fresh], { now: NOW + DAY }), publish, null))).toBe('no-notice');
  });

  it('counts each reader once', () => {
    const fresh = only(decideNotice(scene([]), draft(true, ['赵高斌']), null));
    const out = only(decideNotice(scene([fresh]), publish, null));
    const seen = { kind: 'notice-seen' } as const;
    const read = only(decideNotice(scene([out], { sender: member('zhaogaobin') }), seen, 'N1'));
    expect([silentOf(out), silentOf(read)]).toEqual([['zhaogaobin'], []]);
    expect(decideNotice(scene([read], { sender: member('zhaogaobin') }), seen, 'N1').bulletins).toEqual([]);
    const both = only(decideNotice(scene([read], { sender: reporter() }), seen, 'N1'));
    expect(both.log.filter((e) => e.kind === 'seen')).toHaveLength(2);
  });

  it('ends after a day, once, and says who has not confirmed', () => {
    const fresh = only(decideNotice(scene([]), draft(true, ['赵高斌']), null));
    const out = only(decideNotice(scene([fresh]), publish, null));
    const calendar = (now: number, bulletins: readonly Bulletin[]) => ({
      ...{ now, bulletins, policy: HOUSE.policy, guarantees: [], rota: [] },
    });
    expect(NOTICE_TURNS.due(calendar(NOW, [out]))).toEqual([]);
    expect(NOTICE_TURNS.next(calendar(NOW, [out]))).toBe(NOW + DAY);
    const [turn] = NOTICE_TURNS.due(calendar(NOW + DAY, [out]));
    const ended = decideNoticeTurn(turn?.id ?? '', [out], NOW + DAY);
    expect(ended.desk).toMatchObject([{ kind: 'notice', news: { kind: 'status', over: true } }]);
    expect(NOTICE_TURNS.due(calendar(NOW + DAY, [only(ended)]))).toEqual([]);
    expect(decideNoticeTurn(turn?.id ?? '', [only(ended)], NOW + DAY).desk).toEqual([]);
  });
});
