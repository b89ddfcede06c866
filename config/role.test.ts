import { describe, expect, it } from 'vitest';
import { readRole } from './role.js';

describe('readRole', () => {
  it.each([
    [[], 'all'],
    [['--role', 'bot'], 'bot'],
    [['--role=worker'], 'worker'],
    [['--role', 'all'], 'all'],
  ] as const)('%j is %s', (args, role) => {
    expect(readRole(args)).toEqual({ kind: 'role', role });
  });

  it.each([
    [['--role', 'boss'], 'boss'],
    [['--role'], '--role'],
    [['--role='], '--role'],
    [['--rol', 'bot'], '--rol'],
    [['bot'], 'bot'],
    [['--role', 'bot', '--role', 'worker'], 'twice'],
  ] as const)('%j is refused and names what is wrong', (args, word) => {
    const read = readRole(args);
    expect(read.kind === 'fault' && read.problem).toContain(word);
  });
});
