/** Is a core or node machine room itself affected? By its names, and by 节点 or 核心 with what only such rooms have. */
import type { UnitName } from '../model.js';
import type { Statement } from './statement.js';

export type Room = { readonly name: string; readonly aliases: readonly string[] };
export type RoomFound = { readonly name: string; readonly start: number; readonly end: number };

/** What a node or core room has and a class full of PCs has not. */
const ONLY_THERE =
  /节点|核心|汇聚|ups|空调|温度|湿度|市电|动环|波分|dwdm|otu|精密|水浸|漏水|配电|七氟丙烷|气体|烟感|蓄电池|电池|旁路|机柜|断电|停电|掉电|探头/;
const PUPILS = /台机器|台电脑|学生机|微机|上课|信息课|计算机课|学生们?/;
const SURE = /节点|核心|中心机房|研究所机房/;
/** 我们学校中心机房, 考试中心机房: a school's own. */
const OTHER_ROOM = /(?:我|咱|校|园|本|考试)$/;
/** 我在漷县节点机房: where somebody is. */
const BEING_THERE = /(?:我|人|他|正|还)在$/;
const GENERIC = /节点机房|核心机房|汇聚机房|节点那(?:屋|间|边)|(?:那个|这个|你们)?节点(?!到|至|—|-|方向|往)/;

/** Makes the finder. `rooms` as in the policy; the core room is the first. */
export const createRoomFinder = (
  rooms: readonly Room[],
): ((text: string, statements: readonly Statement[], unit: UnitName | null) => RoomFound | null) => {
  const names = rooms
    .flatMap((room) => room.aliases.map((alias) => ({ alias: alias.toLowerCase(), name: room.name })))
    .sort((a, b) => b.alias.length - a.alias.length);
  const core = rooms.find((room) => room.aliases.some((alias) => alias.includes('核心'))) ?? null;
  return (text, statements, unit) => {
    if (!/机房|节点|核心/.test(text)) return null;
    for (const { alias, name } of names) {
      const start = text.indexOf(alias);
      if (start < 0) continue;
      const stated = statements.find((one) => start >= one.start && start < one.end);
      if (OTHER_ROOM.test(text.slice(Math.max(0, start - 4), start)) && /^(?:中心)?机房/.test(alias)) continue;
      if (BEING_THERE.test(text.slice(Math.max(0, start - 4), start))) continue;
      if (stated?.stance === 'well' && !/告警|报警|异常|黄区|显示/.test(text)) continue;
      if (!SURE.test(alias) && (!ONLY_THERE.test(text.replace(alias, '')) || PUPILS.test(text))) continue;
      return { name, start, end: start + alias.length };
    }
    const generic = GENERIC.exec(text);
    if (!generic) return null;
    const stated = statements.find((one) => generic.index >= one.start && generic.index < one.end);
    if (stated && stated.stance !== 'said') return null;
    const room = /核心/.test(generic[0])
      ? core
      : (rooms.find((one) => unit !== null && unit.endsWith(one.name)) ?? null);
    return room && ONLY_THERE.test(text.replace(generic[0], ''))
      ? { name: room.name, start: generic.index, end: generic.index + generic[0].length }
      : null;
  };
};
