/** What is told to everybody: announcements (公告) and planned work (计划). Types only; the rules stand in decide/notice.ts and plan*.ts. */
import type { ChatRef } from '../bot/gateway.js';
import type { Actor, Instant, StaffId, UnitName } from './model.js';

/** Somebody who has read it; a school's contact with the school, where it is known. */
export type Reader = { readonly key: string; readonly name: string; readonly unit: UnitName | null };

/** What happened to an announcement, in the order of its log. */
export type NoticeEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'drafted' }
  | { readonly kind: 'published' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'seen'; readonly who: Reader }
  | { readonly kind: 'ended' }
);

/** draft: read back and not yet said to anybody. published: out. ended: nobody is asked to confirm any more. */
export type Notice = {
  readonly id: string;
  readonly kind: 'notice';
  readonly state: 'draft' | 'published' | 'cancelled' | 'ended';
  /** When it was drafted, or published; and until when it can be published, or confirmed. */
  readonly from: Instant;
  readonly to: Instant;
  readonly text: string;
  /** Of the team, who is asked to confirm; nobody where no confirmation is wanted. */
  readonly asked: readonly StaffId[];
  /** Where it was ordered: its answers go there. */
  readonly home: ChatRef;
  readonly madeBy: { readonly key: string; readonly name: string };
  readonly log: readonly NoticeEvent[];
};

export type Bulletin = Notice | Plan;

/** What happened to a planned cut or change, in the order of its log. */
export type PlanEvent = { readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'planned' }
  | { readonly kind: 'moved'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'told'; readonly when: 'eve' | 'soon' }
  | { readonly kind: 'finished' }
);

/** A planned cut or change (停电, 割接): while it lasts, what its units tell of it is kept and not dispatched. */
export type Plan = {
  readonly id: string;
  readonly kind: 'plan';
  readonly state: 'planned' | 'finished';
  /** Half-open. Finished before its time, `to` is when. */
  readonly from: Instant;
  readonly to: Instant;
  /** 停电, 割接, as it was typed. */
  readonly name: string;
  readonly units: readonly UnitName[];
  readonly reason: string;
  readonly home: ChatRef;
  readonly madeBy: { readonly key: string; readonly name: string };
  readonly log: readonly PlanEvent[];
};
