/** How wide a fault reaches: from the words of breadth, the places and the counts, without what is denied or well. */
import type { Scope } from '../model.js';
import { countsIn } from './counts.js';
import type { Tag } from './lexicon.js';
import { FAULTY } from './part.js';
import type { Part } from './part.js';
import type { Place, PlaceKind } from './places.js';
import type { Reading } from './reading.js';

/** The scope with the words that told it ([start, end) in the text; empty where none did) and their place. */
export type Reach = {
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  readonly place: Place | null;
};

const OF_PLACE: Readonly<Record<PlaceKind, Scope>> = {
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
const WORDED: readonly (readonly [Tag, Scope])[] = [
  ['partly', 'unit-partly'],
  ['several', 'rooms'],
  ['floor', 'floor'],
  ['wholebuilding', 'building'],
  ['department', 'rooms'],
  ['oneroom', 'room'],
  ['self', 'terminal'],
];
/** Denies the words right behind it. 不止 and 不光 deny that it is all. */
const DENIES =
  /(?:(?<!是)不是|并非|并不是|不算|没到|不至于|没有到|又不是|不止|不光|不只|不仅|不单|何止|不光是|不只是|别说|除了|除)(?:是|说|就|只|我们|影响|的)?$/;
/** 就这一间, 只有我这台. */
const LIMIT =
  /(?<![早一本也不])(?:就|只|只有|就剩|只剩|仅|仅有|仅限|唯独|单单|(?<!不)单|(?<!不)光|就是|就只|而是|只是)(?:有|是|剩|我们?|他|她|咱|这|那|某|它|个|在)*(?<what>一间|一个屋|一屋|这间|那间|间|这屋|那屋|一个班|这个班|一个教室|一个办公室|屋|一台|这台|那台|台|一人|一个人|我?自己(?=[\s,，。的这]|$)|一个(?=[\s,，。]|$)|一个(?:ap|摄像头|头|探头|网口|点|口)|个别|手机|电脑|账号|机子|一块|一路|一部)/;
/** 就礼堂, 只有北配楼: what stands right before a place to limit the fault to it. */
const ONLY_BEFORE =
  /(?:(?<![早一本也不来])就|只有?|仅有?|唯独|唯有|单单|就剩|只剩|只是|就是|而是|其实是|断的是)(?:是|有|在|我们?)?$/;
const ONE_AFTER = /^(?:里|的|那|这|门口|外头?|上)?(?:那|这)?(?:一)?(?:个|台|路|只|块|部)(?!楼|班|教室|屋|办公室)/;
/** 从园长室到厨房到每个班都, 从校长到门卫都. */
const RANGE =
  /从(?![一二三四五六七八九十\d早昨今上第周]|上午|下午|刚才|开始)[^,，。\s]{1,8}到[^,，。]{1,16}?(?:都|全|没|也)/;
/** 一台能上的都没有, 没一间能用, 哪屋都一样: none at all. */
const NONE =
  /(?<!就|只|有|第)(?:一|半)(?:台|个|间|家|屋|处)[^,，。\s]{0,8}(?:都|也)[^,，。\s]{0,3}(?:没|不|上不|连不|打不)|没(?:有)?一(?:台|个|间|处|家|屋)[^,，。\s]{0,6}(?:能|行|通|好|有|快|正常)|(?<![插换试用拿接])(?:哪(?:个|台|间|屋|儿|里|边|家|层|班)|谁)[^,，。\s]{0,6}(?:都|也)(?:不|没|上不|连不|断|一样|这样)/;
/** Kinds of room in the plural, listed: 教室办公室全, 办公室、班级都. */
/** Each tried in turn, and all the same. */
const CHECKED =
  /(?:挨个|逐[间个一]|一间一间|一个一个|转(?:了)?一圈|跑(?:了)?一圈|问(?:了)?一圈|从.{1,4}跑到|各处都试|都试(?:过|了)|全试(?:过|了))[^\n]{0,20}\n?(?:没一|都[不没]|全[不没]|一样|谁都|全都)/;
const KINDS_OF_ROOM =
  /(?:教室|办公室|班级|班里|功能室|专用教室|宿舍|食堂|机房|教学区|办公区|教学楼|办公楼)(?:和|、|跟|与|及|还有)?(?:教室|办公室|班级|功能室|专用教室|宿舍|食堂|教学区|办公区|办公楼|宿舍楼)[^,，。\s]{0,3}(?:都|全|均|一样|也)/;
const ROOM_KIND =
  /^(?:教室|办公室|班级|班里|功能室|专用教室|宿舍|食堂|机房|教学区|办公区|校长室|传达室|教学楼|办公楼|各班|电教室|图书馆)$/;
const EACH = /^(?:每|各|所有|全体|全部|人人|没一|没有一)/;
/** Whole rooms or people, not machines: 每个班, 所有老师. */
const OF_ALL =
  /班|教室|办公室|老师|教师|师生|人|楼|年级|部门|处室|科室|房间|教职工|同事|员工|学生(?!端|机)|没一|没有一|间|屋|活动室/;
const PEOPLE = /^(?:大家|大伙|老师们|同事们|老师|师生|谁|人人)/;
/** So many classes are the school. */
const MOST = 12;
/** 学校就两栋楼, 我们总共三层: what is named is all there is. */
const ALL_THERE_IS =
  /(?:学校|我们|我校|园里|全校|咱们?)(?:一共|总共|就|只有|拢共)+(?:这|那|有)?[一二两三四五六\d](?:栋|座|层|个楼|排)/;
/** Where the causes stand, not the sufferers. */
const INFRA = /机房|弱电|机柜|配电|设备间|门口|门外|路边|路口|围墙|墙|井|信息中心|网络中心|楼顶/;
const PC = /台.{0,3}(?:电脑|机器|机子|主机|笔记本|一体机|打印机|学生机|考试机|平板)/;
const ROOMISH = /间|屋|班|教室|办公室|室|机房|考场|厅/;

const widest = (reaches: readonly Reach[]): Reach | null =>
  reaches.reduce<Reach | null>(
    (best, one) => (!best || WIDTH.indexOf(one.scope) > WIDTH.indexOf(best.scope) ? one : best),
    null,
  );

const denied = (reading: Reading, start: number): boolean =>
  DENIES.test(reading.text.slice(Math.max(0, start - 6), start));

/** Does a container (a floor, a room) stand in the same statement before these words of "all"? */
const containerOf = (part: Part, start: number): Place | null => {
  const statement = part.statements.find((one) => start >= one.start && start < one.end);
  const before = part.places.filter(
    (place) => statement && place.start >= statement.start && place.start <= start && place.kind !== 'side',
  );
  return before.at(-1) ?? null;
};

const wordedReaches = (reading: Reading, part: Part): Reach[] =>
  WORDED.flatMap(([tag, scope]) =>
    part.hits
      .filter((hit) => hit.tag === tag && !denied(reading, hit.start))
      .map((hit) => {
        const place = containerOf(part, hit.end);
        const within = tag === 'partly' && place ? OF_PLACE[place.kind] : scope;
        return { scope: within, start: hit.start, end: hit.end, place };
      }),
  );

/** A statement of the fault names the school and no place: places of cause elsewhere do not narrow it. */
const schoolToo = (reading: Reading, heart: Part): boolean =>
  heart.statements.some(
    ({ start, end }) =>
      (reading.words.has(['school', 'whole'], start, end) || reading.text.slice(start, end).includes('\uE000')) &&
      !heart.places.some((place) => place.kind !== 'side' && place.start >= start && place.start < end),
  );

const placeReaches = (reading: Reading, part: Part, heart: Part, single: boolean): Reach[] => {
  const apart = schoolToo(reading, heart)
    ? heart.places.filter((place) => !INFRA.test(reading.text.slice(place.start, place.end)))
    : heart.places;
  const told = apart.filter((place) => place.kind !== 'side');
  if (apart.length < heart.places.length && told.length === 0) return [];
  return (told.length > 0 ? told : part.places.filter((place) => place.kind !== 'side'))
    .filter((place) => !denied(reading, place.start))
    .map((place) => ({
      scope: single || (place.kind === 'office' && heart.has('self')) ? 'terminal' : OF_PLACE[place.kind],
      start: place.start,
      end: place.end,
      place,
    }));
};

const countReaches = (reading: Reading, part: Part): Reach[] =>
  part.statements.flatMap((statement) =>
    countsIn(reading.text.slice(statement.start, statement.end)).flatMap((counted): Reach[] => {
      const start = statement.start + counted.start;
      const end = statement.start + counted.end;
      if (counted.count < 2 || denied(reading, start)) return [];
      const place = containerOf(part, end);
      const at = { start, end, place };
      if (counted.of === 'unit') return [{ scope: 'region', ...at }];
      if (counted.of === 'building') return [{ scope: 'building', ...at }];
      if (counted.of === 'device' && PC.test(reading.text.slice(start, end + 5)))
        return [{ scope: place ? (OF_PLACE[place.kind] === 'room' ? 'room' : 'terminal') : 'terminal', ...at }];
      if ((counted.of === 'room' || counted.of === 'class') && counted.count >= MOST && !place)
        return [{ scope: 'unit', ...at }];
      if (counted.of === 'room' || counted.of === 'class') return [{ scope: 'rooms', ...at }];
      return [];
    }),
  );

/** Words of "all" that speak of the fault: persons count only where their own clause tells it. */
const everyHit = (reading: Reading, part: Part): Part['hits'][number] | null =>
  part.hits.find((hit) => {
    if (hit.tag !== 'every') return false;
    const word = reading.text.slice(hit.start, hit.end);
    const statement = part.statements.find((one) => hit.start >= one.start && hit.start < one.end);
    if (!statement) return false;
    const own = reading.text.slice(statement.start, statement.end);
    if (!PEOPLE.test(word)) return true;
    return reading.words.has([...FAULTY], statement.start, statement.end) || /这样|一样|都是|都报|都不|都没/.test(own);
  }) ?? null;

/** The breadth that is asserted in these statements, `heart` being those of the fault itself. `single`: one device is broken. */
export const reachOf = (reading: Reading, part: Part, heart: Part, single: boolean): Reach => {
  const none: Reach = {
    scope: 'unknown',
    start: 0,
    end: 0,
    place: part.places.find((place) => place.kind !== 'side') ?? null,
  };
  const wide = part.hits.find(
    (hit) =>
      hit.tag === 'wide' &&
      !denied(reading, hit.start) &&
      !/^(?:例会|视频|教学|教育|安全|工作|统一|会议|现场|活动|大会|的?会|系统|防汛|教研)/.test(
        reading.text.slice(hit.end),
      ),
  );
  if (wide) return { scope: 'region', start: wide.start, end: wide.end, place: null };
  const allThereIs = ALL_THERE_IS.exec(part.text);
  if (allThereIs) {
    const start = reading.text.indexOf(allThereIs[0]);
    return { scope: 'unit', start, end: start + allThereIs[0].length, place: null };
  }
  const limit = limited(reading, part);
  if (limit) return limit;
  const whole = part.hits.find((hit) => hit.tag === 'whole' && !denied(reading, hit.start));
  if (whole) return { scope: 'unit', start: whole.start, end: whole.end, place: containerOf(part, whole.start) };
  const kinds = new Set(
    heart.places
      .flatMap((place) => reading.text.slice(place.start, place.end).split(/[\s、,和跟与及]+/))
      .filter((words) => ROOM_KIND.test(words)),
  );
  const listed = heart.places[0];
  if (kinds.size >= 2 && listed) return { scope: 'unit', start: listed.start, end: listed.end, place: null };
  const range =
    RANGE.exec(part.text) ??
    KINDS_OF_ROOM.exec(part.text) ??
    CHECKED.exec(part.text) ??
    (part.places.every((place) => place.kind === 'side') ? NONE.exec(part.text) : null);
  if (range) {
    const start = reading.text.indexOf(range[0]);
    return { scope: 'unit', start, end: start + range[0].length, place: null };
  }
  const narrow = [
    ...wordedReaches(reading, part),
    ...countReaches(reading, part),
    ...placeReaches(reading, part, heart, single),
  ];
  const separate = new Set(
    heart.places
      .filter((place) => OF_PLACE[place.kind] === 'room')
      .map((place) => reading.text.slice(place.start, place.end)),
  );
  const first = heart.places[0];
  if (separate.size >= 2 && !single && first && apartRooms(heart))
    narrow.push({ scope: 'rooms', start: first.start, end: first.end, place: first });
  const best = widest(narrow);
  const every = everyHit(reading, part);
  if (every) {
    const each =
      EACH.test(reading.text.slice(every.start, every.end)) &&
      OF_ALL.test(reading.text.slice(every.start, every.end + 4));
    const before = containerOf(part, every.start);
    const container =
      before && before.start < every.start
        ? before
        : each
          ? null
          : best && best.scope !== 'terminal'
            ? best.place
            : null;
    if (container) {
      const scope = genericRooms(reading, container) ? 'rooms' : OF_PLACE[container.kind];
      const all = { scope, start: container.start, end: Math.max(every.end, container.end), place: container };
      return best && WIDTH.indexOf(best.scope) > WIDTH.indexOf(scope) ? best : all;
    }
    if (each || !best || best.scope === 'terminal' || best.scope === 'unknown')
      return { scope: 'unit', start: every.start, end: every.end, place: null };
  }
  return best ?? (single ? { ...none, scope: 'terminal' } : none);
};

/** Two rooms in two statements of fault. */
const apartRooms = (heart: Part): boolean =>
  heart.statements.filter((one) =>
    heart.places.some((place) => OF_PLACE[place.kind] === 'room' && place.start >= one.start && place.start < one.end),
  ).length >= 2;

/** 初三那层办公室全都: rooms in the plural, though written as one. */
const genericRooms = (reading: Reading, place: Place): boolean =>
  place.kind === 'room' &&
  /(?:层|楼|级|学|中|边|侧|区|房|排|平房的|^)(?:的)?(?:办公室|教室)$/.test(reading.text.slice(place.start, place.end));

/** 就这一间, 只有我这台, 就礼堂: a limit set in words beats what was said before it. */
const limited = (reading: Reading, part: Part): Reach | null => {
  for (const place of part.places) {
    if (place.kind === 'side' || !ONLY_BEFORE.test(reading.text.slice(Math.max(0, place.start - 5), place.start)))
      continue;
    const single = ONE_AFTER.test(reading.text.slice(place.end, place.end + 6));
    return { scope: single ? 'terminal' : OF_PLACE[place.kind], start: place.start, end: place.end, place };
  }
  for (const statement of part.statements) {
    const own = reading.text.slice(statement.start, statement.end);
    const found = LIMIT.exec(own);
    if (!found || DENIES.test(own.slice(0, found.index))) continue;
    const start = statement.start + found.index;
    const scope = ROOMISH.test(found.groups?.['what'] ?? '') ? 'room' : 'terminal';
    return {
      scope,
      start,
      end: start + found[0].length,
      place: containerOf(part, start + found[0].length) ?? part.places.find((one) => one.kind !== 'side') ?? null,
    };
  }
  return null;
};
