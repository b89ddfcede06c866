import type { Actor, Role, Sender } from '../model.js';
import { STAFF, ZHANGJIAWAN } from './house.js';

/** A school's contact. */
export const reporter = (user = 'wang', change: Partial<Sender> = {}): Sender => ({
  key: `playground:${user}`,
  name: '王老师',
  role: 'reporter',
  staff: null,
  unit: ZHANGJIAWAN,
  phone: '13800138001',
  ...change,
});

/** Somebody of the roster, by id. Throws where the roster has nobody of that id. */
export const member = (id: string): Sender => {
  const found = STAFF.find((s) => s.id === id);
  if (found === undefined) throw new Error(`nobody on the roster: ${id}`);
  return { key: `staff:${id}`, name: found.name, role: found.role, staff: id, unit: null, phone: null };
};

/** One sender of each role; the engineer is 赵高斌. */
export const BY_ROLE: Readonly<Record<Role, Sender>> = {
  reporter: reporter(),
  engineer: member('zhaogaobin'),
  desk: member('suzhe'),
  lead: member('zhangbingbing'),
  manager: member('wangxiubao'),
  client: member('jiafang'),
};

/** The sender as a ticket's log names them. */
export const actor = (sender: Sender): Exclude<Actor, 'clock'> => ({
  key: sender.key,
  name: sender.name,
  role: sender.role,
});
