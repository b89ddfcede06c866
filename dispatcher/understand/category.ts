/** What kind of work a fault is: by the thing that is broken as told, not by its place (rubric section 3). */
import type { Category, Scope } from '../model.js';
import type { Tag } from './lexicon.js';
import { DUTY, PAPERS } from './trouble.js';
import type { Effect } from './trouble.js';
import { FIREWALL, SPREADS, THREAT } from './threat.js';
import type { Part } from './part.js';
import type { Hit } from './words.js';

/** The kind with the words that told it; no hit where it follows from the scope alone. */
export type Kind = { readonly category: Category; readonly hit: Hit<Tag> | null; readonly rule: string };

/** What is asked about the message as a whole before its single words. */
export type Around = {
  readonly scope: Scope;
  /** A core or node machine room is the place. */
  readonly machineRoom: boolean;
  /** What it does: a request breaks nothing, and what only looks odd or lost its reserve took no network down. */
  readonly effect: Effect;
};

/** Nothing is broken: a request, a question. */
const asks = ({ effect }: Around): boolean => effect === 'request';

const SURVEILLANCE = ['surveillance'] as const;
const PAYING =
  /(?:食堂|售饭|消费|吃饭|打饭|就餐|饭卡|餐厅).{0,8}(?:刷脸|人脸|刷卡)|(?:刷脸|人脸).{0,4}(?:吃饭|打饭|消费|就餐)/;
const CONSUMABLE =
  /缺[^,，。\n]{0,6}(?:纸|粉|墨)|卡纸|没粉|没墨|缺墨|缺粉|硒鼓|墨盒|墨粉|碳粉|炭粉|色带|缺纸|没纸|驱动|黑道|打出来|换墨|加墨|加粉|换粉|耗材/;
const HARDWARE =
  /开机[^,，。\n]{0,4}(?:慢|要)|电脑[^,，。网]{0,4}(?:很|太|特别|越来越|老|有点)?(?:慢|卡)|excel|激活|软件|一条一条|杂音|音响|不出画面|培训|采购|推荐|蓝屏|开不了机|开不开机|无法开机|不开机|死机|卡死|黑屏|花屏|灯泡|投影|hdmi|显示器|触摸|触控|白板笔|键盘|鼠标|音箱|音响|话筒|喇叭|插座|开机密码|桌面|系统坏|重装|装系统|硬盘|内存|电源适配|遥控器|密码锁|word|excel|ppt|wps|office|驱动|浏览器|显卡|声卡|没有?声|没有?图像|耳机|u盘|u盾|插件|控件/;
const NETTED = /(?<!学科|天翼)网(?!络使用)|ip|连不上|联不上|脱机|离线|掉线|ping|地址|找不到打印机|搜不到|找不着/;

/**
 * Kinds told by their things; the first that fits stands. `heart`: the statements that say the fault, `part`: all that is meant as it
 * stands, `wider`: with what is well. What is rare is asked of all, what is common of the heart first.
 */
export const kindOf = (heart: Part, part: Part, wider: Part, around: Around): Kind => {
  const of: Of = (category, rule, ...tags) => ({
    category,
    hit: heart.first(...tags) ?? part.first(...tags) ?? wider.first(...tags),
    rule: `rubric 3: ${rule} → ${category}`,
  });
  return (
    rareKind(heart, part, wider, around, of) ??
    commonKind(heart, wider, around, of) ??
    aroundKind(part, wider, around, of) ??
    partlyWireless(wider, of) ??
    byScope(heart, part, wider, around, of)
  );
};

