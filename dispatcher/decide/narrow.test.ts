import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { member } from '../testing/people.js';
import { sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { narrowed } from './narrow.js';

const first = ticketIn('accepted');
const other = ticketIn('accepted', { no: 'TZ-20261123-0018', unit: KUOXIAN, place: '四楼', fault: '监控离线' });
const pick = (text: string, units: readonly string[] = []): readonly string[] =>
  narrowed([first, other], sceneOf(member('zhaogaobin'), factsOf('arrive', { units }), [], { text })).map((t) =>
    t.no.slice(-4),
  );

describe('which of several is meant', () => {
  it.each([
    ['到漷县中学了', [KUOXIAN], ['0018']],
    ['到漷县了', [], ['0018']],
    ['到张家湾了', [], ['0017']],
    ['教学楼三层那个好了', [], ['0017']],
    ['四楼的好了', [], ['0018']],
    ['监控好了', [], ['0018']],
    ['到了', [], ['0017', '0018']],
    ['先去漷县再去张家湾', [], ['0017', '0018']],
    ['两个学校都好了', [ZHANGJIAWAN, KUOXIAN], ['0017', '0018']],
  ])('%s', (text, units, expected) => {
    expect(pick(text, units)).toEqual(expected);
  });
});
