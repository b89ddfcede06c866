import type { RotaEffect } from '../decide/rota-decision.js';
import type { Reserve } from '../model.js';
import type { Line } from './message.js';
import { dayOf, jobList } from './rota-words.js';
import type { Stage } from './stage.js';
import { CATEGORY, short, staffName } from './words.js';

type Of<K extends RotaEffect['kind']> = Extract<RotaEffect, { kind: K }>;

const names = (entries: readonly Reserve[]): string => entries.map(({ name }) => name).join('、');

/** Whom no channel reaches: they are told by voice, and the desk enters what they do. */
const unreached = (entries: readonly Reserve[]): string => {
  const some = entries.filter(({ ids }) => Object.keys(ids).length === 0);
  const [first] = some;
  return first === undefined
    ? ''
    : `${names(some)} 没有账号，收不到提醒，请电话通知；接单、到场由服务台代说，例如“代 ${first.name} 0017 接单”`;
};

/** Read back: who, for which work, how it ends. */
export const reserveMade = ({ entries, group }: Of<'reserve-made'>): readonly Line[] => [
  `已启用后备 ${group.name} ${entries.length} 人：${names(entries)}`,
  `可派 ${group.categories.map((category) => CATEGORY[category]).join('、')} 的单，排在备岗之后；指派说“0017 派给 ${entries[0]?.name ?? '姓名'}”，停用说“停用后备 ${group.name}”`,
  unreached(entries),
];

export const reserveEnded = ({ entries, handed }: Of<'reserve-ended'>, { house }: Stage): readonly Line[] => [
  `已停用后备：${names(entries)}`,
  handed.moved.length === 0
    ? ''
    : `手上的单已转派：${handed.moved.map(({ ticket, to }) => `${short(ticket)} ${to === null ? '待派' : `→ ${staffName(to, house)}`}`).join('，')}`,
  ...handed.kept
    .slice(0, 1)
    .map((t) => `挂起的 ${jobList(handed.kept, house)} 仍在名下，要换人请说“${short(t)} 转派 姓名”`),
];

/** Who is called, by group, and what else there is to call. */
export const reserveList = ({ entries }: Of<'reserve-list'>, { house }: Stage): readonly Line[] => {
  const groups = house.policy.rota.reserve;
  const called = groups.flatMap(({ name }) => {
    const own = entries.filter(({ group }) => group === name);
    const [first] = own;
    return first === undefined ? [] : [`· ${name}：${names(own)}（${dayOf(first.from)}起）`];
  });
  const all = groups.map(({ name, most }) => (most === null ? name : `${name} ${most} 人`)).join('、');
  return [
    entries.length === 0 ? '没有启用后备' : `后备 ${entries.length} 人`,
    ...called,
    all === '' ? '' : `可启用：${all}。由项目经理说“启用后备 城域网 2 人 姓名、姓名”`,
  ];
};