const rareKind = (heart: Part, part: Part, wider: Part, around: Around, of: Of): Kind | null => {
  const { text } = part;
  if (asks(around) && PAPERS.test(text)) return of('support', 'advice and documents', 'support', 'request');
  if (
    /zabbix|网管|监控平台|采集|snmp/.test(text) &&
    /snmp|采集|监控不到|数据(?:没|收不到|断)/.test(text) &&
    !around.machineRoom
  )
    return of('platform', 'monitoring', 'platform');
  if (
    (THREAT.test(text) || SPREADS.test(text)) &&
    !(part.has('wireless') && /白名单|证书/.test(text) && !/防火墙|病毒/.test(text))
  )
    return of('security', 'malware, findings, blocked or defaced', 'security');
  if (
    part.has('security') &&
    FIREWALL.test(heart.text) &&
    !heart.has('netdown') &&
    !(around.machineRoom && /存储|交换|空调|ups|供电|断电|全/.test(text))
  )
    return of('security', 'firewalls', 'security');
  if (around.machineRoom && !part.has('virtual', 'backup')) return machineRoomKind(part, of);
  if (
    part.has('platform') &&
    !(part.has('surveillance') && !/运维平台|运维系统|报修/.test(text)) &&
    !/网管(?:员|老师|里)|波分/.test(text)
  )
    return of('platform', 'the O&M platform itself', 'platform');
  if (asks(around) && (part.has('event') || DUTY.test(text)) && !part.has('support'))
    return of('event', 'standby, line test, on-site duty', 'event');
  if (part.has('virtual')) return of('virtual', 'virtualisation and its machines', 'virtual');
  if (
    part.has('backup') &&
    /备份|灾备|容灾|还原|恢复数据|veeam|nbu|netbackup|commvault|networker|backup|磁带|鼎甲|爱数|全备|增备/.test(text)
  )
    return of('backup', 'data backup', 'backup');
  if (part.has('video') && !/网口|网线|交换机|浏览器/.test(text)) return of('video', 'video conference', 'video');
  if (around.scope === 'unit' && /光猫.{0,8}(?:los|红灯)/.test(text)) return of('fibre', 'optical cable', 'fibre');
  if (
    part.has('fibre') &&
    /缆|光路|光纤|光衰|收光|光功率|otdr|断点|芯|los|尾纤|光信号|杆|纤|接头盒|光交|rx|[没无]光/.test(text) &&
    !(/波分|dwdm|otn|otu|osc/.test(text) && !/缆|纤|断点|杆/.test(text)) &&
    !LIGHT_WELL.test(wider.text) &&
    (!asks(around) || /布|敷|拉/.test(text))
  )
    return of('fibre', 'optical cable', 'fibre');
  if (asks(around) && /培训|采购|推荐|型号|参数|报价/.test(text))
    return of('support', 'advice and documents', 'support');
  if (CONSUMABLE.test(heart.text) || (CONSUMABLE.test(text) && !heart.has('netdown')))
    return of('support', 'paper, toner, driver', 'support');
  return null;
};

const LIGHT_WELL = /收光[^,，。\n]{0,8}(?:正常|好)|光(?:功率|衰)[^,，。\n]{0,14}正常|光[^,，。\d\n缆纤]{0,5}正常/;

const commonKind = (part: Part, wide: Part, around: Around, of: Of): Kind | null => {
  const { text } = part;
  if (netItself(part, around)) return plainNet(part, wide, of);
  if (SWITCH_DEAD.test(wide.text)) return of('campus', "the school's own switch", 'campus');
  if (/(?:看不到|看不见|没有?)[^,，。\n]{0,6}(?:门|操场|走廊|楼道|路口|大厅)[^,，。\n]{0,4}(?:画面|图像)/.test(text))
    return of('surveillance', 'cameras and access control', 'surveillance');
  if (part.has(...SURVEILLANCE) && !PAYING.test(text) && !/地址|ip冲突|显示器/.test(text))
    return of('surveillance', 'cameras and access control', 'surveillance');
  if (!asks(around) && HANDHELD.test(text) && !WIRED_TOO.test(wide.text) && !/数据|流量|热点|打印|投屏/.test(wide.text))
    return of('wireless', 'phones and tablets have no cable', 'terminal');
  if (part.has('wireless') && !WIRED_TOO.test(wide.text)) return of('wireless', 'Wi-Fi and access points', 'wireless');
  if (
    part.has('campus', 'terminal', 'support') &&
    HARDWARE.test(text) &&
    !NETTED.test(text) &&
    !/电话|座机/.test(text) &&
    !/交换机|服务器|核心|路由|网关|ap|连接/.test(text)
  )
    return of('support', 'advice and what fits nowhere else', 'support');
  if (asks(around) && part.has('support') && !part.has('campus'))
    return of('support', 'advice and documents', 'support');
  if (TRANSPORT.test(text)) return of('metro', 'metro network or uplink', 'metro');
  if (around.scope === 'unit' && INSIDE_WELL.test(wide.text))
    return of('metro', 'offline with the inside network well', 'metro', 'netdown', 'down');
  if (insideBroken(text)) return of('campus', "the school's own network", 'campus');
  if (/上联|专线|外网|出口/.test(text)) return of('metro', 'metro network or uplink', 'metro');
  return null;
};

