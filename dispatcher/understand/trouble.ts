/** What a fault does: service is gone, bad, only odd, without its reserve, or nothing is broken and something is asked. */
import type { Tag } from './lexicon.js';
import { FAULTY } from './part.js';
import type { Part } from './part.js';
import { carriedIn, reserveLost, sparedIn } from './spared.js';
import type { Span } from './spared.js';
import type { Telling } from './telling.js';
import type { Hit } from './words.js';

export type Effect = 'gone' | 'bad' | 'reserve' | 'odd' | 'request';
/** `hit`: the word that tells it. `spares`: the words by which the service goes on in spite of it. */
export type Trouble = { readonly effect: Effect; readonly hit: Hit<Tag> | null; readonly spares?: Span | null };

export const RESERVE_LOST =
  /(?:一|单|半)(?:个|块|路|台|条|根|边)[^,，。\n]{0,8}(?:电源|上联|光纤|光缆|链路|空调|纤)|(?:两|双|2)(?:个|块|路|台|条|根)(?:电源|上联|光纤|光缆|链路|空调|精密空调|纤)?[^,，。\n]{0,12}(?:一|其中|有)(?:个|块|路|台|条|根)|电源[^,，。\n]{0,6}(?:一个|一块|一路|有一个|有一块)|pwr\d? ?fault|冗余|单跑|单机(?:运行|跑|状态)|降级|degraded|旁路|bypass|备(?:机|用|纤|板|链路|份链路|电源|路由)|主用(?:在|正常|走)|保护(?:没|路由|丢|失|已)|切(?:换)?(?:到|至|往|去)(?:了)?(?:保护|备用|备机|备|主控板?\d|另)|自动(?:切|倒)|ha[^,，。\n]{0,4}(?:触发|切换|拉起|启动)|(?:坏|掉|断|停|故障)(?:了)?(?:一|1)(?:个|块|台|路|条|根|组)|剩(?:下|余)的?|(?:有|其中)一(?:根|条|路|台|块|个)[^,，。\n]{0,10}(?:断|坏|停|掉)|走(?:的)?(?:是)?另(?:外)?一|倒换|双(?:机|电源|上联|链路|控)|两路变(?:成)?一路|raid|阵列|(?:虚拟?机|业务)[^,，。\n]{0,6}(?:迁|漂移)|ha.{0,3}(?:自动|切|拉)|另(?:一|外一)(?:台|路|条|根|个|块)[^,，。\n]{0,6}(?:正常|顶|撑|在|好|跑|行)|(?:左|右)边[^,，。\n]{0,6}(?:模块|电源)/;
export const STILL_WELL =
  /能用|走另|另外?一(?:根|条|路|台|个)|顶(?:住|得住|着)|能顶|撑得住|够用|重启完成|已(?:全部)?(?:拉起|恢复|迁)|目前(?:还)?能|还能(?:用|上)|业务(?:没|未|无|不|正常|都正常|目前正常|全跑)|没(?:断|影响|受影响|感觉)|未(?:断|中断|影响)|无(?:影响|感|中断)|不(?:影响|受影响)|没停|都没停|网没|正常|在(?:跑|用|线)|顶着|撑着|主(?:机|用|纤)|切到|倒换|自动(?:切|迁|拉)|均?没(?:有)?中断/;

/** Papers and records are asked for, or the cause of what is over. */
export const PAPERS =
  /(?:出|提供|要|给|发|来|求|借|复印|下发|调取|申请)[^,，。\n]{0,14}(?:记录|报告(?!厅)|证明|清单|拓扑图?|图纸|资料|模板|预案|方案|协议|手册|步骤|登记表|年报|月报|周报|(?<!平)台账|流程|计划|制度|规程|截图|电子版|说明书|名单|统计|文档|合同|表格|规范)/;
export const CAUSE =
  /(?:查|看|问|找|分析|排查|核实|定位|弄清|搞清)[^,，。\n]{0,10}(?:原因|怎么回事|为什么|什么问题|啥问题|咋回事|毛病)|(?:什么|啥)原因|原因是什么|写(?:个|份)?说明|原因说明|要(?:个|份)?(?:原因|说法)/;
