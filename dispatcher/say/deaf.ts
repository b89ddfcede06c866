import type { ChatRef } from '../../bot/gateway.js';
import { clockOf } from '../decide/time.js';
import type { Instant } from '../model.js';
import type { Said } from '../ports.js';
import { lines, said } from './message.js';
import type { Stage } from './stage.js';
import { when } from './words.js';

/** The bot owns to not having heard, from `from` to `to`, and asks for reports of that time alone. */
export const deaf = (chat: ChatRef, from: Instant, to: Instant, stage: Stage): Said =>
  said(
    {
      kind: 'deaf',
      class: 'info',
      chat,
      spans: lines(`${when(from, stage.now)}-${clockOf(to)} 我不在线，这段时间的报修请再 @我 说一次`),
      ticket: null,
      repeat: 'again',
    },
    stage.mentions,
  );
