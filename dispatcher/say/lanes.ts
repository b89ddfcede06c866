/** What waits to be said: which chat, of which class, how many, since when, when the next goes and why not now (issue 4, «Lanes»). */
import type { ChannelId } from '../../bot/gateway.js';
import { clockOf } from '../decide/time.js';
import type { Instant, SayClass } from '../model.js';
import type { WaitingLane } from '../ports.js';
import type { Stage } from './stage.js';
import { when } from './words.js';

const CLASS: Readonly<Record<SayClass, string>> = {
  'urgent-ping': '一级派单',
  ping: '派单提醒',
  receipt: '回执',
  reminder: '催办',
  info: '通报',
};

const CHANNEL: Readonly<Record<ChannelId, string>> = { wecom: '企业微信', telegram: 'Telegram', playground: '演练场' };

const nameOf = ({ chat, second }: WaitingLane, { house }: Stage): string => {
  const person = house.staff.find(({ ids }) => ids[chat.channel] === chat.id)?.name ?? '报修人';
  const who = chat.kind === 'group' ? '群' : `私聊${person}`;
  return `${CHANNEL[chat.channel]}${who}${second ? '（提醒机器人）' : ''}`;
};

/** What the platform said, in our words; its own never stand here. */
const slowWords = (reason: string): string => {
  const code = /\b(45009|45033|846607|429)\b/u.exec(reason)?.[1];
  if (code !== undefined || /too many requests/iu.test(reason))
    return `平台限速${code === undefined ? '' : `（${code}）`}`;
  return /token|refused|credential/iu.test(reason) ? '平台不接受，请查配置' : '平台暂时不收';
};

/** A lane's moments are near: the seconds count. */
const second = (at: Instant, now: Instant): string =>
  at - now < 3_600_000 ? `${clockOf(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}` : when(at, now);

const next = (lane: WaitingLane, now: Instant): string => {
  const { slowed, budgetFrom, heldUntil, sending } = lane;
  if (slowed !== null && (budgetFrom === null || slowed.until >= budgetFrom))
    return `${slowWords(slowed.reason)}，${second(slowed.until, now)} 起再发`;
  if (budgetFrom !== null && budgetFrom > now) return `这段时间的条数已用完，${second(budgetFrom, now)} 发下一条`;
  if (heldUntil !== null && !sending) return `攒到 ${second(heldUntil, now)} 一起发`;
  return '正在发';
};

const laneLine = (lane: WaitingLane, stage: Stage): string => {
  const count = lane.classes.reduce((sum, one) => sum + one.count, 0);
  const kinds = lane.classes.map((one) => `${CLASS[one.class]} ${one.count}`).join(' · ');
  return `· ${nameOf(lane, stage)}：${count} 条（${kinds}），最早 ${second(lane.since, stage.now)}；${next(lane, stage.now)}`;
};

/** The view's lines, one a lane. */
export const laneLines = (lanes: readonly WaitingLane[], stage: Stage): readonly string[] =>
  lanes.length === 0
    ? ['没有等待发出的消息']
    : [
        `等待发出：${lanes.reduce((sum, { classes }) => sum + classes.reduce((n, one) => n + one.count, 0), 0)} 条`,
        ...lanes.map((lane) => laneLine(lane, stage)),
      ];
