/** Does a message only speak of a fault (rubric 2: drills, notices, past faults, somebody else's), or tell one that stands now? */
import { ONLY_TOLD } from './intent-words.lexicon.js';
import { THANKS } from './acts/social.js';
import { FAULTY } from './part.js';
import { DUTY, PAPERS, WISH } from './trouble.js';
import { THREAT } from './threat.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';

/** It is over: a change for the better, never what has been well all the time. */
export const RESTORED =
  /已[^,，。]{0,8}(?:修复|抢通|恢复|解决)|处置完毕|处理完毕|供电恢复|恢复供电|(?:已|已经|都|全部|又|自己|自动|刚刚?|现在|早就|后来|业务|网络|目前|后)[^,，。]{0,6}(?:恢复|好了|(?<!不)通了|正常了|修好|解决|没事了|缓过来|处理完|回来了)|恢复(?:正常|了)|(?:修|弄|整)好了|没再(?:犯|断|掉|出现)|缓过来/;
const AGAIN =
  /但|可是|不过|又(?:断|掉|没|不|卡|慢|坏)|还是|然后又|结果又|过(?:一)?会|回去了|反复|能不能|请|麻烦|希望|怕/;
/** 断过, 掉过: had once. */
const EXPERIENCE = /(?<!没|没有)(?:断|掉|停|挂|卡|坏|抖|毒|崩|瘫)过/;
const STILL =
  /到现在|至今|还是|一直|之后|以后|就(?:没|断|连|上|不|坏|黑)|又|现在|仍|起|今[天早儿]|两天了|天了|今发现|开始|老|总/;
const OWN = /我们|我校|咱们?(?!教育网|没事)|本校|我园|学校|全校|全园|光缆|光纤|杆|\uE000|楼|教室|办公|网口|电脑/;
/** 断了三天: so long and no longer. */
const LASTED =
  /[断掉停]了?(?:网|电)?(?:大概|大约|将近|差不多|有|整整|足足)?(?:半个?|[一二两三四五六七八九十几\d]+个?多?)(?:小时|分钟|刻钟|钟头|来分钟|多分钟|多小时|天|节课)(?!了)/;
/** Read or heard of others. */
const HEARSAY = /^我?听(?!不|见|到)[^,，。]{0,8}说(?!考|机|话)|新闻|网上说|热搜|朋友圈|某(?:某|市|校|地)|刷到/;
/** The school does it itself: 我校会安排专人值守. */
const OURS_TO_DO =
  /(?:我校|我们|本校|我园|学校)[^,，。]{0,4}(?:会|将|已经?|都)[^,，。]{0,4}(?:安排|派|配合|落实|准备|值守)/;
/** The writer's home is not the service's. */
const HOME = /我家|家里|我(?:对象|老公|媳妇|爱人|爸|妈)|邻居家|我邻居|小区/;
/** 不过学校的网没事: the writer's own is well. */
const OWN_WELL =
  /(?:学校|校园|咱们?|我们|教育网)[^,，。]{0,8}(?:没事|正常|没影响|好着|没问题|没受影响|挺好|不受影响|无关|没关系)|我们(?:这儿?|学校|倒)?没有?(?:断|事|啥|$|[,，。])/;

const isNow = (own: string): boolean => !ONLY_TOLD.past.test(own) || STILL.test(own);
const isThirds = (own: string): boolean =>
  HOME.test(own) ? !/我校|单位/.test(own) : ONLY_TOLD.third.test(own) && !OWN.test(own);

/** What is asked for besides: that somebody comes, papers, a cause. */
const wished = (text: string): boolean => WISH.test(text) || PAPERS.test(text) || DUTY.test(text);

/** The statements of a fault that is the writer's own and stands now. */
const standing = ({ statements, words, text }: Reading): readonly Statement[] =>
  statements.filter(({ start, end, stance }) => {
    if (stance !== 'said' || !words.has(FAULTY, start, end)) return false;
    const own = text.slice(start, end);
    return isNow(own) && !isThirds(own) && !RESTORED.test(own);
  });

/** How firmly the fault is the writer's own: its place, its reach or the net is named with it. */
const firm = ({ words, places }: Reading, { start, end }: Statement): boolean =>
  words.has(['netdown', 'whole', 'every', 'several', 'floor', 'self', 'oneroom'], start, end) ||
  places.some((place) => place.kind !== 'side' && place.start >= start && place.start < end);

