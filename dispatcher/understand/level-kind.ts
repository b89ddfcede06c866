/** How severe a fault is by the kind of thing that is broken and how far it reaches (rubric 2), where nothing lifts it. */
import type { Scope } from '../model.js';
import { IN_SESSION } from './level-event.js';
import { say, wide } from './judged.js';
import type { Case, Judged } from './judged.js';

const BLOCKED =
  /(?:学生|孩子|师生|家长|老师)[^,，。\n]{0,8}(?:进不|出不|堵|排队|排到|排在|挤在|滞留|困|锁在|等在|站着)|(?:车|人)[^,，。\n]{0,3}(?:堵|排到|排在|进不|出不)|放不(?:了)?学|接不(?:了|走)孩子|堵在|堵着|堵了|进不来|出不去|进不去校|进不了校|进不了门|门打不开|门都打不开|锁在|困在|进不来出不去|排到马路|堵门|被堵|滞留/;

/** What one person has for himself. */
const ACCOUNT =
  /(?:账号|密码|口令|用户名)[^,，。\n]{0,6}(?:忘|错|不对|失效|过期|锁|停用|禁用|登不|没了|不存在)|忘[^,，。\n]{0,3}密码/;

/** The level by kind. */
export const byKind = (the: Case): Judged => {
  const { scope, category, effect } = the;
  if ((scope === 'unknown' || scope === 'terminal') && ACCOUNT.test(the.text) && !the.several && category !== 'video')
    return say(3, 'one user', '影响个人');
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
      /各校|各学校|学校都|学校全|所有学校|全区/.test(the.wider) ||
      (the.unitless && /所有|全部|整个|全停|全都|集群|存储/.test(the.text) && !/有台|一台|其中|单台/.test(the.text)))
  )
    return say(1, 'a business of many schools', '影响多所学校');
  if (category === 'virtual')
    return /就我|我一个|只有我|我自己|我(?:那|这)?(?:台|个)|我的|就.{0,6}(?:用|一个人)/.test(the.wider)
      ? say(3, 'one user', '影响个人')
      : say(2, 'one business lost', '影响一项业务');
  if (category === 'platform')
    return scope === 'terminal' ||
      (/密码|账号|权限|绑定|菜单|二维码|我(?:的)?(?:登|进|打|上)|我(?:这|那)?(?:个)?号|别的?(?:老师|人|学校)[^,，。\n]{0,4}(?:能|可以|正常)/.test(
        the.text,
      ) &&
        !wide(scope) &&
        !the.several)
      ? say(3, 'one user', '影响个人')
      : say(2, 'the platform down for all', '影响平台用户');
  if (category === 'video') {
    if (the.inSession || (IN_SESSION.test(the.wider) && /区|市|全/.test(the.wider)))
      return say(1, 'a district video conference in session', '会议进行中');
    return /最近没有?会|没有会|遥控器|支架|电源线|充电/.test(the.wider)
      ? say(3, 'one terminal', '影响一台')
      : say(2, 'an event that has not begun', '会议开始前');
  }
  if (category === 'security')
    return effect === 'gone' && (wide(scope) || scope === 'rooms' || scope === 'floor' || scope === 'building')
      ? say(2, 'one of several businesses lost', '影响一项业务')
      : say(3, 'one user or finding', '影响个别');
  if (category === 'wireless') return wireless(the);
  return network(the);
};

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

/** Parts of one school: what stands there is no trunk. */
const INSIDE: ReadonlySet<Scope> = new Set<Scope>(['room', 'rooms', 'floor', 'building']);
/** A trunk, the DWDM system or an aggregation node, told without one school. */
const TRUNK =
  /波分|dwdm|otu|otn|主干|骨干|干线|环网|核心(?:路由|交换|到|至)|节点|汇聚|方向|光交箱|下挂|下联|出口(?:路由|防火墙|设备)?(?:宕|全|都)/;

const network = (the: Case): Judged => {
  if (the.unitless && the.effect === 'gone' && !INSIDE.has(the.scope) && TRUNK.test(the.wider))
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
      !/到[^,，。\n]{1,6}(?:楼|馆|室)/.test(the.wider));
  if (the.scope !== 'unit' && !(the.scope === 'unknown' && the.named) && !uplink) return narrow(the);
  if (the.netWell) return say(2, 'one business lost for a whole school', '影响一项业务');
  if (the.effect === 'bad') return say(2, 'a whole school that still works, badly', '全校可用但不稳');
  return say(1, 'a whole school has lost the network', '影响全校');
};
