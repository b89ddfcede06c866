import type { Button } from '../../bot/gateway.js';
import type { ButtonKind } from '../decide/press.js';
import type { Ticket } from '../model.js';

export type { ButtonKind };

const LABEL: Readonly<Record<ButtonKind, string>> = {
  accept: '接单',
  decline: '转派',
  arrive: '到场',
  resolve: '办结',
  resume: '恢复',
  'rate-1': '1 分',
  'rate-2': '2 分',
  'rate-3': '3 分',
  'rate-4': '4 分',
  'rate-5': '5 分',
  relapse: '还是不行',
  pick: '选这张',
};

/** Buttons of these kinds for a ticket; read back by decide/press. */
export const buttons = (ticket: Ticket, ...kinds: readonly ButtonKind[]): readonly Button[] =>
  kinds.map((kind) => ({ id: `${kind}:${ticket.no}`, label: LABEL[kind] }));
