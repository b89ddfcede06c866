import type { AskEffect } from '../decide/ask.js';
import type { Said } from '../ports.js';
import { refused } from './answers.js';
import { lines, said } from './message.js';
import type { Stage } from './stage.js';
import { whyLines } from './why.js';

/** The answer to 「为什么派给他」, where it was asked. */
export const sayAsk = (effect: AskEffect, stage: Stage): Said => {
  const { at } = effect;
  if (effect.kind === 'refused') return refused({ kind: 'refusal', refusal: effect.refusal, at }, stage);
  return said(
    {
      kind: 'answer',
      class: 'receipt',
      chat: at.chat,
      replyTo: at.replyTo,
      spans: lines(...whyLines(effect, stage)),
      ticket: effect.ticket,
    },
    stage.mentions,
  );
};