/** Something is wished: 能给…吗, 想约…, 派一名…值班. */
export const WISH =
  /(?:要|想|需要?|得)(?:再)?(?:开|办|申请|加|建|扩|注销)[^,，。\n]{0,8}(?:账号|权限|网口|点位|信息点|容|空间)|能[^,，。\n]{0,12}(?:恢复|找回|捞|解决|弄|调|查)[^,，。\n]{0,4}(?:吗|么|不$|嘛)|(?:能不?能?|可不?可?以|可否|能否)[^,，。\n]{0,12}(?:给|帮|派|来|发|提供|开|加|换|改|捞|借|教|调|迁|装)|能(?:不能)?(?:把|将)[^,，。\n]{0,20}(?:吗|么|不$)|(?:是多少|是什么|是啥|叫什么|在哪(?:里|儿)?|放哪|哪个位置|怎么(?:开|用|设|配|走|登|装|改))|(?:给|帮)(?:我们?|咱们?|我校)?(?:们)?(?:换|改|加|开|装|弄|发|出|配|查|捞|接)|请?(?:给)?解释|想(?:请|要|约|问|让|把|在|给|知道|咨询|申请)|求[^,，。\n]{0,4}(?:解|教|指|发)|有没有(?:多的|富余|备用)|(?:派|安排|请)[^,，。\n]{0,8}(?:人|工程师|师傅|同事|技术)[^,，。\n]{0,16}(?:值班|驻场|盯|守|看着|保障|现场)/;
/** On duty for an event. */
export const DUTY =
  /(?:派|来|安排|请|约|能)[^,，。\n]{0,8}(?:人|工程师|师傅|同事|技术|你们|您们?|咱们?)[^,，。\n]{0,18}(?:值班|驻场|盯|守|看着|保障|现场|摸.{0,2}底|测)|(?:线路|网络|考点|专线|机房)[^,，。\n]{0,8}(?:测试|压力测试|端到端测试|检测|摸.{0,2}底|检查)|把(?:线|网|线路|网络|机房)[^,，。\n]{0,4}测/;

const PAST = /昨|前[天晚]|上(?:周|个?月|次|回|礼拜)|之前|当时|刚才|早上|今早|周[一二三四五六日]|\d+[:点]/;
/** 断了二十分钟: it lasted, so it is over. */
const LASTED =
  /[断掉停]了?(?:网)?(?:大概|大约|将近|差不多|有)?(?:半个?|[一二两三四五六七八九十几\d]+个?多?)(?:小时|分钟|刻钟|钟头|来分钟|多分钟|多小时)/;
const WELL_NOW = /恢复|正常|好了|好着|现在(?:都)?好|好的|都稳|稳定|没再|没事/;

/** It was bad, and is now gone. */
const WORSE =
  /(?:干脆|彻底|直接|刚又|又全|全|完全|(?<!到)现在|这下|最后|然后|后来|这会儿?|今[天早]|一个)[^,，。\n]{0,8}(?:断(?![断了]*[一二两三四五六七八九十几好\d]+[回次])|没网|上不(?:了|去)|不通|连不上|死了|瘫|挂|都没有)/;

/** A polite order to make or change something. */
const PLEASE =
  /(?:请|麻烦|烦请|恳请|拜托|帮忙?)[^,，。\n]{0,12}(?:把|将|给(?!看|瞧|查|修|处理|弄|个话)|加(?!急|派)|扩|开|改|换|设|配|建|删|调(?!试)|增|做|提供|解释)/;

/** Do its words of fault only tell of a part that is broken, none of a service that is lost? */
const onlyParts = (heart: Part): boolean => {
  const starts = new Set(heart.hits.filter(({ tag }) => tag === 'physical' || tag === 'odd').map(({ start }) => start));
  return heart.hits.every((hit) => !FAULTY.some((tag) => tag === hit.tag) || starts.has(hit.start));
};

