import { assertNever } from '../decide/never.js';
import type { Refusal } from '../model.js';
import type { Stage } from './stage.js';
import { cutWords, quoteWords, staffName } from './words.js';

type Of = Extract<Refusal, { kind: 'incident' }>;

/** Why an order about an incident changes nothing, and the form that would work (voice.md 8). */
export const incidentRefusal = ({ why, words }: Of, { house }: Stage): string => {
  // A number of an incident is no telephone number, though it looks like one.
  const said = why === 'which' || why === 'over' || why === 'none' ? cutWords(words) : quoteWords(words, 40);
  const [lead, manager] = [house.policy.lead, house.policy.manager].map((id) => staffName(id, house));
  switch (why) {
    case 'role':
      return `事件由 ${lead ?? ''} 或 ${manager ?? ''} 来定，请他们回复“确认”或“拆分”`;
    case 'none':
      return said === '' ? '现在没有正在处理的事件' : `没有找到事件 ${said}。回复“事件”可以看到正在处理的`;
    case 'which':
      return `现在有几个事件：${said}。请带上编号，例如“SJ-… 确认”`;
    case 'over':
      return `${said} 已经结束。还没好的单会各自处理`;
    case 'unknown-unit':
      return `没认出这些单位：${said}。请写校名，例如“SJ-… 拆分 西集中学”`;
    case 'not-in-it':
      return `${said} 没有单在这个事件里`;
    case 'no-such-ticket':
      return `没有找到工单 ${said}`;
    case 'cannot-join':
      return `${said} 不能并入：已在事件里、已到场，或已办结`;
    default:
      return assertNever(why);
  }
};
