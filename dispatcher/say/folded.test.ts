import { describe, expect, it } from 'vitest';
import type { Fold } from '../model.js';
import { foldedWords } from './folded.js';

const fold = (item: string, tail = ''): Fold => ({ key: 'k', min: 2, head: '已并入 SJ-1', item, tail });

describe('messages said together', () => {
  it('stand in one line where they are short, each once, with how many there were and the latest tail', () => {
    const folds = [fold('0001 甲', '08:15 前通报'), fold('0002 乙'), fold('0001 甲', '08:30 前通报')];
    expect(foldedWords(folds)).toBe('已并入 SJ-1，共 3 条：0001 甲（2 人报）、0002 乙；08:30 前通报');
  });

  it('stand in numbered lines where they are long', () => {
    const long = '已记到 0001，赵高斌 10:42 已接单，11:12 前到场，请留意来电';
    expect(foldedWords([fold(long), fold('0002 乙')])).toBe(`已并入 SJ-1，共 2 条：\n1. ${long}\n2. 0002 乙`);
  });

  it('are nothing where there are none', () => {
    expect(foldedWords([])).toBe('');
  });
});
