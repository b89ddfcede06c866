/**
 * What one clause says of breadth, read as a phrase: places and quantities from the left, each narrowing or filling the one before
 * (三楼｜每个班, 五楼机房｜有一台), as people put the wider thing first.
 */
import type { Scope } from '../model.js';
import { countsIn } from './counts.js';
import type { Tag } from './lexicon.js';
import type { Place, PlaceKind } from './places.js';
import type { Reading } from './reading.js';
import type { Frame } from './telling.js';

/** A breadth with the words that told it ([start, end) in the text) and the place it holds for. */
export type Extent = {
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  readonly place: Place | null;
  /** limit: said to be all of it (就这一间). all: everything there is, of the unit or of a place. some: as wide as named. */
  readonly how: 'limit' | 'all' | 'some';
};

/** How wide a place is by itself. */
export const OF_PLACE: Readonly<Record<PlaceKind, Scope>> = {
  building: 'building',
  hall: 'room',
  office: 'rooms',
  floors: 'floor',
  floor: 'floor',
  class: 'room',
  classes: 'rooms',
  room: 'room',
  rooms: 'rooms',
  grade: 'rooms',
  grounds: 'room',
  side: 'unknown',
};

const WIDTH: readonly Scope[] = [
  'unknown',
  'terminal',
  'room',
  'rooms',
  'floor',
  'building',
  'unit-partly',
  'unit',
  'region',
];
/** Is `one` wider than `two`? */
export const wider = (one: Scope, two: Scope): boolean => WIDTH.indexOf(one) > WIDTH.indexOf(two);

const WORDED: Partial<Record<Tag, Scope>> = {
  partly: 'unit-partly',
  several: 'rooms',
  floor: 'floor',
  wholebuilding: 'building',
  department: 'rooms',
  oneroom: 'room',
  self: 'terminal',
};
const WORDS = Object.keys(WORDED) as Tag[];

/** Denies the words right behind it. 不止 and 不光 deny that it is all. */
const DENIES =
  /(?:(?<!是)不是|并非|并不是|不算|没到|不至于|没有到|又不是|不止|不光|不只|不仅|不单|何止|不光是|不只是|别说|甭说|除了|除|跟|像)(?:是|说|就|只|我们|影响|的)?$/;
export const denied = (text: string, start: number): boolean => DENIES.test(text.slice(Math.max(0, start - 6), start));

/** 全校就等这一张纸, 全校唯一: the word is of something else. */
const NOT_OF_FAULT =
  /^(?:的)?(?:唯一|就(?:这|它|等|指|靠|一)|只有|都(?:靠|等|用|指|在(?:等|用)|要用)|等着|统一|要(?!么)|师生(?:大会|集会)|大会|会议|集会|广播操|升旗|最|第一|(?:教师|教工)?例会|教研|家长会|教职工大会|公开课|安全|视频|防汛|系统|活动|现场|统考|联考|考试)/;

/** 就这一间, 只有我这台. */
const LIMIT =
  /(?<![早一本也不来得成])(?:就(?!是说)|只(?![要好能是])|只有|就剩|只剩|仅|仅有|仅限|唯独|单单|(?<!不)单(?!位|独|元|子)|(?<!不)光(?![缆纤猫路模衰功信口板交])|就是|就只|而是|只是)(?:有|是|剩|我们?|他|她|咱|这|那|某|它|个|在|咱们)*(?<what>一间|一个屋|一屋|这间|那间|间|这屋|那屋|一个班|这个班|一个教室|一个办公室|屋|一台|这台|那台|台|一人|一个人|我?自己(?=[\s,，。的这]|$)|一个(?=[\s,，。]|$)|一个(?:ap|摄像头|头|探头|网口|点|口)|个别|手机|电脑|账号|机子|一块|一路|一部)/;
const ROOMISH = /间|屋|班|教室|办公室|室|机房|考场|厅/;
/** What stands right before a place to limit the fault to it: 就礼堂, 只有北配楼. */
const ONLY_BEFORE =
  /(?:(?<![早一本也不来得成是])就|只有?|仅有?|唯独|唯有|单单|就剩|只剩|只是|就是|而是|其实是|断的是|坏的是)(?:是|有|在|剩|我们?|咱们?)?$/;
const ONE_AFTER =
  /^(?:里|的|那|这|门口|外头?|上|中)?(?:那|这|有)?(?:一)?(?:个|台|路|只|块|部|位)(?!楼|班|教室|屋|办公室|年级)/;

/** 插哪台都不亮: what was tried, not who suffers. */
const TRIED = /[插换试用拿接]/;

/** Each tried in turn, or from one end to the other, and all the same. */
const THROUGHOUT =
  /从(?![一二三四五六七八九十\d早昨今上第周]|上午|下午|刚才|开始|头)[^,，。\s]{1,8}到[^,，。\s]{1,10}?(?:都|全|没|也|一个样|一样|$)|从[^,，。\s]{1,6}(?:跑|走|转|问|试|查)到[^,，。\s]{1,8}|(?:教室|办公室|班级|班里|功能室|专用教室|宿舍|食堂|教学区|办公区|教学楼|办公楼)(?:和|、|跟|与|及|还有)?(?:教室|办公室|班级|功能室|专用教室|宿舍|食堂|教学区|办公区|办公楼|宿舍楼)[^,，。\s]{0,3}(?:都|全|均|一样|也)/;
