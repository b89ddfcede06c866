/** What somebody of the team, or the client, means: rubric section 1 for engineers, desk, lead, manager and client. */
import { meant, type Meant } from './meant.js';
import { ONLY_TOLD, TICKET, WORK } from './intent-words.lexicon.js';
import { FAULTY } from './part.js';
import { tellsOf, toldOnly } from './tells.js';
import type { Reading } from './reading.js';

const found = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[0];

/** At work on a job: offered, accepted or on site. */
const atWork = (reading: Reading): Meant => {
  const { text } = reading;
  const asked = reading.context.replyTo === 'dispatch' || reading.context.assignment === 'offered';
  const another = found(WORK.another, text);
  if (another && tellsOf(reading).fault) return meant('report', another, 0.9);
  const decline = found(WORK.decline, text) ?? (reading.target ? handsOver(text) : undefined);
  if (asked && decline && !found(/(?:转|换)了(?!给)/, text)) return meant('decline', decline, 0.95);
  const arrive = found(WORK.notArrived, text) && !/已到|到场了|刚到/.test(text) ? undefined : found(WORK.arrive, text);
  if (asked) return dispatched(text, arrive);
  const resume = found(WORK.willResume, text) ? undefined : found(WORK.resume, text);
  const suspend = found(WORK.suspend, text);
  if (resume && !/还没等来|没等来|还没到/.test(text)) return meant('resume', resume, 0.9);
  const done = found(WORK.done, text);
  const unfinished = found(WORK.unfinished, text);
  if (done && !unfinished && !(suspend && /挂|等|再说|停表/.test(suspend) && !/完毕|已恢复|修复|收工/.test(text)))
    return meant('resolve', done, 0.9);
  if (decline && (reading.target || !suspend || /转|拒|退单|走不开|去不了/.test(decline)))
    return meant('decline', decline, 0.85);
  if (suspend) return meant('suspend', suspend, 0.85);
  if (arrive) return meant('arrive', arrive, 0.9);
  if (done && /收工|结单|关单|完毕|已恢复|处理完|签字/.test(text)) return meant('resolve', done, 0.8);
  if (isIdle(text)) return reading.context.replyTo === 'reminder' ? meant('progress', text.trim(), 0.9) : idle(text);
  return meant('progress', unfinished ?? done, unfinished ? 0.85 : 0.65);
};

/** A person is named: 给亚杨吧, 让奇昆去, 转韩奇昆. */
const handsOver = (text: string): string | undefined => found(/转|给|让|派|换|找|请|叫|交|喊|移/, text);

const dispatched = (text: string, arrive: string | undefined): Meant => {
  const done = found(/处理完毕|已(?:修复|恢复|处理完|解决)|修好了|搞定了|办结|结单|完工/, text);
  if (done && !/就[去过]|完了?[就再]/.test(text)) return meant('resolve', done, 0.8);
  if (arrive && !found(/就到|马上|这就/, text)) return meant('arrive', arrive, 0.85);
  const suspend = found(/挂起|先挂|暂停|停表|没(?:有)?钥匙|等学校|等备件|等厂家/, text);
  if (suspend) return meant('suspend', suspend, 0.8);
  return meant('accept', found(WORK.take, text) ?? text.trim().slice(0, 12), found(WORK.take, text) ? 0.95 : 0.6);
};

const isIdle = (text: string): boolean =>
  TICKET.ack.test(text.trim()) ||
  /^(?:谢谢|辛苦了?|多谢)[^\n]{0,6}$/.test(text.trim()) ||
  text.trim() === '1' ||
  text.trim() === '';

const idle = (text: string): Meant =>
  /^(?:好了|ok了|通了)/.test(text.trim())
    ? meant('resolve', text.trim(), 0.9)
    : /谢|辛苦|哈/.test(text) || text.trim() === ''
      ? meant('chatter', text.trim(), 0.7)
      : meant('accept', text.trim(), 0.7);

/** An open job is spoken of, not a new one. */
const KNOWN =
  /的(?:事儿?|问题|故障)(?!是|出在)|报了[^,，。]{0,4}(?:天|小时|次|遍)|(?<!电)还没(?:网|通|好|修|恢复)|处理得|进度|太慢|又问|到底|还在等|等着(?!考|用)|单(?!位|模|独|元|跑|台|芯|板|机|个)|(?:那|这)(?:个|条|张|事|档)|的事|报的|报修的|(?:昨|前|上)(?:天|周|次|午)?[^,，。]{0,8}(?:报|说)|(?:早上|上午|下午|今早)报|催|怎么还|咋还|再拖|第[二三]次|没动静|又(?:来电|打|催|问)|(?<!零|无)投诉|(?:都|已经?)[^,，。]{0,4}(?:一?上午|一?下午|半天|一?天|[一二三四五六七八九十两俩\d]+个?(?:小时|钟头|天))了?|等(?:你|您|我们)?[^,，。]{0,3}(?:半天|了)|在(?:问|跟)/;
