/** How severe: rubric section 2, line by line, from the scope and what the fault does there. */
import type { Category, Context, Level, Scope } from '../model.js';
import { CONTAINED, SPREADS } from './threat.js';
import type { Effect } from './trouble.js';

/** The level, the rubric's line it follows, and what it means to people. */
export type Judged = { readonly level: Level; readonly rule: string; readonly meaning: string };

/** What is known of a fault when its level is asked for. */
export type Case = {
  readonly scope: Scope;
  readonly category: Category;
  readonly effect: Effect;
  /** The statements of the fault, and of all that was said with it. */
  readonly text: string;
  readonly wider: string;
  readonly key: boolean;
  /** The event whose list the affected unit is on. */
  readonly event: NonNullable<Context['event']> | null;
  readonly machineRoom: boolean;
  /** The unit is named as such (我们学校, 张家湾中学断网). */
  readonly named: boolean;
  readonly several: boolean;
  /** A word of fault stands in it. */
  readonly faulty: boolean;
  /** The network itself is said to be well; one business is lost. */
  readonly netWell: boolean;
  readonly inSession: boolean;
  /** No unit is named nor known. */
  readonly unitless: boolean;
};

const say = (level: Level, line: string, meaning: string): Judged => ({
  level,
  rule: `rubric 2: ${line} → level ${level}`,
  meaning,
});

const BLOCKED =
  /(?:学生|孩子|师生|家长|老师)[^,，。]{0,8}(?:进不|出不|堵|排队|排到|排在|挤在|滞留|困|锁在|等在|站着)|(?:车|人)[^,，。]{0,3}(?:堵|排到|排在|进不|出不)|放不(?:了)?学|接不(?:了|走)孩子|堵在|堵着|堵了|进不来|出不去|进不去校|进不了校|进不了门|门打不开|门都打不开|锁在|困在|进不来出不去|排到马路|堵门|被堵|滞留/;
const RUNNING_AWAY =
  /(?:还在|一直|不停|持续|往上|不断|继续)(?:往)?(?:升|涨|上升|上涨|走|上走|飙)|(?:3[1-9]|[4-9]\d)(?:\.\d)?(?:多)?(?:度|℃|°|c\b)|[三四五六]十(?:多|几|[一二三四五六七八九])?度|exceeds|超过上限|critical|烤|全部?(?:停|断|掉|失)|(?:两|俩|2|都|全|均)(?:台|路|套|个)?(?:都|全|均)?(?:停|断|跳|掉|失电|没电|放电|不制冷)|都停|全停|俩都|放电中?|电池(?:供电|放电|组放电)|ups.{0,8}(?:还剩|剩余|剩|只剩|只能|能撑|撑|报警低|低电|跳了)|后备时间|剩余.{0,6}(?:分钟|min)|\d+ ?(?:min|分钟)|冒烟|起火|着火|明火|进水|漏水|水浸|泡水|拉了总闸|总闸|市电(?:没|中断|断|停|失)|整个?机房.{0,4}(?:断电|没电|停电)|断电|没电|停电|掉电|失电/;
const ODD_PROBE = /应该是探头|探头(?:问题|故障|坏|误)|其(?:他|它|余)探头[^,，。]{0,12}(?:正常|度)|误告警/;
const TOUCHES_EVENT = /考|机房|会议|会场|联调|监测|保障|直播|主会场|分会场|报名|巡查/;
const SPARES_EVENT =
  /用不着|不影响考|跟考场不|不是考场|考试不用|与考试无关|跟考试没关|跟考试无关|不在考场|不是考点|考试用不/;
const GUARANTEED_NAME =
  /高考|中考|自考|自学考试|成考|成人高考|合格考|合格性考试|学业水平|机考|听说考|质量监测|教师资格|体育中考|研究生考试|会考|全区|区里|区级|市里|市级|国家/;
const OWN_EVENT = /自己|我们自己|本校|校庆|开放日|校运会|运动会|文艺|家长会|小范围|我校(?:举办|要办)|园里|六一|艺术节/;
const TRY_BEFORE = /试|调试|联调|试机|测试|还没开|会前|彩排|明天|明早|明儿|下周|周[一二三四五六日]/;
const IN_SESSION =
  /开着呢|开着会|(?:已经?|都)开始了?|进行着|正开|正在开|正开着|会还(?:在)?开|现在开|开着会|会中|正在(?:进行|考|直播)|考着|在考|进行中/;
const CONSUMABLE = /卡纸|没粉|没墨|缺墨|缺粉|硒鼓|墨|碳粉|色带|缺纸|没纸|黑道/;

const NETWORKED: ReadonlySet<Category> = new Set<Category>([
  'campus',
  'fibre',
  'metro',
  'room',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'platform',
]);

