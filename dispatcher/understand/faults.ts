/** The faults a message tells: each with its level, kind of work, scope, place and a few words. */
import type { Evidence, Fault, UnitName } from '../model.js';
import { faultSureness } from './confidence.js';
import { kindOf } from './category.js';
import { countsIn } from './counts.js';
import { judge } from './level.js';
import { FAULTY, partOf } from './part.js';
import type { Part } from './part.js';
import type { PlaceKind } from './places.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';
import { wordsAt } from './reading.js';
import { reachOf } from './scope.js';
import { segmentsOf } from './segments.js';
import { framesOf, Telling } from './telling.js';
import type { Frame } from './telling.js';
import { summaryOf } from './summary.js';
import { troubleOf } from './trouble.js';

/** The affected unit, and whether it is a key unit (rubric 2). */
export type Of = { readonly unit: UnitName | null; readonly key: boolean };
/** `sureness` is of each fault (confidence.ts); `gravest` is the first of the gravest. */
export type Told = {
  readonly faults: readonly Fault[];
  readonly gravest: Fault;
  readonly sureness: readonly number[];
  readonly evidence: readonly Evidence[];
};
/** One fault with how sure it is, its evidence and the clauses that tell it. */
export type One = {
  readonly fault: Fault;
  readonly sure: number;
  readonly evidence: readonly Evidence[];
  readonly frames: readonly Frame[];
  /** What the rules saw beside scope, level and kind: the effect, and what else a level hangs on. */
  readonly signs: readonly string[];
};

/** All faults with their evidence. `weighed`: what is made of the rules' answer to each (joint-faults.ts). */
export const faultsOf = (reading: Reading, affected: Of, weighed: (one: One) => One): Told | null => {
  const told = segmentsOf(reading, framesOf(reading)).map((frames) => weighed(faultOf(reading, frames, affected)));
  const faults = told.map((one) => one.fault);
  const gravest = [...faults].sort((a, b) => a.severity - b.severity)[0];
  if (!gravest) return null;
  return { faults, gravest, sureness: told.map((one) => one.sure), evidence: told.flatMap((one) => one.evidence) };
};

const plural = (part: Part): boolean =>
  part.has('every', 'whole', 'several', 'partly') ||
  countsIn(part.text).some((counted) => counted.of === 'device' && counted.count >= 2) ||
  /轮流|相继|陆续|依次|通道\d+[-~至到、]\d+|(?<!\d)\d{1,3}(?:路|个ap|个摄像|个点)|(?:离线|掉线|故障)\d+(?:台|个|路)|(?:ap|电话|电脑|摄像头|班牌)[和、跟与](?:ap|电话|电脑|摄像头|班牌)|(?<!不是|并非|不算)整(?:个|栋|座|幢|层)|(?:都|全|均|俩|仨)(?!好|行|正常|没事|能|有|可以|在|通|区|校|园)/.test(
    part.text,
  );

/** One device that has lost the network, not the network at its place. */
const ONE_DEVICE =
  /(?:打印机|复印机|一体机|白板|黑板|班牌|电脑|手机|平板|机子|电视|大屏|笔记本|投影|终端)[^,，。]{0,6}(?:网)/;

/** 我们跟他们都没网, 隔壁中学也断了: the writer's own and another's. */
export const besideOurs = (reading: Reading): boolean =>
  /(?:隔壁|附近|旁边|周边|邻近|对面)(?:的|那个|那家)?[^,，。\s]{0,6}(?:学校|中学|小学|幼儿园|\uE000)[^,，。]{0,4}(?:也|都)[^,，。]{0,8}(?:没|断|不|上不|掉)|(?:我们|咱们?|我校)(?:学校|园|校)?(?:跟|和|与)[^,，。]{0,2}\uE000+[^,，。]{0,8}(?:都|也|一起|同时)[^,，。]{0,6}(?:没|断|不|上不|掉)|\uE000+(?:也|同样|一样)[^,，。]{0,4}(?:没|断|不通|上不|掉)|不(?:止|光|只)(?:是)?我们(?:一家|一个|学校|一所|园|这|校)/.test(
    reading.text,
  );

/** Are several units affected by this one fault? */
const severalUnits = (reading: Reading, statements: readonly Statement[]): boolean => {
  const here = reading.units.mentions.filter((mention) =>
    statements.some((one) => mention.start >= one.start && mention.start < one.end),
  );
  if (besideOurs(reading)) return true;
  return (
    new Set(
      here
        .map((mention) => mention.units[0]?.name)
        .filter((name) => name !== undefined && reading.affected.all.includes(name)),
    ).size > 1
  );
};

