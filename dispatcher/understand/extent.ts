/**
 * What one clause says of breadth, read as a phrase: places and quantities from the left, each narrowing or filling the one before
 * (三楼｜每个班, 五楼机房｜有一台), as people put the wider thing first.
 */
import { OF_PLACE, scopeOf, wider } from './breadth.js';
import type { Extent } from './breadth.js';
import { foundIn } from './extent-found.js';
import type { Found } from './extent-found.js';
import { limitIn } from './limit.js';
import type { Place } from './places.js';
import type { Reading } from './reading.js';
import type { Frame } from './telling.js';

/** Each tried in turn, or from one end to the other, and all the same. */
const THROUGHOUT =
  /从(?![一二三四五六七八九十\d早昨今上第周]|上午|下午|刚才|开始|头)[^,，。\s]{1,8}(?<![不找看收拿搜连等得没听遇受感])到(?!了)[^,，。\s]{1,10}?(?:都|全|没|也|一个样|一样|$)|从[^,，。\s]{1,6}(?:跑|走|转|问|试|查)到[^,，。\s]{1,8}|(?<![一-鿿]{2}|、)(?:教室|办公室|班级|班里|功能室|专用教室|宿舍|食堂|教学区|办公区|教学楼|办公楼)(?:和|、|跟|与|及|还有)?(?:教室|办公室|班级|功能室|专用教室|宿舍|食堂|教学区|办公区|办公楼|宿舍楼)[^,，。\s]{0,3}(?:都|全|均|一样|也)/;
/** 一台能上的都没有, 没一间能用, 哪屋都一样: none at all. */
const NONE =
  /(?<!就|只|有|第|这|那)(?:一|半)(?:台|个|间|家|屋|处)[^,，。\s]{0,8}(?:都|也)[^,，。\s]{0,3}(?:没|不|上不|连不|打不|断)|没(?:有)?一(?:台|个|间|处|家|屋|块)[^,，。\s]{0,8}(?:能|行|通|好|有|快|正常|亮|连|上|打)|(?<![插换试用拿接])(?:哪(?:个|台|间|屋|儿|里|边|家|层|班|栋)|谁)[^,，。\s]{0,6}(?:都|也)(?:不|没|上不|连不|断|一样|这样|打不)/;

/** Where causes stand, not sufferers. */
const INFRA =
  /机房|弱电|机柜|配电|设备间|门外|路边|路口|围墙|墙|井|信息中心|网络中心|楼顶|马路|杆|(?<![生师微考语脑机件验音学])机房$/;
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
      // 我这台是政教处的: where the one thing stands.
      if (so?.scope === 'terminal') return { ...so, end: one.end, place: so.place ?? one.place };
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

/** 校门口光缆断了: what lies there is the cable that feeds the school. */
export const isCableAt = (reading: Reading, place: Place): boolean =>
  place.kind === 'grounds' && reading.words.has(['fibre'], place.end, place.end + 8);

/** Does the place stand for a cause (弱电间, 门口的光缆) rather than for those who suffer? */
export const isCausePlace = (reading: Reading, place: Place): boolean =>
  INFRA.test(reading.text.slice(place.start, place.end)) || isCableAt(reading, place);