/** A switch is said to be what is broken. */
const SWITCH_DEAD = /(?:交换机|poe)[^,，。\n]{0,8}(?:死了|坏|宕|没电|不通电|断电|不亮|挂了|烧|起不来|故障|掉电)/;

/** Handhelds that get no network. */
const HANDHELD = /(?:手机|平板|ipad|pad)[^,，。\n]{0,8}(?:连不|连上就|上不了网|上不去网|认证|掉线|没网|没信号|搜不到)/;
const TRANSPORT = /ospf|bgp|isis|is-is|波分|dwdm|otu|otn|城域网|骨干|环网|mpls/;
const INSIDE_WELL =
  /(?:校内|校里|园内|内部|内网|局域网|本地|ftp|共享|校园网内部)[^,，。\n]{0,14}(?:正常|没事|没问题|能用|能通|通的|互通|还行|都行|好的|畅通)/;

/** A statement says that the network itself is lost, and names no wireless and no camera: the rest is what follows from it. */
const netItself = (heart: Part, around: Around): boolean =>
  !asks(around) &&
  (around.scope === 'unit' || around.scope === 'region') &&
  heart.text.split('\n').some((line) => NET_LOST.test(line) && !OTHER_SUBJECT.test(line));
const NET_LOST = /网|上不去|连不上|掉线|断了|不通/;
const OTHER_SUBJECT = /登录页|认证|portal|无线|wifi|wlan|\bap\b|监控|摄像|闸机|门禁|刷脸|人脸|网站|平台/;

const plainNet = (heart: Part, wide: Part, of: Of): Kind => {
  if (TRANSPORT.test(heart.text)) return of('metro', 'metro network or uplink', 'metro');
  if (INSIDE_WELL.test(wide.text))
    return of('metro', 'offline with the inside network well', 'metro', 'netdown', 'down');
  const cause = wide.text
    .split('\n')
    .filter((line) => CAUSE.test(line))
    .join('\n');
  if (insideBroken(heart.text) || insideBroken(cause) || ADDRESS.test(wide.text))
    return of('campus', "the school's own network", 'campus');
  return of('metro', 'offline or slow for no known cause', 'netdown', 'slow', 'flap', 'down');
};

/** In what is said beside the fault only a cause or the thing itself counts, not what was tried or where somebody stood. */
const aroundKind = (part: Part, wide: Part, around: Around, of: Of): Kind | null => {
  if (asks(around)) return commonKind(part, wide, around, of);
  if (part.has('surveillance') && !PAYING.test(part.text))
    return of('surveillance', 'cameras and access control', 'surveillance');
  if (part.has('wireless') && !WIRED_TOO.test(wide.text)) return of('wireless', 'Wi-Fi and access points', 'wireless');
  if (part.has('security') && FIREWALL.test(part.text)) return of('security', 'firewalls', 'security');
  const cause = part.text
    .split('\n')
    .filter((line) => CAUSE.test(line))
    .join('\n');
  if (TRANSPORT.test(part.text)) return of('metro', 'metro network or uplink', 'metro');
  if (ADDRESS.test(part.text) || insideBroken(cause)) return of('campus', "the school's own network", 'campus');
  return null;
};