const THEN = /(?:然后|最后|后来|接着|直接)[^,，。\n]{0,4}(?:断|没|掉线|挂)/;

/** 昨天慢，今天干脆断了: what came last is that it is gone. */
const worsened = (telling: Telling): boolean => {
  const { words, text } = telling.reading;
  let bad = false;
  for (const { start, end, role } of telling.frames) {
    const here = words.has(['flap', 'slow'], start, end);
    if (here && THEN.test(text.slice(start, end))) return true;
    if (bad && !here && role === 'fault' && WORSE.test(text.slice(start, end))) return true;
    bad ||= here;
  }
  return false;
};

/** 全园都没网，家长在门口堵着: that the network is gone stands in a clause of its own, and no other makes it only slow. */
const outright = ({ reading: { words }, frames }: Telling): boolean =>
  frames.some(
    ({ role, start, end }) =>
      role === 'fault' && words.has(['netdown'], start, end) && !words.has(['slow', 'flap'], start, end),
  );

/** Asked for without anything broken: papers, the cause of what is over, a polite order. */
const requested = (telling: Telling): Hit<Tag> | null | undefined => {
  const { all, said } = telling;
  const over = CAUSE.test(all.text) && PAST.test(all.text) && (WELL_NOW.test(all.text) || LASTED.test(all.text));
  if (over || (PAPERS.test(said.text) && !said.has('netdown', 'slow', 'flap'))) return said.first('request');
  const opening = said.text.split('\n')[0] ?? '';
  if (
    PLEASE.test(opening) &&
    !said.has('netdown', 'slow', 'flap') &&
    said.hits.filter((hit) => hit.tag === 'down').length <= 1 &&
    said.has('request')
  )
    return said.first('request');
  return undefined;
};

/** The reserve did not take over, or the service is said to be lost as well. */
const NOT_CARRIED =
  /(?:业务|网络?|学校|全校)(?:也|都|全|已经?|全部|均|随之|跟着|一起)+(?:断|中断|停|没|掉|瘫)|业务(?:中断|断了|停了)(?!风险)|(?:备[用机份纤路]?|保护|另一[路条根台]|冗余|ha)[^,，。\n]{0,6}(?:没倒|没切|没起|没顶|未倒|未切|没生效|没接|切不|倒不|顶不|也断|也坏|也停|也掉|起不来|也没)/;

/** The effect as these clauses tell it. The first that applies stands. */
export const troubleOf = (telling: Telling): Trouble => {
  const { all, said, heart } = telling;
  const asked = requested(telling);
  if (asked !== undefined) return { effect: 'request', hit: asked };
  const gone = heart.first('netdown', 'down');
  const bad = heart.first('flap') ?? (outright(telling) ? null : heart.first('slow'));
  const lost = heart.has('netdown') && telling.reach.has('whole', 'wide');
  const spared = lost ? null : sparedIn(telling);
  const broken = gone ?? bad ?? heart.first('odd');
  if (
    !lost &&
    (broken ?? carriedIn(all)) &&
    !NOT_CARRIED.test(said.text) &&
    reserveLost(all, heart, spared !== null && (gone !== null || heart.has('paired')))
  )
    return { effect: 'reserve', hit: broken, spares: spared ?? carriedIn(all) ?? broken };
  if (spared !== null && broken && onlyParts(heart)) return { effect: 'odd', hit: broken };
  if (bad && !worsened(telling)) return { effect: 'bad', hit: bad };
  if (gone) return { effect: 'gone', hit: gone };
  if (said.has('odd')) return { effect: 'odd', hit: said.first('odd') };
  if (said.has('request', 'event') || WISH.test(said.text))
    return { effect: 'request', hit: said.first('request', 'event') };
  if (PLEASE.test(said.text) || DUTY.test(said.text)) return { effect: 'request', hit: null };
  if (spared !== null) return { effect: 'odd', hit: null };
  return { effect: 'gone', hit: null };
};
