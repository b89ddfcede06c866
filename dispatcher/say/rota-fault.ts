import type { RotaFault } from '../decide/rota-decision.js';
import { assertNever } from '../decide/never.js';
import { leaveLine } from './leave.js';
import { dayOf, daysOf, names } from './rota-words.js';
import type { Stage } from './stage.js';
import { quoteWords, staffName, when } from './words.js';

const DUTY_FORM = '请这样说：值班 11-28 赵高斌、崔建超';
const LEAVE_FORM = '请这样说：请假 曹云武 11-23 到 11-25';

/** Why an order about the rota changes nothing, and what would work (voice.md 8). */
export const rotaFaultWords = (fault: RotaFault, stage: Stage): string => {
  const { house, now } = stage;
  const bosses = [...new Set([house.policy.manager, house.policy.lead])].map((id) => staffName(id, house)).join('、');
  switch (fault.kind) {
    case 'role':
      return fault.act === 'leave' ? `请假由本人说，或由 ${bosses} 登记` : `值班由 ${bosses} 来排`;
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
