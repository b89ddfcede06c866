/** What an event or a key unit makes of a fault, and how severe the wish for an event's standby is (rubric 2 and its rulings). */
import type { Category } from '../model.js';
import { say } from './judged.js';
import type { Case, Judged } from './judged.js';

const TOUCHES_EVENT = /考|机房|会议|会场|联调|监测|保障|直播|主会场|分会场|报名|巡查/;
const SPARES_EVENT =
  /用不着|不影响考|跟考场不|不是考场|考试不用|与考试无关|跟考试没关|跟考试无关|不在考场|不是考点|考试用不/;
const GUARANTEED_NAME =
  /高考|中考|自考|自学考试|成考|成人高考|合格考|合格性考试|学业水平|机考|听说考|质量监测|教师资格|体育中考|研究生考试|会考|全区|区里|区级|市里|市级|国家/;
const OWN_EVENT =
  /不是重保|非重保|普通的|一般的|自己|我们自己|本校|校庆|开放日|校运会|运动会|文艺|家长会|小范围|我校(?:举办|要办)|园里|六一|艺术节/;
const TRY_BEFORE = /试|调试|联调|试机|测试|还没开|会前|彩排|明天|明早|明儿|下周|周[一二三四五六日]/;
/** The conference is going on. */
export const IN_SESSION =
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

/** The level to which a key unit or an event lifts a fault; null where neither does. */
export const lift = (the: Case, trouble: boolean): Judged | null => {
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

/** A wish for standby, a line test or duty at an event. */
export const eventRequest = (the: Case): Judged => {
  const guaranteed =
    (the.event !== null || GUARANTEED_NAME.test(the.wider)) && !(OWN_EVENT.test(the.wider) && the.event === null);
  return guaranteed
    ? say(2, "a guaranteed event's standby", '保障重大活动')
    : say(3, "an event's standby, not guaranteed", '普通活动');
};
