import type { DayFigures, Effect } from '../decision.js';
import { nextDue } from '../decide/sla.js';
import type { Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { directTo, lines, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { CLOCK, short, staffName, subject, unitName, when } from './words.js';

const named = (ticket: Ticket, stage: Stage): string => {
  const next = nextDue(ticket, stage.house.policy);
  const who = 'assignee' in ticket ? staffName(ticket.assignee, stage.house) : '待派';
  const due = next === null ? '' : `，应 ${when(next.due, stage.now)} 前${CLOCK[next.kind].act}`;
  return `${short(ticket)} ${subject(ticket, stage.house)}（${who}${due}）`;
};

const section = (head: string, tickets: readonly Ticket[], stage: Stage): readonly Line[] =>
  tickets.length === 0 ? [] : [`${head} ${tickets.length}`, ...tickets.slice(0, 8).map((t) => `· ${named(t, stage)}`)];

/** A day in figures, as the manager reads it on a phone. */
export const digestLines = (day: DayFigures, stage: Stage): readonly Line[] => {
  const { house } = stage;
  const open = day.openByLevel[1] + day.openByLevel[2] + day.openByLevel[3];
  return [
    `${day.day.slice(5)} 汇总（截至 ${when(stage.now, stage.now)}）`,
    `新增 ${day.fresh} · 办结 ${day.closed} · 未完 ${open}（一级 ${day.openByLevel[1]} · 二级 ${day.openByLevel[2]} · 三级 ${day.openByLevel[3]}）`,
    ...section('已超时', day.overdue, stage),
    ...section('两小时内到时限', day.near, stage),
    day.perStaff.length === 0
      ? null
      : `人员：${day.perStaff.map((p) => `${staffName(p.staff, house)} 办结 ${p.done}、在手 ${p.open}`).join('；')}`,
    day.units.length === 0
      ? null
      : `报修单位：${day.units.map((u) => `${unitName(u.unit, house) ?? u.unit} ${u.count}`).join('、')}`,
    day.ratings.mean === null ? null : `评价 ${day.ratings.count} 次，平均 ${day.ratings.mean.toFixed(1)} 分`,
  ].filter((line) => line !== null);
};

/** The digest, to one person directly on a channel; null where the roster has no id there. */
export const digest = (
  effect: Extract<Effect, { kind: 'digest' }>,
  channel: Parameters<typeof directTo>[1],
  stage: Stage,
): Said | null => {
  const chat = directTo(effect.to, channel, stage.house);
  return chat === null
    ? null
    : said(
        { kind: 'digest', class: 'info', chat, spans: lines(...digestLines(effect.day, stage)), ticket: null },
        stage.mentions,
      );
};
