import type { Intent, Refusal } from '../model.js';
import { assertNever } from '../decide/never.js';
import type { Stage } from './stage.js';
import { STATE, quoteWords, short, staffName } from './words.js';

/** Acts for people, where a refusal names one. */
const ACT: Readonly<Partial<Record<Intent, string>>> = {
  accept: '接单',
  decline: '转派',
  arrive: '到场',
  progress: '报进展',
  suspend: '挂起',
  resume: '恢复',
  resolve: '办结',
  cancel: '撤单',
  feedback: '评价',
  query: '查看全部工单',
};

/** A refusal in Chinese: why, and what would work (voice.md 8). Nothing has changed. */
export const refusalWords = (refusal: Refusal, stage: Stage): string => {
  const { house } = stage;
  const lead = staffName(house.policy.lead, house);
  switch (refusal.kind) {
    case 'no-such-ticket':
      return `没有找到工单 ${quoteWords(refusal.ref, 20)}。回复“我的工单”可以看到您在办的单`;
    case 'nothing-open':
      return '您名下没有对得上的工单。请带上单号再说一次，例如“0017 到场”';
    case 'not-yours': {
      const holder = 'assignee' in refusal.ticket ? refusal.ticket.assignee : null;
      return holder === null
        ? `这张单不是您的，可以请 ${lead} 处理`
        : `您不是 ${short(refusal.ticket)} 的接单人。可以请 ${staffName(holder, house)} 转派，或请 ${lead} 改派`;
    }
    case 'taken':
      return `${short(refusal.ticket)} 已由 ${staffName(refusal.by, house)} 接单，您不用去了`;
    case 'not-in-state':
      return `${short(refusal.ticket)} 现在是“${STATE[refusal.ticket.state]}”，不能${ACT[refusal.act] ?? '这样做'}`;
    case 'role':
      return refusal.act === 'query'
        ? '这个只有运维人员能看。查您自己的单请回复“我的工单”'
        : `${ACT[refusal.act] ?? '这个'}由运维工程师来做。您可以回复“进度”或“催单”`;
    case 'own-rating':
      return `${short(refusal.ticket)} 是您处理的，评价要由报修人来给`;
    case 'no-reason':
      return `${short(refusal.ticket)} 挂起要说原因，例如“挂起 等学校开门”`;
    case 'no-such-person':
      return `名单里没有 ${quoteWords(refusal.name, 20)}。回复“值班”可以看到人员`;
    case 'too-late':
      return `${short(refusal.ticket)} 办结已超过 48 小时，请按新故障再报一次`;
    default:
      return assertNever(refusal);
  }
};
