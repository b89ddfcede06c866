/** Whom to ask for on site, as named in the text: 联系人王老师, 找信息中心老孙, 我姓刘. */

import { matchesOf } from './matches.js';
import { phoneIn } from './numbers.js';

/** What people are called: the surnames and titles by which a name is known in running text. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤靳邢齐康尚安穆常乔樊温柴纪关焦祁耿桑翟';
export const TITLES = '老师|主任|校长|园长|副校长|副园长|书记|处长|科长|所长|师傅|经理|大爷|阿姨|同志';
const TITLED = new RegExp(
  `(?:联系人|联系|找|请找|问|打给|喊|叫|我是|是)?[^,，。\\n]{0,10}?([${SURNAMES}][\\u4e00-\\u9fff]{0,2}?(?:${TITLES}))`,
  'g',
);
/** Who stands beside no telephone counts only with one of these. */
const LEADS_TO = /联系人|找|打给|喊|我是/;
const ASKED_FOR = new RegExp(
  `(?:联系人|联系|找|打给)[:：\\s]{0,2}(?:一?下)?(?:[\\u4e00-\\uE000]{0,6}的)?((?:老|小)[${SURNAMES}]|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})(?=[,，。;；\\s\\d(（]|就|$)`,
);
const OWN_SURNAME = new RegExp(`我姓([${SURNAMES}])`);
const MYSELF = new RegExp(
  `我是[^,，。\\n]{0,14}?的?((?:小|老)[${SURNAMES}]|[${SURNAMES}][\\u4e00-\\u9fff]{0,2}(?:${TITLES}))`,
);

/**
 * The contact's name with title, or null. A name counts where somebody is to be asked for, tells who he is, or a telephone stands
 * close behind it; people whom the text only speaks of do not.
 */
export const contactIn = (text: string): string | null => {
  const phone = phoneIn(text);
  const own = text.includes('我姓') ? OWN_SURNAME.exec(text)?.[1] : undefined;
  if (own) return `${own}老师`;
  const asked = ASKED_FOR.exec(text)?.[1] ?? MYSELF.exec(text)?.[1];
  if (phone === null && !LEADS_TO.test(text)) return asked ?? null;
  for (const found of matchesOf(TITLED, text)) {
    const name = found[1] ?? '';
    const end = found.index + found[0].length;
    const near = phone !== null && Math.abs(phone.start - end) <= 12;
    if (near || LEADS_TO.test(found[0])) return name;
  }
  return asked ?? null;
};
