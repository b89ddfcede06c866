import type { AskEffect } from '../decide/ask.js';
import { assertNever } from '../decide/never.js';
import type { Said } from '../ports.js';
import { refused } from './answers.js';
import { historyLines } from './history.js';
import { lines, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { whyLines } from './why.js';

const body = (effect: Exclude<AskEffect, { kind: 'refused' }>, stage: Stage): readonly Line[] => {
  switch (effect.kind) {
    case 'why':
      return whyLines(effect, stage);
    case 'history':
      return historyLines(effect, stage);
    default:
      return assertNever(effect);
  }
};

/** The answer to a question about one ticket's past, where it was asked. */
export const sayAsk = (effect: AskEffect, stage: Stage): Said => {
  const { at } = effect;
  if (effect.kind === 'refused') return refused({ kind: 'refusal', refusal: effect.refusal, at }, stage);
  return said(
    {
      kind: 'answer',
      class: 'receipt',
      chat: at.chat,
      replyTo: at.replyTo,
      spans: lines(...body(effect, stage)),
      ticket: effect.ticket,
    },
    stage.mentions,
  );
};
