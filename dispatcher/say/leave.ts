import type { Cover, RotaEffect } from '../decide/rota-decision.js';
import type { Leave } from '../model.js';
import type { Said } from '../ports.js';
import { directTo, lines, said, type Line } from './message.js';
import { daysOf, jobList, names } from './rota-words.js';
import type { Stage } from './stage.js';
import { CATEGORY, quoteWords, short, staffName } from './words.js';

type Of<K extends RotaEffect['kind']> = Extract<RotaEffect, { kind: K }>;

/** 「曹云武 11-23（周一）至 11-25（周三）」. */
export const leaveLine = (leave: Leave, { house }: Stage): string => {
  const why = leave.why === '' ? '' : `，${quoteWords(leave.why, 20)}`;
  return `${staffName(leave.staff, house)} ${daysOf(leave.from, leave.to)}${why}`;
};

/** 「期间 城域网、光缆 没有主责，由 郭镇鑫、李承庆 顶上」. */
const coverLines = (cover: readonly Cover[], { house }: Stage): readonly Line[] => {
  const bare = cover.filter(({ deputies }) => deputies.length === 0);
  const stood = cover.filter(({ deputies }) => deputies.length > 0);
  return [
    ...stood.map(
      ({ category, deputies }) => `期间 ${CATEGORY[category]} 的主责不在，由 ${names(deputies, house)} 顶上`,
    ),
    ...(bare.length === 0
      ? []
      : [`⚠ 期间没有人负责：${bare.map(({ category }) => CATEGORY[category]).join('、')}，请安排`]),
  ];
};

/** What becomes of the jobs at hand: handed on now, or when the leave begins; suspended ones stay. */
const jobLines = ({ held, handed }: Of<'leave-made'>, { house }: Stage): readonly Line[] => {
  const { moved, kept } = handed;
  const gone = moved.map(({ ticket, to }) => `${short(ticket)} ${to === null ? '待派' : `→ ${staffName(to, house)}`}`);
  return [
    ...(held.length === 0 ? [] : [`手上还有 ${jobList(held, house)}，到时没办完的会自动转派`]),
    ...(gone.length === 0 ? [] : [`手上的单已转派：${gone.join('，')}`]),
    ...kept.slice(0, 1).map((t) => `挂起的 ${jobList(kept, house)} 仍在名下，要换人请说“${short(t)} 转派 姓名”`),
  ];
};

/** Read back where it was told, and to the lead directly where he would not hear of it. */
export const leaveMade = (effect: Of<'leave-made'>, stage: Stage): readonly Said[] => {
  const { leave, at, tell, cover } = effect;
  const body: readonly Line[] = [
    `已登记请假：${leaveLine(leave, stage)}；期间不派单、不提醒`,
    ...jobLines(effect, stage),
    ...coverLines(cover, stage),
  ];
  const draft = { kind: 'rota', class: 'receipt', ticket: null } as const;
  const answer = said({ ...draft, chat: at.chat, replyTo: at.replyTo, spans: lines(...body) }, stage.mentions);
  const chat = tell === null ? null : directTo(tell, at.chat.channel, stage.house);
  if (chat === null) return [answer];
  return [answer, said({ ...draft, class: 'reminder', chat, spans: lines(...body) }, stage.mentions)];
};

/** A leave that ends early, or was taken back. */
export const leaveEnded = ({ leave, how }: Of<'leave-ended'>, stage: Stage): Line =>
  how === 'ended'
    ? `已销假：${staffName(leave.staff, stage.house)}，现在起恢复派单`
    : `已取消请假：${leaveLine(leave, stage)}`;

/** Who is away, and who will be. */
export const leaveList = ({ leaves }: Of<'leave-list'>, stage: Stage): readonly Line[] =>
  leaves.length === 0
    ? ['没有登记的请假']
    : [
        `请假 ${leaves.length} 条`,
        ...leaves.map((leave) => `· ${leaveLine(leave, stage)}${leave.from <= stage.now ? '，正在休假' : ''}`),
      ];

/** What was left behind by whoever went, to the lead. */
export const leftBehind = ({ leave, kept, to }: Of<'left-behind'>, stage: Stage): readonly Said[] => {
  const { house, mentions } = stage;
  const chat = directTo(to, leave.home.channel, house);
  if (chat === null) return [];
  const spans = lines(
    `${staffName(leave.staff, house)} 今天起休假，名下还有挂起的 ${jobList(kept, house)}`,
    ...kept.slice(0, 1).map((t) => `要换人请回复“${short(t)} 转派 姓名”`),
  );
  return [said({ kind: 'rota', class: 'reminder', chat, spans, ticket: null }, mentions)];
};
