/** Orders that do something for somebody else: a hotline call entered (「代报 …」), or any other word (「代 王老师 撤单 0003」). Pure. */
import { TITLED } from './order-text.js';

/** A call: what was told on the telephone, and when, in minutes after midnight where the words say so. */
export type CallOrder = {
  readonly kind: 'call';
  readonly words: string;
  readonly at: number | null;
  /** The verb can mean nothing else: without a fault in the words the right form is due. 「热线：…」 may be talk about the hotline. */
  readonly sure: boolean;
};

/** Anything else. `who`: a name, an id, or '' where a mention tells it; `school`: the words before a reporter's name, or ''. */
export type BehalfOrder = {
  readonly kind: 'behalf';
  readonly who: string;
  readonly school: string;
  readonly words: string;
};

export type BehalfRead = CallOrder | BehalfOrder | { readonly kind: 'wrong'; readonly form: 'call' | 'behalf' };

const BOT = /^(?:\s*[@＠]小通(?:机器人|助手)?)*\s*/u;
const TIME = '(?:今天)?(上午|早上|中午|下午|晚上)?\\s*(\\d{1,2})\\s*[:：点]\\s*(\\d{2})分?';
const CALL = new RegExp(
  `^(?:${TIME}\\s*)?(代报修?|代登记|热线(?:登记|来电|报修|电话)?|来电(?:登记|报修)?|电话(?:登记|报修)|接到?(?:热线|来电))(?=[\\s:：,，。(（\\d@]|$)`,
  'u',
);
const LATE_TIME = new RegExp(`^[\\s:：,，(（]*${TIME}[)）]?`, 'u');
const EDGE = /^[\s:：,，。]+/u;

const minutesOf = (half: string | undefined, hour: string | undefined, minute: string | undefined): number | null => {
  if (hour === undefined || minute === undefined) return null;
  const late = /[下晚]|中午/u.test(half ?? '') && Number(hour) < 11 ? 12 : 0;
  const [h, m] = [Number(hour) + late, Number(minute)];
  return h < 24 && m < 60 ? h * 60 + m : null;
};

const callIn = (text: string): BehalfRead | null => {
  const found = CALL.exec(text);
  if (found === null) return null;
  const [all, half, hour, minute, verb = ''] = found;
  const after = text.slice(all.length);
  const late = LATE_TIME.exec(after);
  const words = after
    .slice(late?.[0].length ?? 0)
    .replace(EDGE, '')
    .trim();
  const at = minutesOf(half, hour, minute) ?? minutesOf(late?.[1], late?.[2], late?.[3]);
  const sure = /代|登记/u.test(verb);
  if (words === '') return sure ? { kind: 'wrong', form: 'call' } : null;
  return { kind: 'call', words, at, sure };
};

/** What can be done for somebody: acts of engineers and of schools' contacts. */
const ACT =
  /接单|接一?下|拒单|转派|改派|转给|到场|到了|进展|挂起|恢复|继续|办结|结单|修好|完毕|撤单|撤销|取消|催|补充|评价|评分|[1-5一二三四五]\s*分(?!钟)|满意|好了|还是不行|没好|又断|进度|我的工单/u;

const quoted = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Named = Pick<BehalfOrder, 'who' | 'school' | 'words'>;

/** Whom the words begin with: somebody of the roster, a mention, a titled name (with a school before it), or an id. */
const named = (body: string, staff: readonly string[]): Named | null => {
  const roster = new RegExp(`^(${staff.map(quoted).join('|')})[\\s,，:：]*([\\s\\S]*)$`, 'u');
  const member = staff.length === 0 ? null : roster.exec(body.replace(/^@/u, ''));
  if (member !== null) return { who: member[1] ?? '', school: '', words: member[2] ?? '' };
  const mention = /^@(\S+)[\s,，:：]*([\s\S]*)$/u.exec(body);
  if (mention !== null) return { who: '', school: '', words: mention[2] ?? '' };
  const titled = new RegExp(`^(?:(\\S{2,14}?)的?\\s*)?(${TITLED})[\\s,，:：]*([\\s\\S]*)$`, 'u').exec(body);
  if (titled !== null) return { who: titled[2] ?? '', school: titled[1] ?? '', words: titled[3] ?? '' };
  const id = /^([0-9A-Za-z][\w.-]{1,63})\s+([\s\S]*)$/u.exec(body);
  return id === null ? null : { who: id[1] ?? '', school: '', words: id[2] ?? '' };
};

/** A number may stand before the act: 「代 赵高斌 0012 接单」; the words are read as that person's own. */
const behalfIn = (text: string, staff: readonly string[]): BehalfRead | null => {
  const apart = /^代(?:\s+|(?=@))([\s\S]*)$/u.exec(text);
  const glued = apart === null ? /^(?:代|替|帮)\s*(?!我|忙|你|您|他|她|大家)([\s\S]+)$/u.exec(text) : null;
  const body = apart?.[1]?.trim() ?? glued?.[1]?.trim();
  if (body === undefined) return null;
  const found = named(body, staff);
  if (found !== null && ACT.test(found.words)) return { kind: 'behalf', ...found };
  if (apart === null) return null;
  // 「代 张家湾中学 王老师 三楼断网」: no act, so a fault is told.
  return found === null || found.words === ''
    ? { kind: 'wrong', form: 'behalf' }
    : { kind: 'call', words: body, at: null, sure: true };
};

/** The order in a text as it was typed, or null. staff: the roster's names. */
export const behalfOrder = (raw: string, staff: readonly string[]): BehalfRead | null => {
  const text = raw.replace(BOT, '').trim();
  return callIn(text) ?? behalfIn(text, staff);
};

const CALLER = new RegExp(
  `(?:^|[\\s,，。:：、(（]|[学校园所心室]|的|联系人|来电)(${TITLED})(?=[\\s,，。:：、;；\\d(（)）]|说|反映|来电|电话|报|称|$)`,
  'u',
);

/** What the caller is called, in the words of a call; null where they do not tell. */
export const callerIn = (words: string): string | null => CALLER.exec(words)?.[1] ?? null;