const CAUSE =
  /cpu|太老|老化|死机|宕|因为|由于|原因|怀疑|应该是|估计|可能是?|是不是|肯定是|好像是|看着是|怕是|八成|多半|判断|导致|引起|造成/;
const ADDRESS =
  /192\.168\.[01]|地址不对|私接|169\.?254|169开头|ip.{0,2}冲突|地址冲突|dhcp|自动获取|分.{0,2}地址|拿不到ip|固定ip/;

/** The wireless can be joined but gives no network: it is named in what is well. */
const partlyWireless = (wider: Part, of: Of): Kind | null =>
  wider.has('wireless') && /能连|连上|连得上|认证|登录页|搜得到/.test(wider.text) && !WIRED_TOO.test(wider.text)
    ? of('wireless', 'Wi-Fi and access points', 'wireless')
    : null;

/** Wireless is only named beside the wired, which is lost as well. */
const WIRED_TOO =
  /有线[和、,，跟与及]?\s*(?:和)?无线|(?:有线|网线|办公电脑)[^,，。\n]{0,6}(?:(?:也|都|均)(?:不|没|断|上不|连不|打不|是|这样|一样)|一样)|无线有线|(?:内外网|全校).{0,6}有线/;

type Of = (category: Category, rule: string, ...tags: readonly Tag[]) => Kind;

const machineRoomKind = (part: Part, of: Of): Kind => {
  if (/光缆|纤芯|备纤|主纤|光衰|los/.test(part.text)) return of('fibre', 'optical cable', 'fibre');
  if (/ospf|bgp|isis|波分|dwdm|otu|波道/.test(part.text)) return of('metro', 'DWDM and routing', 'metro');
  return of('room', 'core or node machine room', 'machineroom', 'environment', 'campus');
};

/** The school's own core, gateway, DHCP or cabling is named as what is broken. */
const insideBroken = (text: string): boolean =>
  /私接|核心|网关|dhcp|169\.?\d*|地址池|ip.{0,2}冲突|地址冲突|环路|广播风暴|交换机|路由器|弱电间|网线|水晶头|网口|信息点|墙插|面板|配线架|stp|arp|vlan|分.{0,2}地址|获取不到|领不着|拿不到(?:ip|地址)/.test(
    text,
  );

const OVER = /(?:什么|啥)原因|查[^,，。\n]{0,6}原因|[怎咋]么?回事|当时/;

/** What is reached over the inside network alone; a whole school's screens hang on the outer one. */
const PRINTER = /打印|复印|扫描/;

/** A thing of the school is what is broken: nothing of the network was said to be off or slow. */
const inside = (heart: Part, part: Part, around: Around): boolean =>
  around.effect === 'odd' || around.effect === 'reserve'
    ? !heart.has('netdown', 'slow', 'flap', 'metro')
    : part.has('terminal') &&
      !heart.has('net', 'netdown', 'metro') &&
      (around.scope === 'unknown' || PRINTER.test(part.text));

const byScope = (heart: Part, part: Part, wider: Part, around: Around, of: Of): Kind => {
  const wide =
    around.scope === 'unit' ||
    around.scope === 'unit-partly' ||
    around.scope === 'region' ||
    around.scope === 'unknown';
  const net = part.has('net', 'netdown', 'slow', 'flap') || wider.has('net', 'netdown');
  if (asks(around) && OVER.test(wider.text)) return of('metro', 'a past outage of no known cause', 'net');
  if (asks(around) && !net)
    return part.has('campus')
      ? of('campus', "the school's own network", 'campus')
      : of('support', 'advice and documents', 'support');
  if (asks(around))
    return part.has('support')
      ? of('support', 'advice and documents', 'support')
      : of('campus', "the school's own network", 'net');
  if (wide && !inside(heart, part, around))
    return of('metro', 'offline or slow for no known cause', 'netdown', 'slow', 'flap', 'down');
  return of('campus', "the school's inside network", 'campus', 'terminal', 'netdown', 'down');
};
