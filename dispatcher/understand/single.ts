/** Is one thing broken, or are there several of it? Told by the words of number and by the thing itself. */
import { countsIn } from './counts.js';
import type { Part } from './part.js';
import type { PlaceKind } from './places.js';

/** Several devices, rooms or people are spoken of. */
export const plural = (part: Part): boolean =>
  part.has('every', 'whole', 'several', 'partly') ||
  countsIn(part.text).some((counted) => counted.of !== 'line' && counted.of !== 'unit' && counted.count >= 2) ||
  /轮流|相继|陆续|依次|通道\d+[-~至到、]\d+|(?<!\d)\d{1,3}(?:路|个ap|个摄像|个点)|(?:离线|掉线|故障)\d+(?:台|个|路)|(?:ap|电话|电脑|摄像头|班牌)[和、跟与](?:ap|电话|电脑|摄像头|班牌)|(?<!不是|并非|不算)整(?:个|栋|座|幢|层)|(?:都|全|均|俩(?!事|问题|情况|毛病|故障)|仨(?!事|问题|情况))(?!好|行|正常|没事|能|有|可以|在|通|区|校|园)/.test(
    part.text.replace(/(.)都\1/g, ''),
  );

/** One device that has lost the network, not the network at its place. */
const ONE_DEVICE =
  /(?:打印机|复印机|一体机|白板|黑板|班牌|电脑|手机|平板|机子|电视|大屏|笔记本|投影|终端)[^,，。\n]{0,6}(?:网)/;

const GENERIC = /电脑|机器|机子|终端|设备|主机/;

/** Is one device broken? Where several could be meant (三楼的电脑), only words of one say so. */
export const isSingle = (part: Part, heart: Part): boolean => {
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
