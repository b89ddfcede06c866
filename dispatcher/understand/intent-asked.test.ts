import { describe, expect, it } from 'vitest';
import type { Asked, Intent } from '../model.js';
import { context, reader } from './testing/district.js';

const read = (text: string, asked: Asked | null, role: 'desk' | 'engineer' = 'desk') =>
  reader.understand(text, context({ role, asked, ticket: 'open' }));

describe('an answer of the desk for a caller', () => {
  it.each<[string, Asked | null, Intent]>([
    ['13800138008', 'phone', 'supplement'],
    ['电话是13800138008', 'phone', 'supplement'],
    ['潞河中学', 'unit', 'supplement'],
    ['实验楼 203 办公室', 'location', 'supplement'],
    ['全校', 'scope', 'supplement'],
    ['5分，师傅很耐心', 'rating', 'feedback'],
    ['0017 4分', null, 'feedback'],
  ])('%s, asked for %s, is %s', (text, asked, intent) => {
    expect(read(text, asked).intent).toBe(intent);
  });

  it('that the repair did not hold is heard as such', () => {
    expect(read('0017 还是不行', null)).toMatchObject({ relapse: true, tickets: ['0017'] });
  });

  it.each<[string, Asked | null]>([
    ['大家辛苦了', 'rating'],
    ['5分钟后到', 'rating'],
    ['赵高斌 13800138008 值班', 'location'],
  ])('%s is none', (text, asked) => {
    expect(['feedback', 'supplement']).not.toContain(read(text, asked).intent);
  });

  it('of an engineer is his work', () => {
    expect(read('203 办公室', 'location', 'engineer').intent).not.toBe('feedback');
  });
});