const PRESSING =
  /处理得?太慢|太慢了|加快|再不|往后拖|不能再|不要再|放一放|提一提|到底什么时候|还在等|下班前|停课|催(?!过|了)|抓紧|赶紧|尽快|快点|怎么还(?:没|不)|咋还(?:没|不)|(?<!电)还没(?:修|到|人|处理|恢复|动静|好|弄|销|派)|没人(?:到|去|管|接)|没动静|必须|务必|一定(?:要|弄|修|得)|再拖|加派|盯(?:一下|紧|着)|优先|等着|着急|(?<!零|无)投诉|往前|要快|(?:必须|今天|尽快|务必)[^,，。]{0,4}闭环|马上给|没法|第[二三]次|什么时候能好|超时|到期/;
const FRESH =
  /刚接|刚刚|来电(?!话?[^,，。]{0,3}(?:催|问))|刚报|发现|监测到|告警|新活|新任务|同时掉|报修|打(?:我|来)?电话(?!催|问)|热线/;
const STRONG_QUERY =
  /(?:原因|结果|问题)[^,，。]{0,6}(?:查明|找到|清楚|出来|查到|查清)了?(?:没有?|吗)|(?:备件|配件|货|师傅|厂家|MCU|mcu)[^,，。]{0,6}(?:什么时候|几号|哪天|多久)|(?:到货|到位|整改完|处理完|弄完)了?(?:没有?|吗)|怎么样了|汇报(?:一下)?[^。]{0,20}情况|还有几(?:所|家|个|张|单|处)[^,，。]{0,6}(?:没|未)|(?:修好|恢复|处理|解决|好|结|销|闭环|弄好|通|到|换|完|修|接|查出原因|查到|批)了?(?:没有?|吗|么)[?？。\s]*$|进展|进度(?!要)|(?:一共|总共|共)?几(?:次|单|件|起|张)|多少(?:单|件|起|次|张)|什么情况了|到哪(?:一)?步|谁在(?:跟|处理|弄)|什么程度|有人接了吗|什么进展/;

/** Of an open job, by somebody who leads, pays or keeps the desk: hurry or question. */
const ofTheOpen = (reading: Reading): Meant | null => {
  const { text } = reading;
  const open = reading.context.ticket !== 'none';
  const known = open ? 'open ticket' : found(KNOWN, text);
  const asks = found(STRONG_QUERY, text);
  const presses = found(PRESSING, text);
  const fresh = found(FRESH, text);
  const faulty = reading.statements.some(
    (one) => one.stance === 'said' && reading.words.has(FAULTY, one.start, one.end),
  );
  if (asks && !(presses && /怎么还|还没|抓紧|必须|催/.test(presses)) && (known || !faulty))
    return meant('query', asks, 0.85);
  if (presses && known && !(fresh && faulty && !/怎么还|还没|第[二三]次|再拖|催/.test(presses)))
    return meant('urge', presses, 0.85);
  if (!open) return null;
  const query = found(TICKET.query, text);
  const urge = found(TICKET.urge, text);
  if (urge && !query) return meant('urge', urge, 0.8);
  return query ? meant('query', query, 0.8) : null;
};

/** Acts said outright, the first that fits: of a job named by its number, quoted, or said to the bot in a few words. */
const OUTRIGHT: readonly (readonly [Meant['intent'], RegExp])[] = [
  ['decline', /转派|改派|派给|转给|转单|拒单/],
  ['accept', /接单|我接|我来接|我去/],
  ['resolve', /办结|处理完毕|修好了|已修复|结单|搞定/],
  ['suspend', /挂起/],
  ['resume', /解挂|恢复处理|^\s*恢复/],
  ['arrive', /到场|已到|到了/],
  ['cancel', /撤单|撤销|取消/],
  ['urge', /催/],
  ['query', /进度|到哪|什么情况|怎么样|谁在/],
];

const ofNamedJob = (reading: Reading): Meant | null => {
  const { text, tickets, context } = reading;
  const brief = context.addressed && text.trim().length <= 16 && !tellsOf(reading).fault;
  if (tickets.length === 0 && context.replyTo !== 'dispatch' && !brief) return null;
  for (const [intent, pattern] of OUTRIGHT) {
    const words = found(pattern, text);
    if (words !== undefined) return meant(intent, words, 0.9);
  }
  return null;
};

/** The label for staff and client. */
export const staffIntent = (reading: Reading): Meant => {
  if (reading.context.assignment !== 'none') return atWork(reading);
  const named = ofNamedJob(reading);
  if (named) return named;
  const { text } = reading;
  const tells = tellsOf(reading);
  const open = ofTheOpen(reading);
  if (open) return open;
  const told = toldOnly(reading);
  if (told) return meant('chatter', told, 0.85);
  if (TICKET.ack.test(text.trim())) return meant('chatter', text.trim(), 0.9);
  const orders =
    reading.context.role === 'client' ||
    (reading.context.role !== 'engineer' && found(/新活|来电|要一?份|申请|需要|想|安排|派|去/, text) !== undefined);
  if (tells.fault || (tells.request && orders)) return meant('report', tells.words, 0.85);
  if (reading.context.ticket !== 'none' && found(TICKET.recovered, text))
    return meant('recovered', found(TICKET.recovered, text), 0.7);
  const notice = found(ONLY_TOLD.notice, text);
  return meant('chatter', notice, notice === undefined ? 0.5 : 0.7);
};