/** The last word on the fault is that it is over, and nothing of a fault comes after: the words of it, else null. */
const restoredAtLast = (reading: Reading): string | null => {
  const { text, words, statements } = reading;
  const faulty = statements.filter(
    ({ start, end, stance }) =>
      stance === 'said' && words.has(FAULTY, start, end) && !RESTORED.test(text.slice(start, end)),
  );
  const last = faulty.at(-1);
  if (!last) {
    const over = statements.some(({ start, end, faulty: bad }) => bad && RESTORED.test(text.slice(start, end)));
    return over && !AGAIN.test(text) ? (RESTORED.exec(text)?.[0] ?? null) : null;
  }
  if (words.has(['flap', 'slow'])) return null;
  const after = statements.filter(({ start }) => start > last.start);
  const rest = text.slice(last.end);
  if (AGAIN.test(rest) || /[?？]|了吗|了没/.test(rest)) return null;
  const over = after.find(({ start, end }) => {
    const own = text.slice(start, end);
    return RESTORED.test(own) && !/是(?:上|昨|前|那)[^,，。]{0,4}的事/.test(own);
  });
  return over ? (RESTORED.exec(text.slice(over.start, over.end))?.[0] ?? null) : null;
};

/** One person asks another, or somebody for something that is not ours to do. */
const between = ({ source, text, words }: Reading): boolean => {
  const faulty = words.has(FAULTY);
  const toColleague = source.mentions.length > 0 && !source.mentions.some((name) => name.includes('小通'));
  return (
    (!faulty && toColleague && ONLY_TOLD.colleague.test(text)) ||
    (!faulty && ONLY_TOLD.experience.test(text)) ||
    ONLY_TOLD.lend.test(text) ||
    (/^(?:听说|据说)/.test(text.trim()) && /[?？]$/.test(text.trim()))
  );
};

/** The words by which a message only speaks of a fault: a drill, a notice, a past one, somebody else's; null where it tells one. */
export const toldOnly = (reading: Reading): string | null => {
  const { text, words, context } = reading;
  const of = (pattern: RegExp): string | null => pattern.exec(text)?.[0] ?? null;
  if (of(ONLY_TOLD.cause)) return null;
  const live = standing(reading);
  const drill = of(ONLY_TOLD.drill);
  if (drill) return live.length > 0 && ONLY_TOLD.drillShowed.test(text) && !of(ONLY_TOLD.pretend) ? null : drill;
  const wish = wished(text);
  const restored = restoredAtLast(reading);
  if (restored && context.ticket === 'none' && !wish && !words.has(['polite'])) return restored;
  if (between(reading)) return text.trim().slice(0, 12);
  const thirds = reading.statements.some(({ start, end, faulty }) => faulty && isThirds(text.slice(start, end)));
  const cues: readonly (readonly [string | null, number])[] = [
    [of(ONLY_TOLD.dismiss), 4],
    [of(ONLY_TOLD.headed), 3],
    [live.length === 0 ? of(ONLY_TOLD.convened) : null, 3],
    [
      live.length === 0 && !/[?？]/.test(text) && !words.has(['request']) ? of(/^(?:通知)?收到(?=[,，。 通])/) : null,
      1,
    ],
    [of(ONLY_TOLD.notice), 2],
    [of(ONLY_TOLD.lesson), 4],
    [of(ONLY_TOLD.calm), 1.5],
    [of(ONLY_TOLD.past) && of(ONLY_TOLD.over), 2],
    [of(ONLY_TOLD.when) && of(EXPERIENCE), 2],
    [thirds && !live.some((one) => firm(reading, one)) ? (of(ONLY_TOLD.third) ?? of(HOME)) : null, 2],
    [thirds ? of(OWN_WELL) : null, 4],
    [of(ONLY_TOLD.third) && of(ONLY_TOLD.calm), 1],
    [live.some((one) => firm(reading, one)) || words.has(['polite', 'request']) ? null : of(HEARSAY), 3],
    [of(OURS_TO_DO), 2],
    [of(ONLY_TOLD.when) && of(LASTED), 2],
    [of(THANKS), 0.5],
  ];
  const told = cues.reduce((sum, [found, weight]) => (found ? sum + weight : sum), 0);
  const asserted =
    (live.length > 0 ? 1.5 : 0) +
    (live.some((one) => firm(reading, one)) ? 1.5 : 0) +
    (reading.phone ? 1 : 0) +
    (wish ? 1.5 : 0) +
    (words.has(['request', 'polite']) ? 0.5 : 0) +
    (THREAT.test(text) && context.role === 'reporter' ? 1 : 0);
  return told > 0 && told > asserted ? (cues.find(([found]) => found)?.[0] ?? null) : null;
};
