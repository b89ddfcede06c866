/** The reserve as the manager calls it: 「启用后备 城域网 2 人 李强、王磊」「停用后备 李强」「后备列表」. Pure; who may is decided later. */
import { orderText, tidy } from './order.js';

export type ReserveFault =
  | { readonly kind: 'reserve-no-group'; readonly words: string }
  | { readonly kind: 'reserve-no-names' }
  | { readonly kind: 'reserve-no-name'; readonly words: readonly string[] }
  | { readonly kind: 'reserve-count'; readonly told: number; readonly named: number };

export type ReserveOrder =
  | { readonly kind: 'reserve-list' }
  /** group: as it was typed. */
  | { readonly kind: 'reserve'; readonly group: string; readonly names: readonly string[] }
  /** words: people or groups; none means everybody who was called. */
  | { readonly kind: 'reserve-end'; readonly words: readonly string[] }
  | { readonly kind: 'reserve-wrong'; readonly fault: ReserveFault };

const LIST = /^(?:后备(?:小组|人员|队伍)?(?:列表|名单|情况)?|查看后备|谁是后备)$/u;
const CALL = /^(?:启用|调用|动用|启动|调)后备(?:小组|人员|队伍|力量)?/u;
const END = /^(?:停用|取消|结束|撤回|解除)后备(?:小组|人员|队伍|力量)?/u;
const PIECE = /[\s,、;和及:]+/u;
const COUNT = /^(\d{1,2}|[一二两三四五六七八九十])\s*(?:个人|人|名|位|个)$/u;
const NAME = /^[\u4e00-\u9fff·]{2,5}$/u;
const FIGURES = '零一二三四五六七八九十';

const figure = (words: string): number =>
  words === '两' ? 2 : /\d/u.test(words) ? Number(words) : FIGURES.indexOf(words);

/** Pieces between blanks and marks; 「城域网2人」 and 「2 人」 are brought into one shape first. */
const piecesOf = (words: string): readonly string[] =>
  words
    .replace(/(\d{1,2}|[一二两三四五六七八九十])\s*(个人|人|名|位)(?=[\s,、:]|$)/gu, ' $1$2 ')
    .replace(/@/gu, ' ')
    .split(PIECE)
    .map(tidy)
    .filter((piece) => piece !== '');

const wrong = (fault: ReserveFault): ReserveOrder => ({ kind: 'reserve-wrong', fault });

const callIn = (words: string): ReserveOrder => {
  const [group, ...rest] = piecesOf(words);
  if (group === undefined || COUNT.test(group)) return wrong({ kind: 'reserve-no-group', words: '' });
  const told = rest.map((piece) => COUNT.exec(piece)?.[1]).find((count) => count !== undefined);
  const names = [...new Set(rest.filter((piece) => !COUNT.test(piece)))];
  const strange = names.filter((name) => !NAME.test(name));
  if (names.length === 0) return wrong({ kind: 'reserve-no-names' });
  if (strange.length > 0) return wrong({ kind: 'reserve-no-name', words: strange });
  if (told !== undefined && figure(told) !== names.length)
    return wrong({ kind: 'reserve-count', told: figure(told), named: names.length });
  return { kind: 'reserve', group, names };
};

/** The order about the reserve in a message of staff, or null where it is none. */
export const reserveOrder = (raw: string): ReserveOrder | null => {
  const text = orderText(raw);
  if (text.length > 80) return null;
  if (LIST.test(text)) return { kind: 'reserve-list' };
  const call = CALL.exec(text);
  if (call !== null) return callIn(tidy(text.slice(call[0].length)));
  const end = END.exec(text);
  return end === null ? null : { kind: 'reserve-end', words: piecesOf(text.slice(end[0].length)) };
};