/** The level of one fault. The first line that applies stands; they are in the order of the rubric, the gravest first. */
export const judge = (the: Case): Judged => {
  const trouble = the.effect === 'gone' || the.effect === 'bad';
  if (the.category === 'security') {
    const security = securityLevel(the);
    if (security) return security;
  }
  if (the.category === 'event') return eventRequest(the);
  if (
    the.scope === 'region' &&
    the.effect !== 'request' &&
    the.effect !== 'reserve' &&
    the.effect !== 'odd' &&
    the.category !== 'platform' &&
    the.category !== 'backup' &&
    the.category !== 'video'
  )
    return say(1, 'more than one school', '影响多所学校');
  if (the.machineRoom && the.category === 'room') return machineRoom(the);
  const lifted = lift(the, trouble);
  if (lifted) return lifted;
  if (the.effect === 'reserve') return say(2, 'redundancy lost', '失去备份保护');
  if (the.effect === 'request') return say(3, 'a question or request', '不影响业务');
  if (the.category === 'support') return say(3, 'one terminal', '影响一台');
  if (the.effect === 'odd') return say(3, 'looks odd, no effect', '暂不影响业务');
  return byKind(the);
};

const lift = (the: Case, trouble: boolean): Judged | null => {
  const networked = NETWORKED.has(the.category) && !CONSUMABLE.test(the.text);
  const any = trouble || the.effect === 'reserve';
  if (the.key && networked && any) return say(1, 'key unit', '重点单位');
  if (!the.event || !networked) return null;
  const testing =
    the.category === 'video' && !IN_SESSION.test(the.wider) && (the.event.phase !== 'on' || TRY_BEFORE.test(the.wider));
  if (any && the.event.phase !== 'next-week' && !testing) return say(1, 'unit under guarantee', '重大活动保障期间');
  if (
    trouble &&
    TOUCHES_EVENT.test(the.wider) &&
    !SPARES_EVENT.test(the.wider) &&
    (the.scope === 'terminal' || the.scope === 'room' || the.scope === 'unknown' || testing)
  )
    return say(2, 'an event that has not begun', '活动开始前');
  return null;
};

const securityLevel = (the: Case): Judged | null => {
  if (SPREADS.test(the.wider) && !CONTAINED.test(the.wider.replace(/勒索.*/s, '')))
    return say(1, 'a security event that spreads or shows', '安全事件可能扩散');
  if (/中毒|病毒|中招|感染|木马/.test(the.text) && the.several && !CONTAINED.test(the.wider))
    return say(1, 'malware on several machines', '安全事件可能扩散');
  if (/勒索/.test(the.wider)) return say(1, 'ransomware from the first machine', '安全事件可能扩散');
  return null;
};

const eventRequest = (the: Case): Judged => {
  const guaranteed =
    (the.event !== null || GUARANTEED_NAME.test(the.wider)) && !(OWN_EVENT.test(the.wider) && the.event === null);
  return guaranteed
    ? say(2, "a guaranteed event's standby", '保障重大活动')
    : say(3, "an event's standby, not guaranteed", '普通活动');
};

const machineRoom = (the: Case): Judged => {
  const rising = RISING.test(the.wider);
  if (the.effect === 'reserve' && !rising) return say(2, 'redundancy lost in a machine room', '失去备份保护');
  if (ODD_PROBE.test(the.wider)) return say(3, 'a device that looks odd', '暂不影响业务');
  const well = REST_WELL.test(the.wider);
  if (!well && (rising || RUNNING_AWAY.test(the.wider)))
    return say(1, 'power or cooling of a machine room failing', '机房供电或制冷告急');
  if (well && VITAL.test(the.wider) && /更换|replace|鼓包|老化|旁路|fault|fail|故障/.test(the.wider))
    return say(2, 'redundancy lost in a machine room', '机房设备异常');
  if (the.effect === 'odd' || the.effect === 'request' || !the.faulty || (well && !VITAL.test(the.wider)))
    return say(3, 'looks odd, no effect', '暂不影响业务');
  if (well || ONE_OF.test(the.text)) return say(2, 'redundancy lost in a machine room', '机房设备异常');
  return say(1, 'a machine room is down', '影响机房下联学校');
};

/** Getting worse by the minute. */
const RISING =
  /(?:还在|一直|不停|持续|往上|不断|继续|蹭蹭|越来越|仍在|快速|直线)(?:地)?(?:往上)?(?:升|涨|上升|上涨|走|上走|飙|升高|高|热|下降|掉)|撑不(?:住|了|过)|(?:只能|最多|还能|能)(?:再)?(?:撑|顶|坚持)(?!住|得住)|即将(?:耗尽|断电|关机)|快(?:没电|关机|断电|耗尽)/;
/** All else is said to be well. */
const REST_WELL =
  /(?:ups-?[\dab]?|主机\d?|另一(?:台|路|个)|设备|业务|运行|其他|其余|其它|温度|温湿度|负载|网络|机房|核心|供电|环境|参数|一切)[^,，。;；\n]{0,8}(?:正常|没事|没受影响|未受影响|不受影响|无影响|平稳|稳定|良好|没动)|不影响业务|未影响业务|没影响/;
const VITAL = /battery|ups|空调|电源|市电|配电|供电|停机|宕|断|漏水|进水|温度/;
/** One device of those that a room has. */
const ONE_OF =
  /(?:一|1|有|某|其中|单)(?:台|个|块|路|套|组)|[a-z\d一二三四五六]号|-[a-z\d](?![a-z\d])|(?:ups|空调|电源|交换机|服务器|主机)[\d一二ab](?!\d)/;