/** An engineer or an alarm names a core device and no school. */
const coreDevice = (reading: Reading, affected: Of): boolean =>
  reading.context.role !== 'reporter' &&
  affected.unit === null &&
  /核心(?:交换机|路由器?|设备|层|机房)|节点机房|汇聚(?:交换机|设备|路由)|动环/.test(reading.text);

/** What the whole school hangs on. */
const GATEWAY = /出口|上联|核心(?:交换|路由)|网关|光猫|总交换|主交换|总机房/;

/** 后南仓小学报修，断网: nothing but the call stands between the name and the bare loss. */
const bareHeart = (reading: Reading, from: number, heart: readonly Statement[]): boolean => {
  const next = heart[0];
  return (
    next !== undefined &&
    next.start > from &&
    /^\s*(?:报修|来电|来电话|反映|反应|报障|报告|报|老师|的|:)*[\s,，:：。]*$/.test(
      reading.text.slice(from, next.start),
    ) &&
    /^(?:又|也|都|全)?(?:断网|没网|没有网|上不了网|网络|网断|断了)/.test(reading.text.slice(next.start))
  );
};

/** 我校自今早起，互联网全部中断: the school is the topic of what stands before the loss. */
const TOPIC =
  /^(?:我校|本校|我园|本园|敝校|该校|学校|校内|我们(?:学校|园|校)|咱们?(?:学校|园|校)|我单位|本单位|我院|我所|\uE000{3,}(?!的[^,，。]{0,8}(?:室|电脑|老师|班)))/;
const VOICE =
  /我们?(?:这|那|电脑|手机|办公|班|屋|组|俩|几)|我(?!们|校|园|单位|院|所|去|问|看|试|重)|咱(?:这|们这|班|屋)|俺/;

const schoolBefore = (reading: Reading, part: Part, heart: Part): boolean => {
  const first = heart.statements[0];
  if (!first || VOICE.test(heart.text) || part.places.some((place) => place.kind !== 'side')) return false;
  return part.statements.some(
    ({ start, end, faulty }) => start < first.start && !faulty && TOPIC.test(reading.text.slice(start, end)),
  );
};

/** Somebody of the team, or an alarm, tells that a unit is off, and names nothing within it. */
const alarmOf = (reading: Reading, part: Part, gone: boolean): boolean =>
  gone &&
  reading.context.role !== 'reporter' &&
  reading.units.mentions.some((mention) =>
    part.statements.some((one) => mention.start >= one.start && mention.start < one.end),
  );

/** 张家湾中学断网了: the unit itself is the subject of the loss; 我们 behind the name makes it a mere voice. */
const namesUnit = (reading: Reading, heart: readonly Statement[]): boolean =>
  reading.units.mentions.some((mention) => {
    const statement = heart.find((one) => mention.start >= one.start && mention.start < one.end);
    if (!statement && bareHeart(reading, mention.end, heart)) return true;
    const down = statement && reading.words.first(['netdown', 'down'], mention.end, statement.end);
    if (!down) return false;
    const between = reading.text.slice(mention.end, down.start);
    return between.length <= 14 && !/我|咱|俺|这儿|这边|老师|主任|反映|的.{2}/.test(between);
  });

const EXAM_DEVICE = /考试机|考生机|监考机|主控机|管理机|服务器|机考|学生机|考务(?:电脑|机)/;
/** No unit is known, but the words are of the event itself. */
const OF_EVENT = /考场|考务|考点|机考|监考|考试(?:机|系统|平台|服务器)|会场|保障现场/;

/** 办公网没事, 网络正常: said of the network itself, and not only of its inside or of other places. */
const netIsWell = (reading: Reading, statements: readonly Statement[]): boolean =>
  statements.some(({ start, end, stance }) => {
    const own = reading.text.slice(start, end);
    return (
      stance === 'well' &&
      /网|上网|有线|wifi|无线/.test(own) &&
      !/校内|校里|内部|内网|互访|互传|自查|本地|ftp|收光|光功率|家用|网关|ping|本机|互通|灯|网口|网线|邻|周边|别的学校|隔壁/.test(
        own,
      )
    );
  });

/** Is the unit as such the subject of the loss? */
const isNamed = (reading: Reading, { said, heart }: Telling, gone: boolean): boolean =>
  heart.has('school') ||
  schoolBefore(reading, said, heart) ||
  alarmOf(reading, said, gone) ||
  /整个?\uE000/.test(said.text) ||
  namesUnit(reading, heart.statements) ||
  (gone && GATEWAY.test(heart.text));

const GENERIC = /电脑|机器|机子|终端|设备|主机/;

/** Is one device broken? Where several could be meant (三楼的电脑), only words of one say so. */
const isSingle = (part: Part, heart: Part): boolean => {
  if (!heart.has('terminal')) return false;
  if (heart.has('netdown') && !(ONE_DEVICE.test(heart.text) && !part.has('school', 'we'))) return false;
  return part.has('self') || !GENERIC.test(heart.text) || !part.places.some(({ kind }) => WIDE_PLACE.has(kind));
};
const WIDE_PLACE: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'building',
  'floor',
  'floors',
  'grade',
  'classes',
  'rooms',
]);

