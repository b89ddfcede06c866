import { describe, expect, it } from 'vitest';
import type { Agent } from '../model.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { principalOf, type Named } from './principal.js';

const via: Agent = { key: 'staff:suzhe', name: '苏喆', role: 'desk' };
const who = (name: string, change: Partial<Named> = {}): Named => ({ name, key: null, units: [], ...change });
const wang = ticketIn('offered', { members: [{ key: 'playground:li', name: '李老师' }] });
const other = ticketIn('accepted', {
  no: 'TZ-20261123-0018',
  unit: KUOXIAN,
  reporter: { key: 'playground:wang2', name: '王老师', chat: GROUP, user: 'wang2' },
});

describe('whom the desk speaks for', () => {
  it('is the one of this name on the ticket named: reporter, caller, contact, or who joined', () => {
    expect(principalOf(who('王老师'), [wang], [], via)).toMatchObject({
      key: 'playground:wang',
      role: 'reporter',
      via,
    });
    expect(principalOf(who('李老师'), [wang], [], via)).toMatchObject({ key: 'playground:li', name: '李老师' });
    const contact = { ...wang, contact: '孙主任' };
    expect(principalOf(who('孙主任'), [contact], [], via)).toMatchObject({ key: 'playground:wang', name: '孙主任' });
    const call = {
      ...wang,
      reporter: { ...wang.reporter, key: 'call:x', name: '来' },
      caller: { name: '赵园长', by: via },
    };
    expect(principalOf(who('赵园长'), [call], [], via)).toMatchObject({ key: 'call:x' });
  });

  it('is nobody else, whatever the number says', () => {
    expect(principalOf(who('钱老师'), [wang], [other], via)).toMatchObject({ kind: 'not-theirs', name: '钱老师' });
  });

  it('is else the only one who has such a ticket, in the school named', () => {
    expect(principalOf(who('王老师'), [], [wang], via)).toMatchObject({ key: 'playground:wang', unit: ZHANGJIAWAN });
    expect(principalOf(who('王老师'), [], [wang, other], via)).toMatchObject({ kind: 'which', tickets: [wang, other] });
    expect(principalOf(who('王老师', { units: [KUOXIAN] }), [], [wang, other], via)).toMatchObject({
      key: 'playground:wang2',
    });
    expect(principalOf(who('钱老师'), [], [wang], via)).toEqual({ kind: 'no-ticket-of', name: '钱老师' });
  });

  it('is found by a mention', () => {
    expect(principalOf(who('他', { key: 'playground:li' }), [], [wang, other], via)).toMatchObject({ name: '李老师' });
  });
});
