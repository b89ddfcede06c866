import { describe, expect, it } from 'vitest';
import { HOUSE, STAFF, houseOf } from '../testing/house.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { directTo, laneOf, lines, mentionStaff, said, whileIn } from './message.js';
import { reach } from './reach.js';

const MENTIONS = { wecom: 'separate', telegram: 'inline', playground: 'none' } as const;
const live = { mention: 'zhaogaobin', name: '赵高斌' };
const without = (id: string) =>
  houseOf(
    {},
    STAFF.map((s) => (s.id === id ? { ...s, ids: {} } : s)),
  );

describe('lines', () => {
  it('are joined by line breaks, and empty ones are left out', () => {
    expect(lines('一', null, '', [live, ' 二'], '三')).toEqual(['一', '\n', live, ' 二', '\n', '三']);
    expect(lines(null, '一')).toEqual(['一']);
  });
});

describe('whom a channel can reach', () => {
  it('is mentioned live, or by plain name', () => {
    expect(mentionStaff('zhaogaobin', 'playground', HOUSE)).toEqual(live);
    expect(mentionStaff('zhaogaobin', 'telegram', HOUSE)).toBe('@赵高斌');
    expect(directTo('zhaogaobin', 'wecom', HOUSE)).toEqual({ channel: 'wecom', kind: 'direct', id: 'zhaogaobin' });
    expect(directTo('zhaogaobin', 'telegram', HOUSE)).toBeNull();
  });

  it('or else the lead, who can telephone', () => {
    expect(reach('zhaogaobin', 'playground', HOUSE)).toEqual([live]);
    expect(reach('zhaogaobin', 'playground', without('zhaogaobin'))).toEqual([
      '@赵高斌',
      '（未登记本群账号，',
      { mention: 'zhangbingbing', name: '张冰冰' },
      ' 请电话通知）',
    ]);
    expect(reach('zhangbingbing', 'playground', without('zhangbingbing'))).toEqual(['@张冰冰']);
  });
});

describe('the lane', () => {
  const wecom = { channel: 'wecom', kind: 'group', id: 'G' } as const;
  it.each([
    ['words', wecom, ['一'], 'wecom:G'],
    ['a live mention over a second robot', wecom, ['一', live], 'wecom:G:mention'],
    ['a live mention that is a word like others', { ...wecom, channel: 'telegram' }, [live], 'telegram:G'],
    ['a live mention directly', { ...wecom, kind: 'direct' }, [live], 'wecom:G'],
    ['a name that is no mention', wecom, ['@赵高斌 请协调'], 'wecom:G'],
  ] as const)('of %s', (_, chat, spans, lane) => {
    expect(laneOf(chat, spans, MENTIONS)).toBe(lane);
  });
});

describe('a message', () => {
  it('answers nothing, has no buttons, is always wanted and said once, unless it says so', () => {
    expect(said({ kind: 'x', class: 'info', chat: GROUP, spans: ['一'], ticket: null }, MENTIONS)).toEqual({
      outbound: { chat: GROUP, spans: ['一'], buttons: [], replyTo: null, ticket: null },
      lane: 'playground:g1',
      class: 'info',
      kind: 'x',
      ticket: null,
      wanted: null,
      repeat: 'never',
      notBefore: null,
      fold: null,
    });
  });

  it('is wanted in some states, and where it counts in this round only', () => {
    const ticket = ticketIn('offered', { round: 4 });
    expect(whileIn(ticket, ['offered'])).toEqual({ ticket: ticket.id, states: ['offered'], round: null });
    expect(whileIn(ticket, ['offered'], true).round).toBe(4);
  });
});
