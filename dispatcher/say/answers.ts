import type { Effect } from '../decision.js';
import { assertNever } from '../decide/never.js';
import { isOpen, nextDue } from '../decide/sla.js';
import type { Category, Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { buttons } from './buttons.js';
import { digestLines } from './digest.js';
import { directTo, lines, said, type Line } from './message.js';
import { refusalWords } from './refusal.js';
import { lastDay, names } from './rota-words.js';
import type { Stage } from './stage.js';
import { sumsOf } from './sum.js';
import { listLine } from './ticket.js';
import { CATEGORY, LEVEL, quoteWords, short, staffName, subject, unitName } from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** A list longer than this is cut, with the rest counted: a phone shows no more. */
const SHOWN = 10;

const listOf = (tickets: readonly Ticket[], stage: Stage): readonly Line[] => [
  ...tickets.slice(0, SHOWN).map((t) => `${LEVEL[t.level].name.slice(0, 2)} ${listLine(t, stage.house, stage.now)}`),
  ...(tickets.length > SHOWN ? [`还有 ${tickets.length - SHOWN} 张，带单号可查`] : []),
];

/** That the engineer was told again: only where somebody is on it and can be told directly (voice.md 9). */
const pushed = (ticket: Ticket, stage: Stage): string =>
  isOpen(ticket) && 'assignee' in ticket && directTo(ticket.assignee, ticket.home.channel, stage.house) !== null
    ? `，已再提醒 ${staffName(ticket.assignee, stage.house)}`
    : '';

/** The sum of the promise that runs, where it is not plain to see. */
const running = (ticket: Ticket, { house, now }: Stage): string | null => {
  const next = nextDue(ticket, house.policy);
  return next === null ? null : sumsOf(ticket, house, now, next.kind);
};

/** The state of one or a few tickets. */
export const status = (effect: Of<'status'>, stage: Stage): Said => {
  const { tickets, at, urged } = effect;
  const [first] = tickets;
  const push = urged && first !== undefined ? pushed(first, stage) : '';
  const spans =
    tickets.length === 1 && first !== undefined
      ? lines(`${listLine(first, stage.house, stage.now)}${push}`, running(first, stage))
      : lines(`在办 ${tickets.length} 张`, ...listOf(tickets, stage));
  return said(
    { kind: 'status', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans, ticket: first ?? null },
    stage.mentions,
  );
};

const CIRCLED = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'] as const;

/** Which one is meant: a number each, and a button each (voice.md 5). */
export const choice = (effect: Of<'choice'>, stage: Stage): Said => {
  const options = effect.options.slice(0, CIRCLED.length);
  const spans = lines(
    `有 ${effect.options.length} 张单对得上，您说的是哪张？回复序号`,
    ...options.map((t, i) => `${CIRCLED[i] ?? ''} ${short(t)} ${subject(t, stage.house)}`),
  );
  const picks = options.slice(0, 6).map((t) => ({ id: `pick:${t.no}`, label: short(t) }));
  return said(
    {
      kind: 'question',
      class: 'receipt',
      chat: effect.at.chat,
      replyTo: effect.at.replyTo,
      spans,
      ticket: null,
      buttons: picks,
    },
    stage.mentions,
  );
};

/** Is it repaired? With the words and buttons for either. */
export const whether = ({ ticket, at }: Of<'whether'>, stage: Stage): Said => {
  const text =
    ticket.state === 'suspended'
      ? `${short(ticket)} 还挂起着（${quoteWords(ticket.why, 20)}）。修好了回复“办结”加原因和用料，接着干回复“恢复”`
      : `${short(ticket)} 是修好了吗？修好了回复“办结”加原因和用料`;
  return said(
    {
      kind: 'question',
      class: 'receipt',
      chat: at.chat,
      replyTo: at.replyTo,
      spans: lines(text),
      ticket,
      buttons: ticket.state === 'suspended' ? buttons(ticket, 'resume', 'resolve') : buttons(ticket, 'resolve'),
    },
    stage.mentions,
  );
};

/** A unit alone was told: what is broken there? */
export const what = (effect: Of<'what'>, stage: Stage): Said => {
  const unit = unitName(effect.unit, stage.house);
  const spans = lines(
    unit === null ? '收到。请问是哪所学校、什么现象？' : `收到，${unit}。请问是什么现象、在哪个位置？`,
  );
  return said(
    { kind: 'question', class: 'receipt', chat: effect.at.chat, replyTo: effect.at.replyTo, spans, ticket: null },
    stage.mentions,
  );
};

/** What one says first to the bot. */
const FIRST = '报修请说学校、位置、现象；查单说“进度”，更多说“帮助”';

/** With one ticket there is room for its sum. */
const alone = (tickets: readonly Ticket[], stage: Stage): string => {
  const [only, ...others] = tickets;
  return only === undefined || others.length > 0 ? '' : (running(only, stage) ?? '');
};

const HELP = [
  '报修：直接说学校、位置、现象，例如“张家湾中学教学楼三层上不了网”',
  '跟进：进度 · 催单 · 已恢复 · 撤单 · 我的工单',
  '工程师：接单 · 转派 姓名 原因 · 到场 · 挂起 原因 · 恢复 · 办结 原因和用料',
  '值守：待接单 · 今日汇总 · 值班 · 保障列表',
  '工单（运维）：0017 记录 · 0017 为什么派给他 · 合并 0004 到 0002 · 拆分 0002 李老师',
  '工单（服务台）：0004 升级 一级 原因 · 0004 降级 三级 原因 · 播报',
  '巡检：巡检 · 渠头小学 巡检完成，UPS 电池告警 · 渠头小学 巡检改天，原因',
  '计划：计划 停电 12-01 08:00-12:00 单位、单位 原因 · 计划列表 · 计划 停电 改为 … · 取消计划 停电',
  '公告（负责人、经理）：公告 内容 · 公告 需确认 内容 · 公告 发布 · 公告 情况 · 公告 结束；看到后回复“公告收到”',
  '请假 姓名 11-23 到 11-25 · 请假列表 · 值班表 · 值班 11-28 姓名、姓名 · 换班 11-28 姓名 姓名 · 后备列表',
  '保障（负责人、经理）：保障 名称 12-19 08:00-18:00 单位、单位 · 取消保障 名称',
  '有好几张单时带上后四位，例如“0017 到场”',
] as const;

/** Who has duty now, who is away, who of the reserve is called. */
const present = ({ house }: Stage): readonly Line[] => {
  const { onDuty, away, reserve } = house.attendance;
  const gone = [...away].map(([id, until]) => `${staffName(id, house)}（到 ${lastDay(until)}）`);
  return [
    ...(onDuty.length === 0 ? [] : [`现在值班：${names(onDuty, house)}`]),
    ...(gone.length === 0 ? [] : [`请假：${gone.join('、')}`]),
    ...(reserve.size === 0 ? [] : [`后备：${names([...reserve], house)}`]),
  ];
};

const dutyLines = (stage: Stage): readonly string[] => {
  const categories = Object.keys(CATEGORY) as readonly Category[];
  return categories.map((c) => {
    const names = (kind: 'primary' | 'secondary'): string =>
      stage.house.staff
        .filter((s) => s[kind].includes(c))
        .map((s) => s.name)
        .join('、') || '无';
    return `${CATEGORY[c]}：${names('primary')}（备 ${names('secondary')}）`;
  });
};

const answerLines = (effect: Of<'answer'>, stage: Stage): readonly Line[] => {
  const { command, tickets } = effect;
  switch (command) {
    case 'help':
      return HELP;
    case 'hello':
      return [`在的。${FIRST}`];
    case 'duty':
      return [...present(stage), '各岗位（主责，备岗）', ...dutyLines(stage)];
    case 'today':
      return effect.day === null ? [] : digestLines(effect.day, stage);
    case 'waiting':
      return tickets.length === 0
        ? ['没有等待接单的工单']
        : [`待接单 ${tickets.length} 张，按处理次序`, ...listOf(tickets, stage)];
    case 'mine':
      return tickets.length === 0
        ? ['您名下没有未完的工单']
        : [`您的工单 ${tickets.length} 张`, ...listOf(tickets, stage)];
    case 'progress':
      return tickets.length === 0
        ? ['没有未完的工单']
        : [`在办 ${tickets.length} 张`, ...listOf(tickets, stage), alone(tickets, stage)];
    default:
      return assertNever(command);
  }
};

/** The answer to a command, where it was asked. */
export const answer = (effect: Of<'answer'>, stage: Stage): Said =>
  said(
    {
      kind: 'answer',
      class: 'receipt',
      chat: effect.at.chat,
      replyTo: effect.at.replyTo,
      spans: lines(...answerLines(effect, stage)),
      ticket: null,
    },
    stage.mentions,
  );

/** One short, helpful line for what was said to the bot and could not be placed. */
export const unplaced = (effect: Of<'unplaced'>, stage: Stage): Said =>
  said(
    {
      kind: 'unplaced',
      class: 'info',
      chat: effect.at.chat,
      replyTo: effect.at.replyTo,
      spans: lines(`这句没看明白。${FIRST}`),
      ticket: null,
    },
    stage.mentions,
  );

/** A refusal, with the button that would work where there is one. */
export const refused = (effect: Of<'refusal'>, stage: Stage): Said => {
  const { refusal, at } = effect;
  const resume =
    refusal.kind === 'not-in-state' && refusal.ticket.state === 'suspended' ? buttons(refusal.ticket, 'resume') : [];
  return said(
    {
      kind: 'refusal',
      class: 'receipt',
      chat: at.chat,
      replyTo: at.replyTo,
      spans: lines(refusalWords(refusal, stage)),
      ticket: null,
      buttons: resume,
    },
    stage.mentions,
  );
};
