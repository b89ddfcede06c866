import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCard } from '../../test/support/wecom/card-rules.js';
import type { Button } from '../gateway.js';
import { answeredCard, buttonCard, retiredCard, taskIdFor } from './card.js';

const NO = 'TZ-20261122-0017';
const accept: Button = { id: `accept:${NO}`, label: '接单' };
const pass: Button = { id: `pass:${NO}`, label: '转派' };
const card = (text: string, buttons: readonly Button[] = [accept, pass], ticket: string | null = NO) =>
  buttonCard(text, buttons, ticket, 'T@1');

describe('buttonCard', () => {
  it('lays a message out: title, rows, the rest', () => {
    expect(card('派单 二级故障\n单位：张家湾中学\n三楼整层断网\n期限：16:30 前')).toEqual({
      card_type: 'button_interaction',
      main_title: { title: '派单 二级故障' },
      sub_title_text: '三楼整层断网',
      horizontal_content_list: [
        { keyname: '单位', value: '张家湾中学' },
        { keyname: '期限', value: '16:30 前' },
      ],
      button_list: [
        { text: '接单', style: 1, key: accept.id },
        { text: '转派', style: 2, key: pass.id },
      ],
      task_id: 'T@1',
    });
  });

  it('puts the ticket above a text whose first line is too long for a title', () => {
    const long = '张家湾中学三楼整层断网，'.repeat(4);
    expect(card(long)).toMatchObject({ main_title: { title: NO }, sub_title_text: long });
    expect(card(long, [accept], null)).toBeNull();
  });

  it('puts more than six rows below the title as text', () => {
    const rows = Array.from({ length: 7 }, (_, i) => `项${i}：好`).join('\n');
    expect(card(`巡检\n${rows}`)).toMatchObject({ sub_title_text: rows });
  });

  it.each<[why: string, text: string, buttons: Button[]]>([
    ['too much text', `派单\n${'网'.repeat(113)}`, [accept]],
    ['no buttons', '派单', []],
    ['seven buttons', '派单', Array.from({ length: 7 }, (_, i) => ({ id: `b${i}`, label: '钮' }))],
    ['one id twice', '派单', [accept, { ...pass, id: accept.id }]],
    ['a long label', '派单', [{ id: 'a', label: '接'.repeat(11) }]],
    ['an empty label', '派单', [{ id: 'a', label: '' }]],
    ['an empty id', '派单', [{ id: '', label: '接单' }]],
  ])('does not fit: %s', (_why, text, buttons) => {
    expect(card(text, buttons)).toBeNull();
  });

  it('is accepted by the service whatever the words, or is none', () => {
    const words = fc.string({ unit: fc.constantFrom('网', 'a', '：', '\n', ' ', '<', '𠮷'), maxLength: 150 });
    fc.assert(
      fc.property(words, (text) => {
        const made = card(text);
        if (made) expect(judgeCard(made, true)).toBe(0);
      }),
    );
  });

  it('makes no live mention', () => {
    expect(JSON.stringify(card('<@all> 派单\n单位：<@all>'))).not.toContain('<@');
  });
});

describe('after a press', () => {
  const sent = card('派单\n三楼断网\n单位：张家湾中学');
  if (!sent) throw new Error('the card must fit');

  it('retires: the face stays, words stand where the buttons were', () => {
    const retired = retiredCard('T@1', sent, '赵高斌已接单');
    expect(retired).toMatchObject({
      card_type: 'text_notice',
      task_id: 'T@1',
      main_title: { title: '派单' },
      sub_title_text: '赵高斌已接单\n三楼断网',
      horizontal_content_list: [{ keyname: '单位', value: '张家湾中学' }],
    });
    expect(retired).not.toHaveProperty('button_list');
    expect(judgeCard(retired, true)).toBe(0);
  });

  it('retires a card that was forgotten in a restart', () => {
    const retired = retiredCard(`${NO}@x-1`, null, '已接单');
    expect(retired).toMatchObject({ main_title: { title: NO }, sub_title_text: '已接单' });
    expect(judgeCard(retired, true)).toBe(0);
  });

  it('answers one person and keeps the buttons', () => {
    const answered = answeredCard(sent, '这张单派给了别人');
    expect(answered.button_list).toEqual(sent.button_list);
    expect(answered.sub_title_text).toContain('这张单派给了别人');
  });

  it('cuts words that do not fit beside a full text', () => {
    const full = card(`派单\n${'网'.repeat(112)}`);
    if (!full) throw new Error('the card must fit');
    for (const made of [answeredCard(full, '好'.repeat(40)), retiredCard('T@1', full, '好'.repeat(40))]) {
      expect(made).toMatchObject({
        main_title: { title: '派单', desc: `${'好'.repeat(29)}…` },
        sub_title_text: '网'.repeat(112),
      });
      expect(judgeCard(made, true)).toBe(0);
    }
  });
});

describe('taskIdFor', () => {
  it.each([
    [NO, 'a1-7', `${NO}@a1-7`],
    [null, 'a1-7', 'card@a1-7'],
    ['工单 7', 'x', '---7@x'],
  ])('%s, %s', (ticket, nonce, id) => {
    expect(taskIdFor(ticket, nonce)).toBe(id);
  });

  it('stays within 128 bytes and the allowed signs', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => /^[0-9A-Za-z_\-@]{1,128}$/.test(taskIdFor(a, b))));
  });
});
