/**
 * What each clause does in the telling of a fault. A careful reader takes breadth and effect only from the clauses that tell the fault
 * itself or answer how far it goes; what was thought, tried, awaited or said of others is heard and left out.
 */
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';
import { FAULTY } from './part.js';

/**
 * fault: something does not work, or badly. odd: it looks or sounds odd. well: what works. wish: something is asked for. bare: a place,
 * an extent or a thing without a predicate of its own, or 都一样. aside: thought, tried, past, of others. talk: anything else.
 */
export type Role = 'fault' | 'odd' | 'well' | 'wish' | 'bare' | 'aside' | 'talk';

/** A belief that was put right: 我还当全校断了呢. */
const BELIEF =
  /^(?:我|咱|俺|大家|老师们?|他们?|她)?(?:们)?(?:刚才|开始|先|起初|本来|原来|一开始)?(?:还|都|也)?(?:以为|误以为|寻思|合计着?|(?:还|只)当(?!地|天|时|然|成))|吓(?:了)?(?:我)?一(?:大)?跳|虚惊/;
/** Said of people or places that are not ours to serve. */
const OTHERS =
  /(?:听说|据说|好像)[^,，。]{0,4}\uE000|(?:隔壁|别的|其他|兄弟|附近|邻近)(?:那个|那家|的)?(?:学校|中学|小学|幼儿园|单位)|我(?:自己)?家|家里|家属院|朋友圈|(?:电信|联通|移动)(?:那边|的)?(?:好像|也|说|全国)|不是(?:说)?(?:全校|整个学校|整层|整栋)/;
/** Put right since: 二年级是上周的事早修好了. */
const SINCE =
  /(?:上周|上回|上次|上个?月|昨[天晚儿]?|前[天儿])[^,，。]{0,10}(?:修好|好了|恢复|解决|弄好|换好)|早(?:就)?(?:修好|好了|恢复|解决)|(?:断|掉|坏|卡)过(?:又|后来|但)?(?:好了|恢复)/;
/** 都一样, 也是, 全是这样: an answer to how far it goes. */
const SAME =
  /(?:都|全|也|均|一概|一律|皆)(?:是|成)?(?:这|那|一个|同|如此|遭殃|中招|没跑|没戏|白搭|够呛|这么|这样|一样|反映|反应|喊|嚷|抱怨|来问|来找|说)|一样|一个样|仨?屋一个样|同样|不例外|无一|没有例外|没跑儿?|同病相怜|各屋|挨个|逐[个间一]|转(?:了)?一圈|跑(?:了)?一(?:圈|趟)/;
/** Breadth that is said outright. */
const BREADTH =
  /影响(?:到|了|的|面|范围)|范围|涉及|波及|(?:一共|总共|统共|共计?|合计|拢共|大概|大约|有)[^,，。]{0,4}[一二两三四五六七八九十百几\d]/;
const LIMITS =
  /^(?:而是|其实|好像|目前|现在|应该|貌似)?(?:是)?(?:就|只有?|仅仅?|唯独|唯有|单单?|光是?|就剩|只剩|只是|不过|不止|不光|不仅|不是|并非)/;
/** People who complain speak for how far it goes. */
const COMPLAIN = /反映|反应|投诉|抱怨|嚷嚷|叫苦|来电|报修|都来?(?:问|找)|说|喊/;

/** Says only how many matters follow: 两个事儿一块说. */
const ANNOUNCES =
  /^(?:今天|我|我们|这边|还是|一共|总共|有|报|说|就|先|共)*(?:[两俩仨三四几]|好几)个?(?:学校|单位|地方)?的?(?:个|件)?(?:小)?(?:事儿?|问题|故障|情况|报修|单子|毛病)(?!.{0,4}(?:断|没网|不通|上不))/;
/** Those who cannot work for it: 全校老师坐那儿干等. */
const IDLE =
  /(?:老师|师生|学生|孩子|员工|人|大家)[^,，。]{0,6}(?:坐|等|干瞪|瞪|闲|站|急|傻眼|没法|没事干|发愁|停摆|手忙脚乱|手写|打不了)/;

const BREADTH_TAGS = [
  'whole',
  'every',
  'several',
  'partly',
  'floor',
  'wholebuilding',
  'department',
  'oneroom',
  'self',
] as const;

/** What may surround a place, an extent or a thing without saying anything of it. */
const FILL = new Set(
  '我们咱俺这那的是就有在也都全了啊呢吧哈呀嘛吗您你他她它好请问里上下个间台层楼到至和跟与及从起开始今天早午晚刚现目前点还含共总所每各整边儿头内外之其多家只条根路处块张栋座号位名一二两三四五六七八九十几半师校园区老说报反映来电修者人情况麻烦由因此时后前约大概左右由于自'.split(
    '',
  ),
);

/** Is little but places, extents, things, units and fillers in the clause? A third of it may be anything else. */
const isBare = (reading: Reading, { start, end }: Statement): boolean => {
  if (end - start > 40) return false;
  const covered = new Uint8Array(end - start);
  const cover = (from: number, to: number): void => {
    for (let i = Math.max(from, start); i < Math.min(to, end); i++) covered[i - start] = 1;
  };
  for (const hit of reading.words.all) if (hit.start < end && hit.end > start) cover(hit.start, hit.end);
  for (const place of reading.places) if (place.start < end && place.end > start) cover(place.start, place.end);
  let left = 0;
  for (let i = start; i < end; i++) {
    const code = reading.text.charCodeAt(i);
    if (covered[i - start] || code < 0x4e00 || code > 0x9fff || FILL.has(reading.text.charAt(i))) continue;
    left += 1;
  }
  return left <= Math.max(2, (end - start) / 3);
};

/** The role of one clause. */
export const roleOf = (reading: Reading, statement: Statement): Role => {
  const { start, end, stance } = statement;
  const { words } = reading;
  if (stance === 'supposed' || stance === 'told') return 'aside';
  const own = reading.text.slice(start, end);
  if (BELIEF.test(own) || OTHERS.test(own) || SINCE.test(own)) return 'aside';
  if (ANNOUNCES.test(own)) return 'aside';
  if (stance === 'well') return 'well';
  if (words.has(FAULTY, start, end)) return 'fault';
  if (words.has(['odd'], start, end)) return 'odd';
  const broad =
    words.has(BREADTH_TAGS, start, end) ||
    reading.places.some((place) => place.start >= start && place.start < end && place.kind !== 'side');
  if (words.has(['whole', 'every'], start, end) && IDLE.test(own)) return 'bare';
  if (broad && (SAME.test(own) || BREADTH.test(own) || LIMITS.test(own) || COMPLAIN.test(own))) return 'bare';
  if (words.has(['request', 'event'], start, end)) return 'wish';
  return isBare(reading, statement) ? 'bare' : 'talk';
};
