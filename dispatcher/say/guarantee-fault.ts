import type { GuaranteeFault } from '../decide/guarantee-decision.js';
import { assertNever } from '../decide/never.js';
import { span, title } from './guarantee-words.js';
import type { Stage } from './stage.js';
import { quoteWords, staffName, when } from './words.js';

const FORM = '保障 中考英语听说机考 12-19 08:00-18:00 潞河中学、运河中学';

const LACKS = { date: '是哪一天', clock: '几点到几点', both: '日期和时间' } as const;

/** Why an order about an event changed nothing, and the right form (voice.md 8). */
export const faultWords = (fault: GuaranteeFault, stage: Stage): string => {
  const { house } = stage;
  switch (fault.kind) {
    case 'role': {
      const { lead, manager } = house.policy;
      return `保障由${staffName(manager, house)}或${staffName(lead, house)}来定，可以请他们登记。看已有的保障请说“保障列表”`;
    }
    case 'no-name':
      return `还缺保障的名称。请这样说：${FORM}`;
    case 'no-time':
      return `还缺${LACKS[fault.lacks]}。请这样说：${FORM}`;
    case 'bad-time':
      return `时间没看明白，要写明从几点到几点，一次只写一段，例如“12-19 08:00-18:00”；跨天写“12-19 08:00 至 12-20 18:00”`;
    case 'past':
      return `${when(fault.to, stage.now)} 已经过去了。请核对日期再说一次，隔年的写上年份，例如“2027-01-09 08:00-12:00”`;
    case 'no-units':
      return `还缺单位，用顿号隔开。请这样说：${FORM}`;
    case 'unknown-person':
      return `名单里没有：${fault.words.map((name) => quoteWords(name, 10)).join('、')}。请这样说：${FORM} 值守 赵高斌、崔建超`;
    case 'unknown-unit':
      return `没认出这些单位：${quoteWords(fault.words.join('、'), 60)}。请换成全名或常用简称，整句再说一次`;
    case 'exists':
      return `已有“${title(fault.event)}”（${span(fault.event)}）。改时间说“保障 ${title(fault.event)} 改为 12-20 08:00-12:00”，加单位说“保障 ${title(fault.event)} 增加单位 …”`;
    case 'no-such-event': {
      const known = fault.planned.map(title).join('、');
      const which = fault.name === '' ? '现在没有' : `没有找到“${quoteWords(fault.name, 30)}”这项`;
      return known === '' ? `${which}保障。登记请说：${FORM}` : `${which}保障。已登记的有：${known}`;
    }
    case 'which-event':
      return `说的是哪一项？请带上名称：${fault.options.map(title).join('、')}`;
    case 'last-unit':
      return `“${title(fault.event)}”至少要留一家单位。整项不办了请说“取消保障 ${title(fault.event)}”`;
    case 'no-words':
      return '测试结果怎么样？请说“保障测试 正常”，或说明哪个单位有什么问题';
    default:
      return assertNever(fault);
  }
};
