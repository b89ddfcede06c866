/** When a fault began, as told: 从七点四十开始, 昨天下午起, 打今早8:05就, 半小时前. Pure; the day is counted back from the day of the message. */
import type { Began } from '../model.js';
import { matchesOf } from './matches.js';

const DIGITS = '零一二三四五六七八九';
const NUMBER = '(?:\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九])';
const DAY =
  '大前天|前天|昨天|昨儿|昨日|今天|今儿|今日|当天|上(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]?|(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天]';
const PART = '凌晨|清早|清晨|大清早|一大早|一早|早晨|早上|早起|上午|中午|午后|下午|傍晚|晚上|夜里|半夜|早|晚|午';
const MERGED = '今早|今晨|昨晚|昨夜|前晚|今儿早';
const CLOCK = `(?<h>${NUMBER})(?::(?<mi>\\d{2})|[点时](?:(?<half>半)|(?<ke>[一三])刻|(?<mm>\\d{1,2}|${NUMBER}|[零〇]五)分?|整|钟)?)(?:多|来钟|左右|前后|许|出头)?`;
const MOMENT = `(?<merged>${MERGED})?(?<day>${DAY})?(?:的)?(?<part>${PART})?\\s*(?:${CLOCK})?`;
const FROM = '(?:从|自从|自|打从|打|由|大约|大概|约)';
const ON =
  '\\s*(?:那会儿|那阵儿?|的时候|时候|课间|第[一二三四五六七八九]节课?)?\\s*(?:开始|起就|起|以来|之后|以后|到现在|至今|往后|就)';
const AGO = new RegExp(
  `(?:大约|大概|约|差不多)?(?:半个?(?:多)?(?:小时|钟头)|(?<n>${NUMBER}|\\d{2,3})(?:来|多|几)?个?(?<unit>分钟|小时|钟头|天)(?:半|多)?)(?:之前|以前|前)`,
);
/** What a time or a beginning can begin with: without it the pattern would match nothing at every other character. */
const OPENS = `(?=[\\s\\d从自打由大约今昨前当上这本周星礼凌清早中午下傍晚夜半的那时课第开起以之到至往就零${'一二两三四五六七八九十'}])`;
const SINCE = new RegExp(`${OPENS}(?<from>${FROM}\\s*)?${MOMENT}(?<on>${ON})?`, 'g');

/** Of every time, and of every word that makes it a beginning, one of these characters. */
const TIMES = /[前昨今当周星礼凌清早午傍晚夜点时:]/;
const BEGINS = /[从自打由大约始起来后现至就]/;

const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text.replace('〇', '零').replace(/^零(?=.)/, '')];
  const digit = (word: string | undefined): number => (word === '两' ? 2 : Math.max(0, DIGITS.indexOf(word ?? '')));
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
};

type Groups = Readonly<Record<string, string | undefined>>;

/** Days before the message's own; null where the words name a weekday or a span, which only the calendar could count. */
const daysAgoOf = ({ day, merged, part, h }: Groups): number | null => {
  if (merged !== undefined) return merged.startsWith('前') ? 2 : merged.startsWith('昨') ? 1 : 0;
  if (day === undefined) return part !== undefined || h !== undefined ? 0 : null;
  if (day === '大前天') return 3;
  if (day === '前天') return 2;
  if (day.startsWith('昨')) return 1;
  return /^(?:今|当天)/.test(day) ? 0 : null;
};

/** Minutes after midnight; null where no clock is told, or one that does not exist. */
const minutesOf = ({ h, mi, mm, half, ke, part = '', merged = '' }: Groups): number | null => {
  if (h === undefined) return null;
  const hour = numberOf(h);
  const minute =
    half !== undefined
      ? 30
      : ke !== undefined
        ? numberOf(ke) * 15
        : mi !== undefined
          ? Number(mi)
          : numberOf(mm ?? '零');
  const late = /下午|午后|傍晚|晚|夜/.test(part + merged) && hour >= 1 && hour < 12 && !/半夜|夜里/.test(part);
  const noon = /中午/.test(part) && hour < 4;
  const total = (late || noon ? hour + 12 : hour) * 60 + minute;
  return minute < 60 && total < 1440 ? total : null;
};

/** What is only to come, or belongs to something else than the fault. */
const NOT_A_FAULT =
  /^\s*[^,，。;；\n]{0,8}(?:考试|机考|开会|会议|上课|开课|比赛|活动|报名|施工|检修|停电|割接|升级|演练|值班|上班)/;

/**
 * The first beginning told in `text`, or null. A time counts with a word that makes it a beginning (从 起 开始 以来 就 前): a bare clock is as
 * likely an exam's. What names an exam, a lesson or planned work behind the time is no fault's beginning.
 */
export const beganIn = (text: string): Began | null => {
  const ago = AGO.exec(text);
  if (ago !== null)
    return {
      words: ago[0],
      daysAgo: ago.groups?.['unit'] === '天' ? numberOf(ago.groups['n'] ?? '') : null,
      minutes: null,
    };
  if (!TIMES.test(text) || !BEGINS.test(text)) return null;
  for (const match of matchesOf(SINCE, text)) {
    const groups: Groups = match.groups ?? {};
    if (groups['from'] === undefined && groups['on'] === undefined) continue;
    const timed = ['merged', 'day', 'part', 'h'].some((name) => groups[name] !== undefined);
    if (!timed || NOT_A_FAULT.test(text.slice(match.index + match[0].length))) continue;
    return { words: match[0].trim(), daysAgo: daysAgoOf(groups), minutes: minutesOf(groups) };
  }
  return null;
};
