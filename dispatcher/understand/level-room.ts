/** How severe a fault of the core or a node machine room is (rubric 2: power, cooling, devices). */
import { say } from './judged.js';
import type { Case, Judged } from './judged.js';

const RUNNING_AWAY =
  /(?:还在|一直|不停|持续|往上|不断|继续)(?:往)?(?:升|涨|上升|上涨|走|上走|飙)|(?:3[1-9]|[4-9]\d)(?:\.\d)?(?:多)?(?:度|℃|°|c\b)|[三四五六]十(?:多|几|[一二三四五六七八九])?度|exceeds|超过上限|critical|烤|全部?(?:停|断|掉|失)|(?:两|俩|2|都|全|均)(?:台|路|套|个)?(?:都|全|均)?(?:停|断|跳|掉|失电|没电|放电|不制冷)|都停|全停|俩都|放电中?|电池(?:供电|放电|组放电)|ups.{0,8}(?:还剩|剩余|剩|只剩|只能|能撑|撑|报警低|低电|跳了)|后备时间|剩余.{0,6}(?:分钟|min)|\d+ ?(?:min|分钟)|冒烟|起火|着火|明火|进水|漏水|水浸|泡水|拉了总闸|总闸|市电(?:没|中断|断|停|失)|整个?机房.{0,4}(?:断电|没电|停电)|断电|没电|停电|掉电|失电/;
const ODD_PROBE = /应该是探头|探头(?:问题|故障|坏|误)|其(?:他|它|余)探头[^,，。]{0,12}(?:正常|度)|误告警/;

/** The level of a fault in a machine room. */
export const machineRoom = (the: Case): Judged => {
  const rising = RISING.test(the.wider);
  if (the.effect === 'reserve' && !rising) return say(2, 'redundancy lost in a machine room', '失去备份保护');
  if (ODD_PROBE.test(the.wider) || (PROBE_LOST.test(the.text) && !VITAL_LOST.test(the.wider)))
    return say(3, 'a device that looks odd', '暂不影响业务');
  const well = REST_WELL.test(the.wider);
  if (!well && (rising || RUNNING_AWAY.test(the.wider)))
    return say(1, 'power or cooling of a machine room failing', '机房供电或制冷告急');
  if (well && VITAL_LOST.test(the.wider)) return say(2, 'redundancy lost in a machine room', '失去备份保护');
  if (well && VITAL.test(the.wider) && /更换|replace|鼓包|老化|旁路|fault|fail|故障/.test(the.wider))
    return say(2, 'redundancy lost in a machine room', '机房设备异常');
  if (the.effect === 'odd' || the.effect === 'request' || !the.faulty || (well && !VITAL.test(the.wider)))
    return say(3, 'looks odd, no effect', '暂不影响业务');
  if (well || ONE_OF.test(the.text)) return say(2, 'redundancy lost in a machine room', '机房设备异常');
  return say(1, 'a machine room is down', '影响机房下联学校');
};

/** Only what measures is lost. */
const PROBE_LOST =
  /(?:探头|传感器|温湿度|采集器|监测仪|漏水绳)[^,，。]{0,10}(?:丢失|离线|没数|无数据|没有数|中断|失联|坏|不准|误报|故障)/;
/** One of what keeps the room alive has stopped. */
const VITAL_LOST =
  /(?:ups|空调|电源|市电|电池|蓄电池|压缩机|pdu|主机)[^,，。]{0,12}(?:停机|停了|停转|停止|退出|跳闸|跳了|坏了|掉电|宕|断电|不制冷|不转|失电|罢工|内阻|鼓包)/;

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