/** 一台能上的都没有, 没一间能用, 哪屋都一样: none at all. */
const NONE =
  /(?<!就|只|有|第|这|那)(?:一|半)(?:台|个|间|家|屋|处)[^,，。\s]{0,8}(?:都|也)[^,，。\s]{0,3}(?:没|不|上不|连不|打不|断)|没(?:有)?一(?:台|个|间|处|家|屋|块)[^,，。\s]{0,8}(?:能|行|通|好|有|快|正常|亮|连|上|打)|(?<![插换试用拿接])(?:哪(?:个|台|间|屋|儿|里|边|家|层|班|栋)|谁)[^,，。\s]{0,6}(?:都|也)(?:不|没|上不|连不|断|一样|这样|打不)/;

/** Where causes stand, not sufferers. */
const INFRA =
  /机房|弱电|机柜|配电|设备间|门外|路边|路口|围墙|墙|井|信息中心|网络中心|楼顶|马路|杆|(?<![生师微考语脑机件验音学])机房$/;
const PC = /台.{0,3}(?:电脑|机器|机子|主机|笔记本|一体机|打印机|学生机|考试机|平板|终端|电视|设备)/;
/** Places that are a whole school by themselves: a campus. */
const CAMPUS = /校区|分校|分部|[东西南北中老新]校|分院|本部/;
/** So many classes are the school. */
const MOST = 12;
const PEOPLE = /^(?:大家|大伙|老师们|同事们|老师|师生|谁|人人)/;

type Found = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'worded'; readonly scope: Scope }
  | { readonly kind: 'every' | 'whole' | 'crowd' }
);

const scopeOf = (text: string, place: Place): Scope =>
  place.kind === 'building' && CAMPUS.test(text.slice(place.start, place.end)) ? 'unit' : OF_PLACE[place.kind];

