import type { Ticket } from '../model.js';

type Base = Pick<
  Ticket,
  | 'id'
  | 'no'
  | 'home'
  | 'reporter'
  | 'caller'
  | 'members'
  | 'unit'
  | 'room'
  | 'place'
  | 'fault'
  | 'level'
  | 'reason'
  | 'category'
  | 'scope'
  | 'phone'
  | 'contact'
  | 'began'
  | 'reportedAt'
  | 'clockFrom'
  | 'breaks'
  | 'asked'
  | 'round'
  | 'passed'
  | 'lapsed'
  | 'reachedAt'
  | 'told'
  | 'heardAt'
  | 'wordAt'
  | 'urged'
  | 'reopened'
  | 'incident'
>;

/** What every state has, without the fields of the present one: a state must not carry another's fields along. */
export const base = (t: Ticket): Base => ({
  id: t.id,
  no: t.no,
  home: t.home,
  reporter: t.reporter,
  caller: t.caller,
  members: t.members,
  unit: t.unit,
  room: t.room,
  place: t.place,
  fault: t.fault,
  level: t.level,
  reason: t.reason,
  category: t.category,
  scope: t.scope,
  phone: t.phone,
  contact: t.contact,
  began: t.began,
  reportedAt: t.reportedAt,
  clockFrom: t.clockFrom,
  breaks: t.breaks,
  asked: t.asked,
  round: t.round,
  passed: t.passed,
  lapsed: t.lapsed,
  reachedAt: t.reachedAt,
  told: t.told,
  heardAt: t.heardAt,
  wordAt: t.wordAt,
  urged: t.urged,
  reopened: t.reopened,
  incident: t.incident,
});
