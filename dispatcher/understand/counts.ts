/** How many of what: 两间, 四个头, 七八个, 十九所, 三到五层. */

import { matchesOf } from './matches.js';

export type Counted = {
  readonly count: number;
  readonly of: 'room' | 'device' | 'class' | 'unit' | 'building' | 'line';
  readonly start: number;
  readonly end: number;
};

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  仨: 3,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const COUNT =
  /(好几十?|十几|几十|几|多|数|俩|仨|[一二两三四五六七八九]?十[一二三四五六七八九]?多?|[一二两三四五六七八九][、]?[一二三四五六七八九]?|(?<![\d.])\d{1,3}(?![\d]))(?:多|来|余)?(?:(间(?!断|隔)|(?<!\d\d)屋|个屋|个房间|个教室|间教室|个办公室|间办公室|个科室|个处室|个部门|个考场|个会议室|个机房|个年级|个楼层|个组|个计算机教室|个多媒体教室|个[^\s,，。]{0,4}(?:教室|办公室|会议室))|(个班)(?![长主次级])|(台|只|路|个头|个ap|个摄像|个探头|个点位|个监控|个球机|个枪机|块|个摄像头|个闸机|部|个面板|个信息点|个网口|个口|个点|个(?=都|全|没|掉|不|坏|离线|黑))|(所|家|个学校|所学校|家学校|个(?:小学|中学|幼儿园|园|校区?)(?![长里门])|所(?:小学|中学|幼儿园)|家(?:小学|中学|幼儿园|园)|家单位|个单位|校(?!长|门|园))|(栋|座|幢|个楼(?!层)|个校区)|(条|根|芯))/g;

/** Of every count one of these characters. */
const COUNTS = /[几多数俩仨一二两三四五六七八九十\d]/;

const valueOf = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^(?:好几|几|多|数)$/.test(word)) return 3;
  const tens = /^([二三四五六七八九])十/.exec(word);
  if (tens) return (DIGITS[tens[1] ?? ''] ?? 1) * 10;
  if (/十/.test(word)) return 10;
  return DIGITS[word.charAt(0)] ?? 1;
};

const KINDS = ['room', 'class', 'device', 'unit', 'building', 'line'] as const;

/** 三台里有一台: the count is of what is there, not of what is broken. */
const OF_WHICH_ONE =
  /^[^,，。\n]{0,4}(?:里头?|中|之中|当中|里面|其中)[,，]?(?:就|只|仅|坏|掉)*(?:有|的)?(?:其中)?(?:一|1|某|单)(?:个|台|路|块|只|条|根|部|套)/;

/** The counted things of a text, in order. */
export const countsIn = (text: string): readonly Counted[] => {
  if (!COUNTS.test(text)) return [];
  const found: Counted[] = [];
  for (const match of matchesOf(COUNT, text)) {
    const which = match.slice(2).findIndex((group) => group !== undefined);
    const of = KINDS[which];
    if (!of || OF_WHICH_ONE.test(text.slice(match.index + match[0].length))) continue;
    found.push({ count: valueOf(match[1] ?? ''), of, start: match.index, end: match.index + match[0].length });
  }
  return found;
};