/** All that speaks of breadth in a clause, in order. */
const foundIn = (reading: Reading, { start, end, role }: Frame): Found[] => {
  const { words, text } = reading;
  const found: Found[] = [];
  const add = (one: Found): void => {
    if (!denied(text, one.start)) found.push(one);
  };
  for (const place of reading.places)
    if (place.start >= start && place.start < end && place.kind !== 'side') add({ ...place, kind: 'place', place });
  for (const hit of words.list(WORDS, start, end)) {
    const scope = WORDED[hit.tag];
    if (scope) add({ start: hit.start, end: hit.end, kind: 'worded', scope });
  }
  for (const hit of words.list(['every', 'crowd', 'whole'], start, end)) {
    if (NOT_OF_FAULT.test(text.slice(hit.end, hit.end + 6)) || TRIED.test(text.charAt(hit.start - 1))) continue;
    const said = text.slice(hit.start, hit.end);
    if (
      hit.tag === 'every' &&
      PEOPLE.test(said) &&
      role !== 'fault' &&
      !/这样|一样|都是|都报|都不|都没|反映|说/.test(text.slice(start, end))
    )
      continue;
    add({ start: hit.start, end: hit.end, kind: hit.tag as 'every' | 'crowd' | 'whole' });
  }
  const own = text.slice(start, end);
  for (const counted of countsIn(own)) {
    if (counted.count < 2) continue;
    const at = { start: start + counted.start, end: start + counted.end };
    if (counted.of === 'unit') add({ ...at, kind: 'worded', scope: 'region' });
    else if (counted.of === 'building') add({ ...at, kind: 'worded', scope: 'building' });
    else if (counted.of === 'device' && PC.test(own.slice(counted.start, counted.end + 5)))
      add({ ...at, kind: 'worded', scope: 'terminal' });
    else if (counted.of === 'room' || counted.of === 'class')
      add(counted.count >= MOST ? { ...at, kind: 'every' } : { ...at, kind: 'worded', scope: 'rooms' });
  }
  const filled = found.filter(({ kind }) => kind === 'every' || kind === 'whole');
  return found
    .filter(
      (one) =>
        one.kind === 'every' ||
        one.kind === 'whole' ||
        !filled.some((all) => one.start < all.end && one.end > all.start),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
};

/** The limit that a clause sets, if any: 就这一间, 只有北配楼. */
const limitIn = (reading: Reading, frame: Frame): Extent | null => {
  const { text } = reading;
  const { start, end } = frame;
  for (const place of reading.places) {
    if (place.start < start || place.start >= end || place.kind === 'side') continue;
    if (!ONLY_BEFORE.test(text.slice(Math.max(start, place.start - 6), place.start))) continue;
    const single = ONE_AFTER.test(text.slice(place.end, Math.min(end, place.end + 6)));
    return {
      scope: single ? 'terminal' : scopeOf(text, place),
      start: place.start,
      end: place.end,
      place,
      how: 'limit',
    };
  }
  const own = text.slice(start, end);
  const found = LIMIT.exec(own);
  if (!found || DENIES.test(own.slice(0, found.index))) return null;
  const at = start + found.index;
  return {
    scope: ROOMISH.test(found.groups?.['what'] ?? '') ? 'room' : 'terminal',
    start: at,
    end: at + found[0].length,
    place: reading.places.find((one) => one.start >= start && one.start < end && one.kind !== 'side') ?? null,
    how: 'limit',
  };
};

/**
 * The breadth of one clause; null where it names none. `before`: the place told by the clause before (a topic), which 每个班 fills.
 */
export const extentIn = (reading: Reading, frame: Frame, before: Place | null): Extent | null => {
  const limit = limitIn(reading, frame);
  if (limit) return limit;
  const { text } = reading;
  const found = foundIn(reading, frame);
  const whole = found.find((one) => one.kind === 'whole');
  if (whole) return { scope: 'unit', start: whole.start, end: whole.end, place: null, how: 'all' };
  const own = text.slice(frame.start, frame.end);
  const place = found.find((one) => one.kind === 'place');
  const through = THROUGHOUT.exec(own) ?? (place ? null : NONE.exec(own));
  if (through) {
    const at = { start: frame.start + through.index, end: frame.start + through.index + through[0].length };
    return before && !THROUGHOUT.test(own)
      ? { ...at, scope: scopeOf(text, before), place: before, how: 'all' }
      : { ...at, scope: 'unit', place: null, how: 'all' };
  }
  return found.reduce<Extent | null>((so, one) => fold(reading, so, one, before), null);
};

const AND = /[、,和及与跟同]|还有|以及|连/;

/** One more phrase behind what was read so far. */
const fold = (reading: Reading, so: Extent | null, one: Found, before: Place | null): Extent => {
  const { text } = reading;
  const at = { start: so?.start ?? one.start, end: one.end };
  switch (one.kind) {
    case 'place': {
      const scope = scopeOf(text, one.place);
      // 三楼教师办公室 is one room; a second place of its own kind is listed beside the first.
      if (so?.how === 'all') return so;
      if (!so) return { ...at, scope, place: one.place, how: 'some' };
      const listed =
        so.place !== null &&
        so.scope === scope &&
        (scope === 'room' || scope === 'rooms') &&
        AND.test(text.slice(so.end, one.start));
      return {
        ...at,
        scope: listed ? 'rooms' : wider(scope, so.scope) ? scope : so.scope,
        place: so.place ?? one.place,
        how: 'some',
      };
    }
    case 'worded': {
      if (!so) return { ...at, scope: one.scope, place: null, how: 'some' };
      if (one.scope === 'unit-partly' || one.scope === 'region')
        return so.place && one.scope === 'unit-partly'
          ? { ...so, end: one.end }
          : { ...at, scope: one.scope, place: so.place, how: 'some' };
      // 教学楼｜三层整层, 机房｜有一台: the later and narrower is what is meant; 四层｜好几间 is several rooms.
      return {
        ...at,
        scope: wider(one.scope, so.scope) && so.how !== 'some' ? so.scope : one.scope,
        place: so.place,
        how: so.how,
      };
    }
    case 'crowd':
    case 'every': {
      const near = so?.place ?? before;
      const within = near && holds(near, text.slice(one.start, one.end)) ? near : null;
      if (within && INFRA.test(text.slice(within.start, within.end)) && one.kind === 'every' && within === before)
        return { ...at, scope: 'unit', place: null, how: 'all' };
      if (within) {
        const scope = plural(text, within) ? 'rooms' : scopeOf(text, within);
        return { ...at, scope: so && wider(so.scope, scope) ? so.scope : scope, place: within, how: 'all' };
      }
      if (so && so.scope !== 'terminal' && so.scope !== 'unknown') return { ...so, end: one.end, how: 'all' };
      return { ...at, scope: 'unit', place: null, how: 'all' };
    }
    case 'whole':
      return { ...at, scope: 'unit', place: null, how: 'all' };
    default:
      return never(one);
  }
};

/** A room holds people and machines; rooms are held by what is wider than one. */
const holds = (place: Place, what: string): boolean =>
  !/班|教室|办公室|屋|房间|科室|处室|年级|部门|考场|间/.test(what) ||
  wider(OF_PLACE[place.kind], 'rooms') ||
  place.kind === 'grade';

const never = (value: never): never => value;

/** 初三那层办公室全都: rooms in the plural, though written as one. */
const plural = (text: string, place: Place): boolean =>
  place.kind === 'room' &&
  /(?:层|楼|级|学|中|边|侧|区|房|排|平房的|^)(?:的)?(?:办公室|教室)$/.test(text.slice(place.start, place.end));

/** Does the place stand for a cause (弱电间, 门口的光缆) rather than for those who suffer? */
export const isCausePlace = (reading: Reading, place: Place): boolean =>
  INFRA.test(reading.text.slice(place.start, place.end)) ||
  (place.kind === 'grounds' && reading.words.has(['fibre'], place.end, place.end + 8));
