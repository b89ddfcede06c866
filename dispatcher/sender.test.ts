import { describe, expect, it } from 'vitest';
import { keyOf, senderOf, staffOf } from './sender.js';
import { STAFF, ZHANGJIAWAN } from './testing/house.js';

describe('who wrote', () => {
  it('is somebody of the roster by the platform’s id, on channels where the roster has one', () => {
    expect(staffOf('zhaogaobin', 'wecom', STAFF)?.name).toBe('赵高斌');
    expect(staffOf('zhaogaobin', 'telegram', STAFF)).toBeNull();
    expect(senderOf({ id: 'suzhe', name: '别的名字' }, 'wecom', STAFF, null)).toEqual({
      key: 'staff:suzhe',
      name: '苏喆',
      role: 'desk',
      staff: 'suzhe',
      unit: null,
      phone: null,
    });
  });

  it('is else a reporter, with what earlier messages told', () => {
    const known = { name: '王老师', unit: ZHANGJIAWAN, phone: '13800138001' };
    expect(senderOf({ id: 'w1', name: null }, 'wecom', STAFF, known)).toEqual({
      key: 'wecom:w1',
      name: '王老师',
      role: 'reporter',
      staff: null,
      unit: ZHANGJIAWAN,
      phone: '13800138001',
    });
  });

  it('is called by the name told, else by the platform’s, and never by a raw id', () => {
    const known = { name: '王老师', unit: ZHANGJIAWAN, phone: null };
    const called = (name: string | null, told: string | null): string =>
      senderOf({ id: 'w1', name }, 'wecom', STAFF, told === null ? null : { ...known, name: told }).name;
    expect(called('晓风', '王老师')).toBe('王老师');
    expect(called('王芳', '')).toBe('王芳');
    expect(called('w1', '')).toBe('报修人');
    expect(called(null, null)).toBe('报修人');
  });

  it('has one key for ever, and another on another channel', () => {
    expect(keyOf('zhaogaobin', 'wecom', STAFF)).toBe('staff:zhaogaobin');
    expect(keyOf('zhaogaobin', 'playground', STAFF)).toBe('staff:zhaogaobin');
    expect(keyOf('w1', 'wecom', STAFF)).toBe('wecom:w1');
    expect(keyOf('w1', 'telegram', STAFF)).toBe('telegram:w1');
  });
});
