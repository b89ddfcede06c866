import { expect, it } from 'vitest';
import { POLICY } from '../testing/house.js';
import { ticketIn } from '../testing/tickets.js';
import { visitorOf } from './visit.js';

const call = (entered: 'suzhe' | 'wangxiubao' | 'zhaogaobin', assignee: string) => {
  const role = { suzhe: 'desk', wangxiubao: 'manager', zhaogaobin: 'engineer' } as const;
  const by = { key: `staff:${entered}`, name: entered, role: role[entered] };
  return visitorOf(ticketIn('resolved', { assignee, caller: { name: '王老师', by } }), POLICY);
};

it('who entered a call calls back, else the desk, else the lead; never who repaired it', () => {
  expect(call('suzhe', 'zhaogaobin')).toBe('suzhe');
  expect(call('wangxiubao', 'zhaogaobin')).toBe('wangxiubao');
  expect(call('zhaogaobin', 'dongyayang')).toBe('suzhe');
  expect(call('suzhe', 'suzhe')).toBe('zhangbingbing');
  expect(visitorOf(ticketIn('resolved'), POLICY)).toBeNull();
});
