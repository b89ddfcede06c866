import { z } from 'zod';

/** What the service says to a card (A.10, I). */

const row = z.object({ keyname: z.string(), value: z.string().optional() });
export const cardShape = z.looseObject({
  card_type: z.string(),
  task_id: z.string().optional(),
  main_title: z.object({ title: z.string().optional(), desc: z.string().optional() }).optional(),
  sub_title_text: z.string().optional(),
  horizontal_content_list: z.array(row).optional(),
  button_list: z.array(z.object({ text: z.string(), style: z.number().optional(), key: z.string() })).optional(),
  card_action: z.object({ type: z.number(), url: z.string().optional(), appid: z.string().optional() }).optional(),
});
export type FakeCard = z.infer<typeof cardShape>;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
const over = (text: string | undefined, max: number): boolean => Array.from(text ?? '').length > max;

/** Takes a card as it came; gives 0, or the errcode it is refused with. Whether its task_id was used before is not looked at. */
export function judgeCard(raw: unknown, strict: boolean): number {
  const parsed = cardShape.safeParse(raw);
  if (!parsed.success) return 40058;
  const card = parsed.data;
  if (card.task_id !== undefined && (!/^[0-9A-Za-z_\-@]+$/.test(card.task_id) || bytes(card.task_id) > 128))
    return 42014;
  if (tooLong(card, strict)) return 40058;
  switch (card.card_type) {
    case 'button_interaction':
      if (card.task_id === undefined) return 42014;
      return card.main_title?.title && buttonsFit(card) ? 0 : 40058;
    case 'text_notice':
      if (!card.card_action || (card.card_action.type === 1 ? !card.card_action.url : card.card_action.type !== 2))
        return 42045;
      return card.main_title?.title || card.sub_title_text ? 0 : 40058;
    default:
      return 40058; // the bot under test sends no others
  }
}

function buttonsFit(card: FakeCard): boolean {
  const list = card.button_list ?? [];
  const keys = new Set(list.map((one) => one.key));
  const whole = list.every((one) => one.text !== '' && one.key !== '' && bytes(one.key) <= 1024);
  return list.length >= 1 && list.length <= 6 && keys.size === list.length && whole;
}

/** List lengths are limits; sizes in characters are «recommended». */
function tooLong(card: FakeCard, strict: boolean): boolean {
  const rows = card.horizontal_content_list ?? [];
  if (rows.length > 6) return true;
  if (!strict) return false;
  return (
    over(card.main_title?.title, 26) ||
    over(card.main_title?.desc, 30) ||
    over(card.sub_title_text, 112) ||
    rows.some((one) => over(one.keyname, 5) || over(one.value, 26)) ||
    (card.button_list ?? []).some((one) => over(one.text, 10))
  );
}

/** Takes a card; gives all its words, a line each. */
export function wordsOf(card: FakeCard): string {
  const rows = (card.horizontal_content_list ?? []).map((one) => `${one.keyname}：${one.value ?? ''}`);
  return [card.main_title?.title, card.main_title?.desc, card.sub_title_text, ...rows]
    .filter((one) => !!one)
    .join('\n');
}
