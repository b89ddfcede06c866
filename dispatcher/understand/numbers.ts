/** Numbers that mean something by themselves: a telephone, a ticket, a choice. */

/** Found digits and where, [start, end). */
export type Numeral = { readonly digits: string; readonly start: number; readonly end: number };

const MOBILE =
  /(?<![\d.])(?:\+?86[- ]?)?(1[3-9]\d[ \-.]?\d{4}[ \-.]?\d{4}|1[3-9]\d{2}[ \-]\d{3}[ \-]\d{4}|1[3-9]\d[ \-]\d{3}[ \-]\d{5})(?![\d.]*\d)/;
const LANDLINE =
  /(?<![\d.\-])[(]?(0\d{2,3})[)]?[ \-—–]{0,3}([2-9]\d{3}[ \-]?\d{3,4})(?:[ \-转]{1,3}(\d{1,5}))?(?![\d.])/;
/** A local number counts only where words say that it is one. */
const LOCAL = /(?:电话|座机|固话|手机|回电|致电|打|拨|联系|tel|☎)[^\d\n]{0,8}([2-9]\d{3}[ \-]?\d{4})(?!\d)/;
const TICKET = /tz[- ]?(\d{8})[- ]?(\d{4})/g;
const SHORT_TICKET =
  /(?:^|[^\d\-.:a-z])(?:工单|单号|单子|编号|尾号|no\.?|#|单|号)\s*[:：#]?\s*(\d{4})(?![\d.\-:])|(?:^|[^\d\-.:a-z])(\d{4})\s*(?:这单|那单|号单|的单|单|工单|号工单|这张单|那张单|号)(?!元)|(?:^|[\s,，。;；@])(0\d{3})(?![\d.\-:年月])/g;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The number to call back; a mobile before a landline. Never a ticket number, an address or a room. */
export const phoneIn = (text: string): Numeral | null => {
  if (!/\d{3}/.test(text)) return null;
  const mobile = MOBILE.exec(text);
  if (mobile) return { digits: digitsOf(mobile[1] ?? ''), start: mobile.index, end: mobile.index + mobile[0].length };
  const line = LANDLINE.exec(text);
  if (line) {
    const digits = digitsOf(`${line[1] ?? ''}${line[2] ?? ''}${line[3] ?? ''}`);
    return { digits, start: line.index, end: line.index + line[0].length };
  }
  const local = LOCAL.exec(text);
  if (!local) return null;
  const end = local.index + local[0].length;
  return { digits: digitsOf(local[1] ?? ''), start: end - (local[1] ?? '').length, end };
};

/** Ticket numbers in the text, whole (`TZ-20261122-0017`) or as the last four digits where words say that they are one. */
export const ticketsIn = (text: string): readonly Numeral[] => {
  if (!/\d{4}/.test(text)) return [];
  const found: Numeral[] = [];
  for (const whole of text.matchAll(TICKET)) {
    found.push({ digits: `TZ-${whole[1]}-${whole[2]}`, start: whole.index, end: whole.index + whole[0].length });
  }
  for (const short of text.matchAll(SHORT_TICKET)) {
    const digits = short[1] ?? short[2] ?? short[3] ?? '';
    const start = short.index + short[0].indexOf(digits);
    if (!found.some((one) => start >= one.start && start < one.end)) found.push({ digits, start, end: start + 4 });
  }
  return found;
};

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const CHINESE = '一二三四五六七八九十';

/** What may stand around a choice. */
const BESIDE = '[\\s,.。!！、，吧第个张项选]';
const ONLY_CHOICE = new RegExp(`^${BESIDE}*(?:\\d(?:${BESIDE}*\\d)?|[${CIRCLED}${CHINESE}])${BESIDE}*$`);
const AROUND_CHOICE = new RegExp(BESIDE, 'g');

/** The choice where the text is a bare number or a circled one and nothing else: 1-based, at most 99. */
export const choiceIn = (text: string): number | null => {
  if (!ONLY_CHOICE.test(text)) return null;
  const bare = text.replace(AROUND_CHOICE, '');
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  if (bare.length !== 1) return null;
  const place = Math.max(CIRCLED.indexOf(bare), CHINESE.indexOf(bare));
  return place < 0 ? null : place + 1;
};
