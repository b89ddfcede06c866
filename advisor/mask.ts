/** What does not leave the house: telephone numbers, and the names of those who report. Pure. */

const DIGIT = '[0-9０-９]';
const BETWEEN = '[\\s.·()（）\\-‐‑–—－_]{0,2}';

/** Digits that mean something else and stay: ticket numbers, addresses of the network, dates. */
const KEPT = [
  'TZ-[0-9]{8}-[0-9]{4,5}(?![0-9])',
  '(?<![0-9.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![0-9.])',
  '(?<![0-9])20[0-9]{2}(?:[-/.][0-9]{1,2}[-/.]|年[0-9]{1,2}月)[0-9]{1,2}(?![0-9])',
].join('|');

/** Deliberately wide: seven digits or more, with up to two signs between them; or as many said in Chinese. */
const FIND = new RegExp(`(${KEPT})|${DIGIT}(?:${BETWEEN}${DIGIT}){6,}|[零〇一二三四五六七八九幺两]{7,}`, 'gu');

const halfWidth = (digits: string): string =>
  digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\D/g, '');

/** 138****8001; of a shorter number only the last two digits, so that no more is shown than is hidden. */
const masked = (number: string): string => {
  const digits = halfWidth(number);
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
};

/** The words with every telephone number as 138****8001. Ticket numbers, network addresses and dates stay. */
export const maskNumbers = (words: string): string =>
  words.replace(FIND, (whole: string, kept: string | undefined) => (kept === undefined ? masked(whole) : whole));

const SURNAME =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳鲍史唐费薛雷贺倪汤罗毕郝邬安常于傅康伍余顾孟黄穆萧尹姚邵汪毛狄米贝戴宋庞熊纪舒项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡霍万柯卢莫房解应宗丁邓洪包石崔龚程邢裴陆荣翁段侯武刘景龙叶黎白蒲邰赖卓蔺屠乔闻党翟谭劳冉桑桂牛温庄柴瞿阎聂曾关岳齐国';
const TITLE = '老师|主任|校长|园长|书记|组长|同学|师傅|女士|先生';
/** Words that begin like a name and are none. */
const NO_NAME = '(?!任课|高中|高一|高二|高三|金工|安全|方便|关于|国学|华夏)';
const TITLED = new RegExp(`${NO_NAME}[${SURNAME}][\\u4e00-\\u9fff]{0,2}?(?=${TITLE})`, 'gu');
const LABELLED = /((?:联系人|报修人|姓名|我叫|我姓)\s*[:：是为]?\s*)[\u4e00-\u9fff]{1,4}/gu;
const MENTIONED = /@(?!小通)[^\s@,，。;；:：!！?？、()（）]{1,20}/gu;

/** The words without the names of people: 王老师 as 某老师, whoever is mentioned or signs as somebody. */
export const maskNames = (words: string): string =>
  words.replace(MENTIONED, '@某人').replace(TITLED, '某').replace(LABELLED, '$1某人');
