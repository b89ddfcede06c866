import type { Api } from 'grammy';
import type { PressAnswer } from '../gateway.js';
import { parseMessageId } from './encode.js';
import type { Logger } from './options.js';
import { readFailure } from './outcome.js';

/** What the presser sees: a toast, and buttons that go away (channels.md D.5). Both are courtesy: nothing here ever rejects. */

const TOAST_CHARS = 200;

/** What is shown where the press could not be kept: the presser tries again, so we must not. */
export const NOT_KEPT: PressAnswer = { toast: '刚才没有记下，请稍后再按一次', retire: false };

export type PressPorts = { readonly api: Api; readonly logger: Logger };

/** Answers a press, whatever the words: without an answer the button goes on spinning. '' shows nothing. */
export async function answerPress(pressId: string, toast: string, { api, logger }: PressPorts): Promise<void> {
  try {
    await api.answerCallbackQuery(pressId, toast === '' ? {} : { text: cut(toast) });
  } catch (error) {
    // Too late or answered before: the work is done all the same.
    logger.info({ code: 'TELEGRAM_PRESS_UNANSWERED', pressId, reason: reason(error) }, 'a press could not be answered');
  }
}

/** Takes the buttons off a message of ours. Gone already is as good. */
export async function retireButtons(messageId: string, { api, logger }: PressPorts): Promise<void> {
  const message = parseMessageId(messageId);
  if (message === null) return;
  try {
    await api.editMessageReplyMarkup(message.chatId, message.messageId, { reply_markup: { inline_keyboard: [] } });
  } catch (error) {
    if (readFailure(error).kind === 'unchanged') return;
    const fields = { code: 'TELEGRAM_BUTTONS_STAY', messageId, reason: reason(error) };
    logger.warn(fields, 'the buttons could not be taken off; pressing them again changes nothing');
  }
}

function cut(toast: string): string {
  const end = toast.slice(0, TOAST_CHARS);
  return /[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end;
}

function reason(error: unknown): string {
  const failure = readFailure(error);
  return failure.kind === 'outcome' ? failure.outcome.reason : failure.kind;
}
