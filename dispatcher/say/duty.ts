import type { ChannelId } from '../../bot/gateway.js';
import type { Manned, RotaEffect } from '../decide/rota-decision.js';
import { clockOf } from '../decide/time.js';
import type { Said } from '../ports.js';
import { directTo, lines, mentionStaff, said, type Line } from './message.js';
import { dayOf, daysOf, names } from './rota-words.js';
import type { Stage } from './stage.js';
import { when } from './words.js';

type Of<K extends RotaEffect['kind']> = Extract<RotaEffect, { kind: K }>;

const FORM = '排班请说“值班 11-28 赵高斌、崔建超”';

/** Read back where it was ordered, with live mentions in the group; else each is told directly. */
export const dutyMade = ({ duty, at, tell }: Of<'duty-made'>, stage: Stage): readonly Said[] => {
  const { house, mentions } = stage;
  const span = daysOf(duty.from, duty.to);
  const group = at.chat.kind === 'group';
  const people = duty.people.flatMap((id, index) => [
    ...(index === 0 ? [] : ['、']),
    group ? mentionStaff(id, at.chat.channel, house) : names([id], house),
  ]);
  const draft = { kind: 'rota', ticket: null } as const;
  const answer = said(
    {
      ...draft,
      class: 'receipt',
      chat: at.chat,
      replyTo: at.replyTo,
      spans: lines([`已排值班：${span}，`, ...people, '；期间的新单先派给值班的人']),
    },
    mentions,
  );
  const told = tell.flatMap((id) => {
    const chat = directTo(id, duty.home.channel, house);
    const spans = lines(`${duty.madeBy.name} 排您值班：${span}，期间的新单先派给您`);
    return chat === null ? [] : [said({ ...draft, class: 'reminder', chat, spans }, mentions)];
  });
  return [answer, ...told];
};

/** What is not wanted any more. */
export const dutyEnded = ({ entries }: Of<'duty-ended'>, { house }: Stage): Line =>
  `已取消值班：${entries.map((duty) => `${daysOf(duty.from, duty.to)} ${names(duty.people, house)}`).join('；')}，恢复轮值`;

const mannedLine = ({ shift, people, ordered }: Manned, { house }: Stage): Line =>
  `${dayOf(shift.day)}${shift.name} ${people.length === 0 ? '未排' : names(people, house)}${ordered ? '（临时）' : ''}`;

/** The week's shifts; where nobody has any, what happens then and how to change it. */
export const dutyList = ({ shifts, extra }: Of<'duty-list'>, stage: Stage): readonly Line[] => {
  const rows = extra.map((duty) => `${daysOf(duty.from, duty.to)} ${names(duty.people, stage.house)}（临时）`);
  if (rows.length === 0 && shifts.every(({ people }) => people.length === 0))
    return [`没有排值班，工作时间以外照常按主责派单。${FORM}`];
  return ['值班表', ...shifts.map((one) => mannedLine(one, stage)), ...rows];
};

/** A shift begins: to each who has it, with whoever has it too. */
export const dutyCalled = (
  { shift, people }: Of<'duty-called'>,
  stage: Stage,
  channels: readonly ChannelId[],
): readonly Said[] => {
  const { house, mentions, now } = stage;
  return people.flatMap((id) =>
    channels.flatMap((channel) => {
      const chat = directTo(id, channel, house);
      if (chat === null) return [];
      const others = people.filter((one) => one !== id);
      const mates = others.length === 0 ? '' : `，同班 ${names(others, house)}`;
      const spans = lines(
        `${shift.name} ${clockOf(shift.from)} 至 ${when(shift.to, now)} 由您值班${mates}。新单先派给您，来不了请找 ${names([house.policy.lead], house)} 换班`,
      );
      return [said({ kind: 'duty', class: 'reminder', chat, spans, ticket: null }, mentions)];
    }),
  );
};
