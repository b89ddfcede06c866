/** How a word stands in its clause: as a fact, asked, denied, going on, still to come, only supposed, or wished. */
import type { Reading } from '../reading.js';

export type Mood = 'fact' | 'asked' | 'denied' | 'going' | 'coming' | 'supposed' | 'wished';

const ASKED_BY_TAIL = /(?:吗|么|嘛|没|没有|没呀|没啊|没呢|没有呀|没有呢|不|否|了没有?|好没)[呀啊呢的 ]*$/;
const ASKED_BY_WORD =
  /有没有|是不是|是否|能不能|能否|好没好|修没修|来没来|到没到|几点|多久|多会儿|什么时候|啥时候|何时|哪天|哪会儿|怎么(?!也|都|回事)|咋(?!也|都)|为什么|为啥/;
const DENIED =
  /(?:没(?:有|能|怎么|完全|彻底|全|人)?|未(?:能|曾|完全|全)?|(?<!要)不(?:能|会|要|用|必|太|大|是|再)?|别|甭|无法|难以|没法)$/;
const SUPPOSED_BEFORE = /如果|要是|万一|假如|倘若|若是|只要|除非|(?<![久好])等(?!了|到了|来|不|半|这么)/;
/** 雨停再干, 修好以后, 到货就换: what follows hangs on it. */
const SUPPOSED_AFTER =
  /^(?:了)?(?:再|之后|以后|后(?!勤|门|楼|院|面|来|边|台|续)|才|的话|的时候|就(?:去|来|走|过|往|动|出|给|换|装|弄|干|修|处理|赶|能|可以)|时(?:候)?(?:再|就)?|我(?:这就|马上|就|先))|就(?:去|过去|过来|来|到|赶|奔|走)/;
const COMING =
  /预计|估计|大概|大约|争取|打算|计划|快(?:要)?$|就要|即将|马上(?:就)?(?:能|会|要)?$|待会|等会|一会儿?(?:就|能)|将(?:于|会|要)?$|(?:明[天早儿晚]|后天|下周|今晚|晚上)|(?:能|可以|会|要|得|该|应该|应该能|肯定能|一定能)$|(?:分钟|小时|钟头|点|刻)(?:钟)?(?:之?内|之?后|左右|前|多|半)(?:就|能|可以|准|肯定|应该)*$|(?:分钟|小时|钟头|点|刻)(?:钟)?(?:就|能|可以|准|肯定|应该)+$|不出意外|顺利的话|(?<!了)[半一两三四五几\d]+个?(?:小时|分钟|钟头)$|再有|差不多$|准备$|尽量/;
const GOING = /正在?[^,，。]{0,4}$|还在[^,，。]{0,3}$|在(?:搞|弄|做|办|进行)[^,，。]{0,4}$/;
const WISHED =
  /请|希望|麻烦|拜托|尽快|赶紧|赶快|抓紧|快点|快些|尽早|务必|必须|一定(?:要|得|给)?|盼|能不能|可不可以|帮(?:我|忙|着)?|给(?:我|我们|咱们?)?$|让(?:我|我们)$|想(?:要|让)?|求/;

/** The clause in which a position lies, [start, end); the whole text where none does. */
export const clauseAt = (
  statements: Reading['statements'],
  at: number,
): { readonly start: number; readonly end: number } =>
  statements.find(({ start, end }) => at >= start && at < end) ?? { start: 0, end: at };

/** The mood of the words [start, end) of a reading. */
export const moodOf = (reading: Reading, start: number, end: number): Mood => {
  const { text } = reading;
  const clause = clauseAt(reading.statements, start);
  const before = text.slice(clause.start, Math.max(clause.start, start));
  const after = text.slice(end, Math.max(end, clause.end));
  const whole = text.slice(clause.start, Math.max(clause.end, end));
  if (
    /^[\s)]*[?？]/.test(text.slice(Math.max(clause.end, end))) ||
    ASKED_BY_TAIL.test(whole) ||
    ASKED_BY_WORD.test(before)
  )
    return 'asked';
  if (DENIED.test(before)) return 'denied';
  if (SUPPOSED_AFTER.test(after) || SUPPOSED_BEFORE.test(before)) return 'supposed';
  if (GOING.test(before)) return 'going';
  if (WISHED.test(before)) return 'wished';
  return COMING.test(before) ? 'coming' : 'fact';
};
