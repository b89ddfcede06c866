import type { RotaFault } from '../decide/rota-decision.js';
import { assertNever } from '../decide/never.js';
import { leaveLine } from './leave.js';
import { dayOf, daysOf, names } from './rota-words.js';
import type { Stage } from './stage.js';
import { quoteWords, staffName, when } from './words.js';

const DUTY_FORM = '请这样说：值班 11-28 赵高斌、崔建超';
const LEAVE_FORM = '请这样说：请假 曹云武 11-23 到 11-25';

const RESERVE_FORM = '请这样说：启用后备 城域网 2 人 李强、王磊';

/** Whose word it takes. */
const role = (act: 'leave' | 'duty' | 'reserve', bosses: string, manager: string): string => {
  switch (act) {
    case 'leave':
      return `请假由本人说，或由 ${bosses} 登记`;
    case 'duty':
      return `值班由 ${bosses} 来排`;
    case 'reserve':
      return `后备由 ${manager} 点名启用和停用。看已启用的请说“后备列表”`;
    default:
      return assertNever(act);
  }
};

/** Why an order about the rota changes nothing, and what would work (voice.md 8). */
export const rotaFaultWords = (fault: RotaFault, stage: Stage): string => {
  const { house, now } = stage;
  const bosses = [...new Set([house.policy.manager, house.policy.lead])].map((id) => staffName(id, house)).join('、');
  switch (fault.kind) {
    case 'role':
      return role(fault.act, bosses, staffName(house.policy.manager, house));
    case 'no-time':
      return `还缺哪天到哪天。${LEAVE_FORM}`;
    case 'bad-time':
      return `日期没看明白。${LEAVE_FORM}`;
    case 'past':
      return `${when(fault.to, now)} 已经过去了。${LEAVE_FORM}`;
    case 'no-person':
      return `名单里没有“${quoteWords(fault.words, 10)}”。${LEAVE_FORM}`;
    case 'duty-no-time':
      return `还缺哪一天。${DUTY_FORM}`;
    case 'duty-bad-time':
      return `日期没看明白。${DUTY_FORM}`;
    case 'duty-past':
      return `${when(fault.to, now)} 已经过去了。${DUTY_FORM}`;
    case 'duty-no-person':
      return `名单里没有：${fault.words.map((name) => quoteWords(name, 10)).join('、')}。${DUTY_FORM}`;
    case 'swap-two':
      return '换班要写两个人，请这样说：换班 11-28 赵高斌 董亚杨';
    case 'duty-away':
      return `${leaveLine(fault.leave, stage)} 请假，不能值班。请换一个人，或先说“取消请假 ${staffName(fault.leave.staff, house)}”`;
    case 'duty-role':
      return `${staffName(fault.who, house)} 不排值班。${DUTY_FORM}`;
    case 'no-duty':
      return `${dayOf(fault.from)}没有临时排的值班。回复“值班表”可以看到全部`;
    case 'swap-none':
      return `${dayOf(fault.from)}${fault.people.length === 0 ? '没有排值班' : `值班的是 ${names(fault.people, house)}`}，换不了。${DUTY_FORM}`;
    case 'reserve-no-group': {
      const all = house.policy.rota.reserve.map(({ name }) => name).join('、');
      return `${fault.words === '' ? '还缺是哪一组' : `后备里没有“${quoteWords(fault.words, 10)}”`}，有：${all}。${RESERVE_FORM}`;
    }
    case 'reserve-no-names':
      return `还缺姓名，由您点名。${RESERVE_FORM}`;
    case 'reserve-no-name':
      return `这不像姓名：${fault.words.map((name) => quoteWords(name, 12)).join('、')}。${RESERVE_FORM}`;
    case 'reserve-count':
      return `说的是 ${fault.told} 人，点了 ${fault.named} 个名字，请核对后整句再说一次`;
    case 'reserve-most':
      return `${fault.group.name} 的后备最多 ${fault.group.most ?? 0} 人${fault.called.length === 0 ? '' : `，已启用 ${fault.called.map(({ name }) => name).join('、')}`}。要换人请先说“停用后备 姓名”`;
    case 'reserve-known':
      return fault.called
        ? `${fault.name} 已经启用了。回复“后备列表”可以看到全部`
        : `${fault.name} 在名单里，不用启用，直接“0017 派给 ${fault.name}”`;
    case 'no-reserve':
      return `${fault.words.length === 0 ? '现在没有启用后备' : `启用的后备里没有：${fault.words.map((word) => quoteWords(word, 10)).join('、')}`}。回复“后备列表”可以看到全部`;
    case 'leave-exists':
      return `已有请假：${leaveLine(fault.leave, stage)}。要改请先说“取消请假 ${staffName(fault.leave.staff, house)}”`;
    case 'no-leave':
      return `${staffName(fault.who, house)} 没有登记的请假。回复“请假列表”可以看到全部`;
    case 'which-leave':
      return `有 ${fault.options.length} 条，请带上日期：${fault.options.map(({ from, to }) => daysOf(from, to)).join('；')}`;
    default:
      return assertNever(fault);
  }
};
