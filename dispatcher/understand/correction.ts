/** A person's correction of a ticket (issue 3): 「TZ-… 改一级」「单位改为…」「类别改为光缆」. Pure. */
import type { Category, Correction, Level, UnitName } from '../model.js';

const LEVELS: Readonly<Record<string, Level>> = { 一: 1, 二: 2, 三: 3, '1': 1, '2': 2, '3': 3 };

/** What people call the kinds of work (triage-rubric.md 3). The first match counts: longer names stand first. */
const CATEGORY_WORDS: readonly (readonly [RegExp, Category])[] = [
  [/校园网|校内网|内网/u, 'campus'],
  [/光缆|光纤|线路/u, 'fibre'],
  [/城域网|传输|波分|出口/u, 'metro'],
  [/虚拟化|虚拟机|虚机/u, 'virtual'],
  [/备份/u, 'backup'],
  [/视频会议|视频/u, 'video'],
  [/安全|病毒|漏洞/u, 'security'],
  [/监控|门禁|摄像/u, 'surveillance'],
  [/无线|wi-?fi/iu, 'wireless'],
  [/机房/u, 'room'],
  [/保障|考试|活动/u, 'event'],
  [/平台/u, 'platform'],
  [/技术支持|支持|咨询|其他/u, 'support'],
];

const LEVEL = /(?:改|调|升|降|定)(?:整|级)?(?:为|成|到)?\s*([一二三123])\s*级/u;
const CATEGORY = /(?:类别|类型|分类|专业)\s*(?:改|调整?)\s*(?:为|成|到)?\s*(\S+)/u;
const UNIT = /(?:单位|学校)\s*(?:改|调整?|更正)\s*(?:为|成|到)\s*\S+/u;
/** 「，原因：…」 or 「因为…」 at the end. */
const REASON = /(?:原因[:：是]?|因为|理由[:：是]?)\s*(.+)$/u;

const categoryOf = (words: string): Category | null =>
  CATEGORY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** The text with the correction in it, or null. units: those the text names, in order; the last is the one it shall become. */
export const correctionIn = (text: string, units: readonly UnitName[]): Correction | null => {
  const level = LEVELS[LEVEL.exec(text)?.[1] ?? ''] ?? null;
  const category = categoryOf(CATEGORY.exec(text)?.[1] ?? '');
  const unit = UNIT.test(text) ? (units.at(-1) ?? null) : null;
  if (level === null && category === null && unit === null) return null;
  return { level, category, unit, reason: REASON.exec(text)?.[1]?.trim() ?? '' };
};