const faultOf = (reading: Reading, statements: readonly Frame[], affected: Of): One => {
  const telling = new Telling(reading, statements);
  const { all: wider, said: part, heart } = telling;
  const trouble = troubleOf(telling);
  const several = plural(part);
  const named = isNamed(reading, telling, trouble.effect === 'gone');
  const single = !several && isSingle(part, heart);
  const reach = severalUnits(reading, statements)
    ? { scope: 'region' as const, start: 0, end: 0, place: null }
    : reachOf(telling, single, named);
  const machineRoom = reading.room !== null || coreDevice(reading, affected);
  const around = { scope: reach.scope, machineRoom, request: trouble.effect === 'request' };
  const kind = kindOf(heart, part, wider, around);
  const event = reading.context.event;
  const listed =
    event && (affected.unit !== null ? event.units.includes(affected.unit) : !machineRoom && OF_EVENT.test(wider.text))
      ? event
      : null;
  // At an event a machine of the exam is of the network, even where elsewhere it would be a matter of advice.
  const category =
    listed && listed.phase !== 'next-week' && kind.category === 'support' && EXAM_DEVICE.test(part.text)
      ? 'campus'
      : kind.category;
  const judged = judge({
    scope: reach.scope,
    category,
    effect: trouble.effect,
    text: part.text,
    wider: wider.text,
    key: affected.key,
    event: listed,
    machineRoom,
    named,
    several,
    faulty: heart.has(...FAULTY),
    netWell: netIsWell(reading, statements),
    unitless: affected.unit === null,
    inSession: kind.category === 'video' && event?.phase === 'on' && (listed !== null || affected.unit === null),
  });
  const room = reading.room;
  const place =
    (kind.category === 'room' && room ? room : null) ??
    reach.place ??
    part.places.find((one) => one.kind !== 'side') ??
    null;
  const location = place ? wordsAt(reading.source, place.start, place.end) : null;
  const hit = trouble.hit;
  const quoted =
    reach.end > reach.start
      ? wordsAt(reading.source, reach.start, reach.end)
      : hit
        ? wordsAt(reading.source, hit.start, hit.end)
        : '';
  const kindWords = kind.hit ? wordsAt(reading.source, kind.hit.start, kind.hit.end) : '';
  return {
    fault: {
      severity: judged.level,
      category,
      scope: reach.scope,
      location,
      summary: summaryOf(category, reach.scope, trouble, part),
      reason: { words: quoted, meaning: judged.meaning },
    },
    sure: faultSureness(trouble, category, reach.scope, kind.hit !== null),
    frames: statements,
    signs: [
      `effect ${trouble.effect}`,
      `reach ${trouble.effect} ${reach.scope}`,
      `kind ${kind.category} ${trouble.effect}`,
      `kind ${kind.category} ${trouble.effect} ${reach.scope}`,
      `how ${named} ${several} ${single} ${machineRoom}`,
      `how ${named} ${trouble.effect} ${reach.scope}`,
      `how ${several} ${trouble.effect} ${reach.scope}`,
    ],
    evidence: [
      {
        field: 'severity',
        words: [quoted, hit ? wordsAt(reading.source, hit.start, hit.end) : ''].filter(Boolean).join(' · '),
        rule: judged.rule,
      },
      { field: 'category', words: kindWords, rule: kind.rule },
      ...(location === null
        ? []
        : [{ field: 'location', words: location, rule: 'rubric 4: the place inside the unit as written' }]),
    ],
  };
};

/** Does a supplement state anew how wide the fault is (是整个四楼, 不止二楼, 三楼和四楼都断了)? */
export const restates = (reading: Reading): boolean => {
  const { text, context } = reading;
  const part = partOf(
    reading,
    reading.statements.filter((statement) => statement.stance === 'said'),
  );
  const broad =
    part.has('whole', 'every', 'several', 'partly', 'floor', 'wholebuilding', 'department', 'oneroom', 'self') ||
    part.places.length > 0;
  if (context.asked === 'scope' && broad && !/那[间层栋台个]/.test(text)) return true;
  const corrects =
    /更正|说错|报错(?!代码|信息|误|提示|[:：\d])|不止|不只|不光|不是[^,，。]{1,10}[,，。 ]?\s*(?:是|就)|其实|变了|补一句|又(?:去)?[看转问试]|现在|原先|刚才|而是/.test(
      text,
    ) || part.has('whole', 'floor', 'wholebuilding');
  const faulty = part.has(...FAULTY) || /勒索/.test(text);
  return broad && faulty && corrects;
};
