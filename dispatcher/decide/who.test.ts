import { describe, expect, it } from 'vitest';
import { KUOXIAN, STAFF, ZHANGJIAWAN } from '../testing/house.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { whoIs, type Person, type Pointer } from './who.js';

const WANG: Person = { key: 'playground:wang', name: '王老师', unit: ZHANGJIAWAN, phone: '13800138001' };
const OTHER: Person = { ...WANG, key: 'playground:wang2', unit: KUOXIAN };
const ABROAD: Person = { ...WANG, key: 'telegram:7' };
const point = (change: Partial<Pointer> = {}): Pointer => ({
  channel: 'playground',
  id: null,
  name: null,
  mentions: [],
  author: null,
  quoted: null,
  ...change,
});
const who = (pointer: Partial<Pointer>, people = [WANG], open = [ticketIn('unassigned')]) =>
  whoIs(point(pointer), people, open, STAFF);

describe('whom an order means', () => {
  it('is the one mentioned, else of this id, else the author of what is quoted, known or not', () => {
    expect(who({ mentions: ['wang'], id: 'x', author: 'y' })).toEqual(WANG);
    expect(who({ id: 'wang', author: 'y' })).toEqual(WANG);
    expect(who({ author: 'wang', name: '别人' })).toEqual(WANG);
    expect(who({ author: 'new' })).toEqual({ key: 'playground:new', name: '', unit: null, phone: null });
  });

  it('is the reporter of the ticket that is quoted', () => {
    const reporter = { key: 'playground:li', name: '李老师', chat: GROUP, user: 'li' };
    const quoted = ticketIn('offered', { reporter });
    expect(who({ quoted })).toMatchObject({ key: 'playground:li', name: '李老师' });
    const by = { key: 'staff:suzhe', name: '苏喆', role: 'desk' } as const;
    expect(who({ quoted: { ...quoted, caller: { name: '李老师', by } } })).toEqual({ kind: 'nobody', name: '' });
  });

  it('is the only one of this name, on this channel before others', () => {
    expect(who({ name: '王老师' })).toEqual(WANG);
    expect(who({ name: '王老师' }, [ABROAD, WANG])).toEqual(WANG);
    expect(who({ name: '王老师' }, [ABROAD], [])).toEqual(ABROAD);
    expect(who({ name: '王老师' }, [WANG, OTHER])).toMatchObject({ kind: 'several-people', name: '王老师' });
    expect(who({ name: '钱老师' })).toEqual({ kind: 'nobody', name: '钱老师' });
  });

  it('is found by the name under which somebody has a ticket open', () => {
    const reporter = { key: 'playground:qian', name: '钱老师', chat: GROUP, user: 'qian' };
    const open = [ticketIn('unassigned', { reporter }), ticketIn('offered', { reporter })];
    expect(who({ name: '钱老师' }, [], open)).toMatchObject({ key: 'playground:qian' });
  });

  it('is nobody of the roster', () => {
    expect(who({ mentions: ['zhaogaobin'] })).toEqual({ kind: 'staff', name: '赵高斌' });
    expect(who({ name: '赵高斌' })).toEqual({ kind: 'staff', name: '赵高斌' });
  });
});
