import type { Button } from '../gateway.js';
import { plainWords } from './neutral.js';
import { characters, utf8Bytes } from './split.js';

/** Template cards within the limits of channels.md A.10. Pure. */

/** What a card says, apart from its controls. */
export type CardFace = {
  readonly main_title: { readonly title: string; readonly desc?: string };
  readonly sub_title_text?: string;
  readonly horizontal_content_list?: readonly { readonly keyname: string; readonly value: string }[];
};

export type ButtonCard = CardFace & {
  readonly card_type: 'button_interaction';
  readonly task_id: string;
  readonly button_list: readonly { readonly text: string; readonly style: number; readonly key: string }[];
};

export type NoticeCard = CardFace & {
  readonly card_type: 'text_notice';
  readonly task_id: string;
  readonly card_action: { readonly type: 1; readonly url: string };
};

/** Characters, but `key`: bytes. The sizes are «recommended»; what happens above them is unknown, so they are kept. */
const LIMIT = {
  title: 26,
  desc: 30,
  sub: 112,
  rows: 6,
  rowName: 5,
  rowValue: 26,
  buttons: 6,
  label: 10,
  key: 1024,
} as const;

/** A notice must lead somewhere (42045, section I) and we have nowhere to lead: the platform's own front page. */
const NOTICE_URL = 'https://work.weixin.qq.com/';

/** Takes a ticket number and a word that was never used before; gives a `task_id` of the allowed signs, ≤ 128 bytes. */
export function taskIdFor(ticket: string | null, nonce: string): string {
  const clean = (word: string): string => word.replace(/[^0-9A-Za-z_-]/g, '-').slice(0, 60);
  return `${clean(ticket ?? 'card')}@${clean(nonce)}`;
}

/** The ticket's part of a `task_id`. */
const ticketOf = (taskId: string): string => taskId.split('@')[0] ?? taskId;

/** Takes the words and buttons of a message; gives the card, or null where it does not fit (then markdown says it all). */
export function buttonCard(
  text: string,
  buttons: readonly Button[],
  ticket: string | null,
  taskId: string,
): ButtonCard | null {
  const list = buttons.map((one, index) => ({ text: plainWords(one.label), style: index === 0 ? 1 : 2, key: one.id }));
  if (list.length < 1 || list.length > LIMIT.buttons) return null;
  if (new Set(list.map((one) => one.key)).size < list.length) return null;
  if (list.some((one) => one.text === '' || characters(one.text) > LIMIT.label)) return null;
  if (list.some((one) => one.key === '' || utf8Bytes(one.key) > LIMIT.key)) return null;
  const face = layOut(plainWords(text).trim(), ticket);
  return face && { card_type: 'button_interaction', ...face, button_list: list, task_id: taskId };
}

/** Title from the first line; lines «名称：内容» as rows; the rest below the title. A long first line is titled by the ticket. */
function layOut(text: string, ticket: string | null): CardFace | null {
  const [first = '', ...others] = text.split('\n').map((line) => line.trim());
  const titled = first !== '' && characters(first) <= LIMIT.title;
  if (!titled && ticket === null) return null;
  const title = titled ? first : plainWords(ticket ?? '');
  const lines = (titled ? others : [first, ...others]).filter((line) => line !== '');
  const rows = lines.flatMap((line) => rowOf(line) ?? []);
  const fitting = rows.length <= LIMIT.rows ? rows : [];
  const sub = (fitting.length > 0 ? lines.filter((line) => rowOf(line) === null) : lines).join('\n');
  if (characters(title) > LIMIT.title || characters(sub) > LIMIT.sub) return null;
  return {
    main_title: { title },
    ...(sub === '' ? {} : { sub_title_text: sub }),
    ...(fitting.length === 0 ? {} : { horizontal_content_list: fitting }),
  };
}

function rowOf(line: string): { keyname: string; value: string } | null {
  const [, keyname, value] = /^([^：]+)：(.+)$/.exec(line) ?? [];
  if (keyname === undefined || value === undefined) return null;
  return characters(keyname) <= LIMIT.rowName && characters(value) <= LIMIT.rowValue ? { keyname, value } : null;
}

/**
 * Takes the `task_id` of a press, the card as it was sent (null: forgotten in a restart) and the words for the presser; gives
 * the card that replaces it: the same face, the words in place of the buttons. Same `task_id`, as A.6 asks.
 */
export function retiredCard(taskId: string, sent: ButtonCard | null, toast: string): NoticeCard {
  const face: CardFace = sent
    ? {
        main_title: sent.main_title,
        ...(sent.sub_title_text === undefined ? {} : { sub_title_text: sent.sub_title_text }),
        ...(sent.horizontal_content_list === undefined
          ? {}
          : { horizontal_content_list: sent.horizontal_content_list }),
      }
    : { main_title: { title: ticketOf(taskId) } };
  return {
    card_type: 'text_notice',
    ...saying(face, toast),
    card_action: { type: 1, url: NOTICE_URL },
    task_id: taskId,
  };
}

/** Takes a card as it was sent and the words for one presser; gives the card that shows them and keeps its buttons. */
export const answeredCard = (sent: ButtonCard, toast: string): ButtonCard => ({ ...sent, ...saying(sent, toast) });

/** Above the text where both fit; else beside the title, cut. */
function saying(face: CardFace, toast: string): CardFace {
  const words = plainWords(toast).trim();
  const text = face.sub_title_text === undefined ? cut(words, LIMIT.sub) : `${words}\n${face.sub_title_text}`;
  if (characters(text) <= LIMIT.sub) return { ...face, sub_title_text: text };
  return { ...face, main_title: { ...face.main_title, desc: cut(words, LIMIT.desc) } };
}

const cut = (words: string, max: number): string =>
  characters(words) <= max
    ? words
    : `${Array.from(words)
        .slice(0, max - 1)
        .join('')}…`;