const byKind = (the: Case): Judged => {
  const { scope, category, effect } = the;
  if (category === 'surveillance') {
    if (BLOCKED.test(the.wider)) return say(1, 'the school is blocked by it', '师生进出受阻');
    return the.several || wide(scope) || scope === 'rooms' || scope === 'floor' || scope === 'building'
      ? say(2, 'several cameras or gates', '影响多处')
      : say(3, 'one camera or gate', '影响一处');
  }
  if (category === 'backup') return say(2, 'a failed backup run', '备份失去保护');
  if (
    category === 'virtual' &&
    effect === 'gone' &&
    (scope === 'region' ||
      (the.unitless && /所有|全部|整个|全停|全都|集群|存储/.test(the.text) && !/有台|一台|其中|单台/.test(the.text)))
  )
    return say(1, 'a business of many schools', '影响多所学校');
  if (category === 'virtual')
    return /就我|我一个|只有我|我自己|我(?:那|这)?(?:台|个)|我的|就.{0,6}(?:用|一个人)/.test(the.wider)
      ? say(3, 'one user', '影响个人')
      : say(2, 'one business lost', '影响一项业务');
  if (category === 'platform')
    return scope === 'terminal' ||
      (/密码|账号|权限|绑定|菜单|二维码|我(?:的)?(?:登|进|打|上)/.test(the.text) && !wide(scope))
      ? say(3, 'one user', '影响个人')
      : say(2, 'the platform down for all', '影响平台用户');
  if (category === 'video') {
    if (the.inSession || (IN_SESSION.test(the.wider) && /区|市|全/.test(the.wider)))
      return say(1, 'a district video conference in session', '会议进行中');
    return /最近没有会|没有会|不急|不着急/.test(the.wider)
      ? say(3, 'one terminal', '影响一台')
      : say(2, 'an event that has not begun', '会议开始前');
  }
  if (category === 'security')
    return wide(scope) && effect === 'gone' && scope !== 'unknown'
      ? say(2, 'one of several businesses lost', '影响一项业务')
      : say(3, 'one user or finding', '影响个别');
  if (category === 'wireless') return wireless(the);
  return network(the);
};

const wide = (scope: Scope): boolean => scope === 'unit' || scope === 'unit-partly' || scope === 'region';

const wireless = (the: Case): Judged => {
  if (the.scope === 'unit' || the.scope === 'unit-partly')
    return say(2, 'a whole school, one business lost', '影响全校无线');
  return the.several && the.scope !== 'floor' && the.scope !== 'building'
    ? say(2, 'several rooms', '影响多处')
    : narrow(the);
};

const narrow = (the: Case): Judged => {
  switch (the.scope) {
    case 'building':
      return say(2, 'a building', '影响一栋楼');
    case 'floor':
      return say(2, 'a floor', '影响一层楼');
    case 'rooms':
      return say(2, 'several rooms', '影响多处');
    case 'room':
      return say(3, 'one room', '影响一间');
    case 'terminal':
      return say(3, 'one terminal or user', '影响一台');
    case 'unknown':
      return the.category === 'wireless' &&
        /我(?!们|校|园|单位)|本人|自己|一个人/.test(the.text) &&
        !/都|全/.test(the.text)
        ? say(3, 'one user', '影响个人')
        : say(2, 'a unit-level voice without more', '范围待确认');
    case 'unit':
    case 'unit-partly':
    case 'region':
      return say(2, 'a whole school that still works, badly', '影响全校');
    default:
      return never(the.scope);
  }
};

const never = (value: never): Judged => value;

/** A trunk, the DWDM system or an aggregation node, told without one school. */
const TRUNK =
  /波分|dwdm|otu|otn|主干|骨干|干线|环网|核心(?:路由|交换|到|至)|节点|汇聚|方向|光交箱|下挂|下联|出口(?:路由|防火墙|设备)?(?:宕|全|都)/;

const network = (the: Case): Judged => {
  if (the.unitless && the.effect === 'gone' && TRUNK.test(the.wider))
    return say(1, 'a metro trunk or the core is down', '影响多所学校');
  const gateway =
    (the.scope === 'terminal' || the.scope === 'unknown') &&
    the.named &&
    /上联|出口|核心/.test(the.text) &&
    the.effect === 'gone';
  const uplink =
    gateway ||
    (the.category === 'fibre' &&
      the.scope === 'unknown' &&
      the.effect === 'gone' &&
      !/到[^,，。]{1,6}(?:楼|馆|室)/.test(the.wider));
  if (the.scope !== 'unit' && !(the.scope === 'unknown' && the.named) && !uplink) return narrow(the);
  if (the.netWell) return say(2, 'one business lost for a whole school', '影响一项业务');
  if (the.effect === 'bad') return say(2, 'a whole school that still works, badly', '全校可用但不稳');
  return say(1, 'a whole school has lost the network', '影响全校');
};
