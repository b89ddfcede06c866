import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Button, Outbound, Span } from '../gateway.js';
import { encode, MARKDOWN_BYTES, WEBHOOK_TEXT_BYTES, type EncodeRules } from './encode.js';
import { utf8Bytes } from './split.js';

const accept: Button = { id: 'accept:1', label: '接单' };
const zhao: Span = { mention: 'zhaogaobin', name: '赵高斌' };
const rules: EncodeRules = { webhook: true, groupCards: true, nonce: 'n1' };
const out = (spans: readonly Span[], more: Partial<Outbound> = {}): Outbound => ({
  chat: { channel: 'wecom', kind: 'group', id: 'G1' },
  spans,
  buttons: [],
  replyTo: null,
  ticket: 'TZ-20261122-0017',
  ...more,
});
const direct = { chat: { channel: 'wecom', kind: 'direct', id: 'zhaogaobin' } } as const;
const bodies = (message: Outbound, allowed: EncodeRules = rules) => encode(message, allowed).bodies;
const contents = (message: Outbound, allowed: EncodeRules = rules): string[] =>
  bodies(message, allowed).map((body) => {
    if (body.msgtype === 'template_card') throw new Error('a card');
    return body.msgtype === 'markdown' ? body.markdown.content : body.text.content;
  });
const ways = (message: Outbound, allowed: EncodeRules = rules): string[] => {
  const { via } = encode(message, allowed);
  return bodies(message, allowed).map(({ msgtype }) => `${via} ${msgtype}`);
};

describe('the way', () => {
  it.each<[what: string, message: Outbound, allowed: Partial<EncodeRules>, way: string[]]>([
    ['words', out(['已受理']), {}, ['bot markdown']],
    ['a mention in a group', out([zhao, ' 请接单']), {}, ['webhook text']],
    ['a mention without a webhook', out([zhao, ' 请接单']), { webhook: false }, ['bot markdown']],
    ['a mention in a direct chat', out([zhao, ' 请接单'], direct), {}, ['bot markdown']],
    ['buttons in a group', out(['派单'], { buttons: [accept] }), {}, ['bot template_card']],
    [
      'buttons where groups take no cards',
      out(['派单'], { buttons: [accept] }),
      { groupCards: false },
      ['bot markdown'],
    ],
    [
      'buttons in a direct chat',
      out(['派单'], { ...direct, buttons: [accept] }),
      { groupCards: false },
      ['bot template_card'],
    ],
    ['buttons that do not fit', out(['网'.repeat(500)], { buttons: [accept] }), {}, ['bot markdown']],
    ['buttons with a mention', out([zhao, '派单'], { buttons: [accept] }), {}, ['webhook text']],
    [
      'a mention as words on a card',
      out([zhao, '派单'], { buttons: [accept] }),
      { webhook: false },
      ['bot template_card'],
    ],
    ['nothing', out([]), {}, []],
    ['blanks', out([' \n ']), {}, []],
    ['nobody', out([{ mention: 'x', name: ' ' }]), {}, []],
  ])('%s', (_what, message, allowed, way) => {
    expect(ways(message, { ...rules, ...allowed })).toEqual(way);
  });
});

describe('the words', () => {
  it('says a mention that cannot notify', () => {
    expect(contents(out([zhao, ' 请接单']), { ...rules, webhook: false })).toEqual(['@赵高斌 请接单']);
  });

  it('names everybody once to be notified, and everybody in place', () => {
    const [body] = bodies(out([zhao, '、', { mention: 'suzhe', name: '苏喆' }, ' 请看，', zhao]), rules);
    const text = { content: '赵高斌、苏喆 请看，赵高斌', mentioned_list: ['zhaogaobin', 'suzhe'] };
    expect(body).toEqual({ msgtype: 'text', text });
  });

  it('names are data: neither a name nor a report mentions anybody', () => {
    const odd: Span = { mention: 'zhaogaobin', name: '<@all>' };
    expect(contents(out([odd, ' <@suzhe>']))).toEqual(['＜@all> ＜@suzhe>']);
    expect(contents(out([odd, ' <@suzhe>']), { ...rules, webhook: false })).toEqual(['@＜@all> ＜@suzhe>']);
  });

  it('says which words answer, where it drops buttons whose words are not in the text', () => {
    const message = out(['派单'], { buttons: [accept, { id: 'b', label: '转派' }] });
    expect(contents(message, { ...rules, groupCards: false })).toEqual(['派单\n回复“接单”，回复“转派”']);
    expect(contents({ ...message, spans: ['派单，请回复“接单”'] }, { ...rules, groupCards: false })).toEqual([
      '派单，请回复“接单”\n回复“转派”',
    ]);
    expect(contents({ ...message, spans: [zhao, ' 派单，回复「接单」「转派」'] })).toEqual([
      '赵高斌 派单，回复「接单」「转派」',
    ]);
  });

  it('makes the card’s id from the ticket and the new word', () => {
    const [body] = bodies(out(['派单'], { buttons: [accept] }), rules);
    expect(body).toMatchObject({ template_card: { task_id: 'TZ-20261122-0017@n1' } });
  });
});

describe('long texts', () => {
  it('a sign that is taken out at a cut makes no part too long', () => {
    // Lines of signs that fill a message to the last byte, cut with and without room for the sign.
    const parts = [MARKDOWN_BYTES, MARKDOWN_BYTES - 4].flatMap((size) =>
      contents(out([`${'x'.repeat(size)}#${'x'.repeat(size - 1)}`])),
    );
    expect(parts.filter((part) => part.startsWith('＃'))).toHaveLength(1);
    expect(parts.every((part) => utf8Bytes(part) <= MARKDOWN_BYTES)).toBe(true);
  });

  it('notifies once, with the first part', () => {
    const parts = bodies(out([zhao, '网'.repeat(1500)]));
    expect(parts.map((body) => (body.msgtype === 'text' ? body.text.mentioned_list : null))).toEqual([
      ['zhaogaobin'],
      [],
      [],
    ]);
    expect(contents(out([zhao, '网'.repeat(1500)])).every((part) => utf8Bytes(part) <= WEBHOOK_TEXT_BYTES)).toBe(true);
  });

  it('keeps within the bytes, and a cut brings no markup to the start of a message', () => {
    const line = fc.constantFrom('# 题', '1. 项', '> 引', '- 项', '    码', '+ 项');
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 12 }), (sign, shift) => {
        // One line without a break, so that the cut falls right before the sign.
        const filler = 'x'.repeat(MARKDOWN_BYTES - 4 - shift);
        const parts = contents(out([filler + sign + '完'.repeat(9)]));
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.every((part) => utf8Bytes(part) <= MARKDOWN_BYTES)).toBe(true);
        expect(parts.filter((part) => /^\s*(#|>|[-+](\s|$)|\d+\.(\D|$)| {4})/.test(part))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
