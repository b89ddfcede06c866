/** Does a message tell a fault or ask for a service at all, or does it only speak of one? */
import type { Tag } from './lexicon.js';
import { pattern } from './acts/pattern.js';
import { RESTORED } from './told-only.js';
import { FAULTY } from './part.js';
import { DUTY, PAPERS, RESERVE_LOST, STILL_WELL, WISH } from './trouble.js';
import { SPREADS, THREAT } from './threat.js';
import type { Reading } from './reading.js';

const SERVICE = [
  'campus',
  'fibre',
  'metro',
  'machineroom',
  'environment',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'event',
  'platform',
  'support',
  'terminal',
  'net',
] as const satisfies readonly Tag[];

/** What monitoring systems and devices print when something is wrong. */
const ALARM =
  /firing:\d|probe_?success ?= ?0|utilization|last value|threshold|severity|(?:link|port|interface|bfd|bgp|ospf|isis|nbr|peer|neighbor)[^\u4e00-\u9fff\n]{0,24}(?:down|flap|lost|idle)|\[ips\]|err-disabled|crit(?:ical)?[:\]\s]|problem:|告警[:：】]|【[^】]{0,8}(?:告警|监控|动环)/;
const CLEARED = /resolved|recovered|已恢复|恢复通知|早恢复|消除|cleared/;
/** Something looks wrong, though no word says that it does not work: 斜了三十度, 画面发绿, 就是不走字. */
const LOOKS_WRONG = pattern(
  '就是(?:不|没|老|总|上不|打不|用不|出不|进不)(?!是)|一(?:顿|卡|跳|闪|抽)一\\S|(?:有点|有些|快|都|全|已经?)?(?:歪|斜|倾斜|垂|耷拉|塌|晃|裂|锈|鼓包|鼓|翘|渗|悬|脱|破|磨|蹭|卡|瘪|弯)(?:了|着|的|得|快)|发(?:黄|红|绿|蓝|紫|白|灰|烫|暗|糊|黑)|偏色|变色|误判|错位|错乱|被拦|拦成|不对(?:劲|头)|不走字|一会儿?[^,，。]{1,6}一会儿?|抱怨|叫苦|盖子?[^,，。]{0,3}开了|露(?:着|出|在)|敞着|掀(?:开|了)|打转|没图|扫不|单着|扛着',
);

/** `mentions`: something of this service is named, without a word of fault or wish. */
export type Tells = {
  readonly fault: boolean;
  readonly request: boolean;
  readonly mentions: boolean;
  readonly words: string;
};

const looksWrong = (text: string): boolean => {
  LOOKS_WRONG.lastIndex = 0;
  return LOOKS_WRONG.test(text);
};

/** Of this service, though no word of the tables tells it. */
const OURS =
  /测线|监测|考试|保障|线路|网|设备|机房|考点|平台|系统|故障|运维|信息化|连线|直播|视频|画面|声音|oa|邮箱|软件/;
/** It is ordered or to be put on record: 请提前测线, 先记一笔. */
const ORDERED =
  /(?:请|需|要求|务必|麻烦)[^。;；!！?？\n]{0,24}(?:测线|测试|检查|巡检|留人|驻场|值守|保障|到场|派人|扶一?下|处置|整改|核实|更换|加固)|请[^。;；!！?？\n]{0,20}派[^,，。]{0,3}(?:名|个|位|人)|(?:记|登)(?:一笔|个|一下|记)|(?:把|将)[^,，。]{0,20}(?:发|给|传|提供)[^,，。]{0,2}(?:我|一份|过来)|来(?:一)?趟/;

/** What the statements meant as said tell: a fault, or a request for something this service does. */
export const tellsOf = (reading: Reading): Tells => {
  const said = reading.statements.filter((statement) => statement.stance === 'said');
  const { words, text } = reading;
  const faulty =
    said.find((statement) => words.has([...FAULTY, 'odd'], statement.start, statement.end)) ??
    (THREAT.test(text) ||
    (ALARM.test(text) && !CLEARED.test(text)) ||
    ((words.has(SERVICE) || OURS.test(text)) && looksWrong(text)) ||
    SPREADS.test(text) ||
    (RESERVE_LOST.test(text) && STILL_WELL.test(text)) ||
    (reading.room !== null && !RESTORED.test(text))
      ? (reading.statements.find(({ start, end }) => words.has(SERVICE, start, end)) ?? said[0])
      : undefined);
  const asking =
    reading.statements.find(({ start, end }) => words.has(['request', 'event'], start, end)) ??
    (words.has(['polite']) && words.has(SERVICE) ? reading.statements[0] : undefined);
  const about = words.has(SERVICE) || words.has(FAULTY) || DUTY.test(text) || PAPERS.test(text);
  const wish = WISH.exec(text) ?? PAPERS.exec(text) ?? DUTY.exec(text);
  const thing = reading.statements.find(
    ({ start, end, stance }) => (stance === 'said' || stance === 'well') && words.has(SERVICE, start, end),
  );
  const at = faulty ?? asking ?? thing;
  return {
    fault: faulty !== undefined,
    request:
      (about && (asking !== undefined || wish !== null || DUTY.test(text))) ||
      ((thing !== undefined || OURS.test(text)) && ORDERED.test(text)),
    mentions: thing !== undefined && !/谢|辛苦|我是|关照|多谢|祝|欢迎|快乐|平安|顺利|点赞/.test(text),
    words: at ? text.slice(at.start, at.end).slice(0, 24) : (wish?.[0] ?? ''),
  };
};
