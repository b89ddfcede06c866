import { QueryFailedError } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../entities/fault.js';
import { faultOf, safeError } from './database-error.js';

const coded = (code: string): Error => Object.assign(new Error('words 13800138000'), { code });
const failed = (code: string): Error => new QueryFailedError('INSERT …', ['words'], coded(code));

describe('faults of both drivers', () => {
  test.each([
    ['40001', 'clash'],
    ['40P01', 'clash'],
    ['55P03', 'clash'],
    ['ER_LOCK_DEADLOCK', 'clash'],
    ['ER_LOCK_WAIT_TIMEOUT', 'clash'],
    ['57P01', 'lost'],
    ['PROTOCOL_CONNECTION_LOST', 'lost'],
    ['ECONNRESET', 'lost'],
    ['ECONNREFUSED', 'lost'],
    ['23505', 'duplicate'],
    ['ER_DUP_ENTRY', 'duplicate'],
    ['22001', 'other'],
    ['ER_DATA_TOO_LONG', 'other'],
  ])('%s is %s', (code, fault) => {
    expect(faultOf(failed(code))).toBe(fault);
    expect(faultOf(coded(code))).toBe(fault);
  });

  test.each(['Connection terminated unexpectedly', "Can't add new command when connection is in closed state"])(
    '%s is lost',
    (words) => expect(faultOf(new Error(words))).toBe('lost'),
  );

  test('what may be logged tells the code and nothing else; other errors stay as they are', () => {
    const safe = safeError(failed('22001'));
    expect(safe).toBeInstanceOf(StoreError);
    expect(safe).toMatchObject({ code: 'DATABASE_22001' });
    expect(JSON.stringify(safe, Object.getOwnPropertyNames(safe))).not.toMatch(/words|INSERT|138/);
    const bug = new TypeError('x is not a function');
    expect(safeError(bug)).toBe(bug);
    expect(faultOf('text')).toBe('other');
  });
});
