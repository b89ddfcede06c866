import type { ChannelId } from '../../bot/gateway.js';
import type { RotaEffect } from '../decide/rota-decision.js';
import { assertNever } from '../decide/never.js';
import type { Place } from '../decision.js';
import type { Said } from '../ports.js';
import { dutyCalled, dutyEnded, dutyList, dutyMade } from './duty.js';
import { leaveEnded, leaveList, leaveMade, leftBehind } from './leave.js';
import { lines, said, type Line } from './message.js';
import { rotaFaultWords } from './rota-fault.js';
import { reserveEnded, reserveList, reserveMade } from './reserve.js';
import type { Stage } from './stage.js';

const answer = (at: Place, stage: Stage, ...body: readonly Line[]): readonly Said[] => [
  said(
    { kind: 'rota', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans: lines(...body), ticket: null },
    stage.mentions,
  ),
];

const render = (effect: RotaEffect, stage: Stage, channels: readonly ChannelId[]): readonly Said[] => {
  switch (effect.kind) {
    case 'leave-made':
      return leaveMade(effect, stage);
    case 'leave-ended':
      return answer(effect.at, stage, leaveEnded(effect, stage));
    case 'leave-list':
      return answer(effect.at, stage, ...leaveList(effect, stage));
    case 'left-behind':
      return leftBehind(effect, stage);
    case 'duty-made':
      return dutyMade(effect, stage);
    case 'duty-ended':
      return answer(effect.at, stage, dutyEnded(effect, stage));
    case 'duty-list':
      return answer(effect.at, stage, ...dutyList(effect, stage));
    case 'duty-called':
      return dutyCalled(effect, stage, channels);
    case 'reserve-made':
      return answer(effect.at, stage, ...reserveMade(effect));
    case 'reserve-ended':
      return answer(effect.at, stage, ...reserveEnded(effect, stage));
    case 'reserve-list':
      return answer(effect.at, stage, ...reserveList(effect, stage));
    case 'rota-fault':
      return answer(effect.at, stage, rotaFaultWords(effect.fault, stage));
    default:
      return assertNever(effect);
  }
};

/** Everything to be said of leave, duty and the reserve, in words, in order. channels: where those on duty are told. Pure. */
export const sayRota = (
  effects: readonly RotaEffect[],
  stage: Stage,
  channels: readonly ChannelId[],
): readonly Said[] => effects.flatMap((effect) => render(effect, stage, channels));
