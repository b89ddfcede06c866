/** What is said of a guaranteed event by the clock: the calls of the evening and the morning, the line tests, the summary. */
import type { Span } from '../../bot/gateway.js';
import type { GuaranteeEffect } from '../decide/guarantee-decision.js';
import type { GuaranteeFigures } from '../decide/guarantee-figures.js';
import { testsOf } from '../decide/guarantee-duty.js';
import type { Guarantee, StaffId, Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { lineOfEvent, names, span, title, unitList } from './guarantee-words.js';
import { directTo, lines, mentionStaff, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { quoteWords, short, unitName, when } from './words.js';

type Of<K extends GuaranteeEffect['kind']> = Extract<GuaranteeEffect, { kind: K }>;

const REPLY = '测完回复“保障测试 正常”，有问题就说明单位和现象';

const call = (event: Guarantee, duty: readonly StaffId[], words: string, stage: Stage): readonly Span[] => [
  ...duty.flatMap((id) => [mentionStaff(id, event.home.channel, stage.house), ' ']),
  words,
];

const inGroup = (event: Guarantee, body: readonly (Line | null)[], stage: Stage): Said =>
  said(
    { kind: 'guarantee-call', class: 'ping', chat: event.home, spans: lines(...body), ticket: null, repeat: 'again' },
    stage.mentions,
  );

/** The evening before, to those on duty, in the group. */
export const eve = ({ event, duty }: Of<'eve'>, stage: Stage): Said =>
  inGroup(
    event,
    [
      `⏰ ${when(event.from, stage.now)} 起保障：${lineOfEvent(event, stage.house)}`,
      call(event, duty, `请今晚测试线路、备好人员。${REPLY}`, stage),
    ],
    stage,
  );

/** In the morning, with whoever has not told of the line tests. */
export const morning = ({ event, duty, silent }: Of<'morning'>, stage: Stage): Said =>
  inGroup(
    event,
    [
      `⏰ 今天保障：${lineOfEvent(event, stage.house)}`,
      call(event, duty, '请到岗值守，这些单位的网络问题按一级故障处理', stage),
      silent.length === 0 ? null : `线路测试还没报：${names(silent, stage.house)}。${REPLY}`,
    ],
    stage,
  );

/** The line tests, asked of one engineer directly, with every unit; nothing where the roster has no id of theirs there. */
export const testAsked = ({ event, to }: Of<'test-asked'>, stage: Stage): readonly Said[] => {
  const chat = directTo(to, event.home.channel, stage.house);
  if (chat === null) return [];
  const spans = lines(
    `${title(event)} ${span(event)}，请测试这些单位的线路：`,
    unitList(event.units, stage.house, event.units.length),
    REPLY,
  );
  return [said({ kind: 'guarantee-test', class: 'ping', chat, spans, ticket: null }, stage.mentions)];
};

const numbers = (tickets: readonly Ticket[]): string =>
  tickets.length === 0 ? '' : `（${tickets.slice(0, 8).map(short).join('、')}${tickets.length > 8 ? '…' : ''}）`;

const reports = (figures: GuaranteeFigures, stage: Stage): readonly Line[] => {
  const { total, byLevel, inTime, late, open, units } = figures;
  if (total === 0) return ['期间没有报修'];
  return [
    `期间报修 ${total} 单：一级 ${byLevel[1]} · 二级 ${byLevel[2]} · 三级 ${byLevel[3]}`,
    `按时办结 ${inTime} · 超时 ${late.length}${numbers(late)} · 未完 ${open.length}${numbers(open)}`,
    units.map(({ unit, count }) => `${unitName(unit, stage.house) ?? unit} ${count}`).join('、'),
  ];
};

/** After the end: what its units reported, and how the line tests went. */
export const summary = ({ event, figures, silent }: Of<'summary'>, stage: Stage): Said => {
  const told = [...testsOf(event)].map(([name, words]) => `${name} ${quoteWords(words, 20)}`);
  const missing = silent.length === 0 ? [] : [`未报 ${names(silent, stage.house)}`];
  const spans = lines(
    `✅ 保障结束：${lineOfEvent(event, stage.house)}`,
    ...reports(figures, stage),
    told.length + missing.length === 0 ? null : `线路测试：${[...told, ...missing].join('；')}`,
  );
  return said({ kind: 'guarantee-summary', class: 'info', chat: event.home, spans, ticket: null }, stage.mentions);
};
