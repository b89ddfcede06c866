/** Announcements: drafted and read back, published, confirmed by those addressed, ended (issue 4, «Also»). Pure. */
import type { ChatRef } from '../../bot/gateway.js';
import type { Bulletin, Notice, NoticeEvent } from '../bulletin.js';
import type { Place } from '../decision.js';
import type { Instant, Role, Sender, StaffId } from '../model.js';
import type { NoticeOrder } from '../understand/notice-order.js';
import { faulty, type DeskDecision, type DeskFault, type NoticeNews } from './desk-decision.js';
import { actorOf, type House } from './scene.js';
import { DAY } from './time.js';
import type { Turn, TurnSource } from './turn.js';

export type NoticeScene = {
  readonly now: Instant;
  readonly house: House;
  readonly bulletins: readonly Bulletin[];
  readonly sender: Sender;
  readonly at: Place;
  /** The groups that it goes to. */
  readonly groups: readonly ChatRef[];
  /** The id that one drafted now gets. */
  readonly id: string;
};

/** Who of the team is asked where nobody is named. */
const TEAM: readonly Role[] = ['engineer', 'desk', 'lead'];

const notices = (bulletins: readonly Bulletin[]): readonly Notice[] =>
  bulletins.filter((one): one is Notice => one.kind === 'notice');

const newest = (scene: NoticeScene, ...states: readonly Notice['state'][]): Notice | null =>
  notices(scene.bulletins)
    .filter((one) => states.includes(one.state) && one.to > scene.now)
    .at(-1) ?? null;

const step = (notice: Notice, set: Partial<Notice>, event: NoticeEvent): Notice => ({
  ...notice,
  ...set,
  log: [...notice.log, event],
});

const done = (note: string, changed: readonly Notice[], ...news: readonly NoticeNews[]): DeskDecision => ({
  changes: [],
  effects: [],
  desk: news.map((one) => ({ kind: 'notice', news: one })),
  learnt: null,
  bulletins: changed,
  note: `notice ${note}`,
});

const refused = (scene: NoticeScene, why: Extract<DeskFault, { kind: 'no-notice' }>['why']): DeskDecision =>
  faulty({ kind: 'no-notice', why }, scene.at);

const draft = (scene: NoticeScene, order: Extract<NoticeOrder, { what: 'draft' }>): DeskDecision => {
  const { now, house, sender, at, groups, id } = scene;
  const named: readonly StaffId[] = house.staff.filter(({ name }) => order.asked.includes(name)).map((s) => s.id);
  const team = house.staff.filter((s) => TEAM.includes(s.role) && s.id !== sender.staff).map((s) => s.id);
  const fresh: Notice = {
    ...{ id, kind: 'notice', state: 'draft', from: now, to: now + DAY, text: order.text },
    asked: !order.confirm ? [] : named.length > 0 ? named : team,
    home: at.chat,
    madeBy: { key: sender.key, name: sender.name },
    log: [{ kind: 'drafted', at: now, by: actorOf(sender) }],
  };
  return done('drafted', [fresh], { kind: 'preview', notice: fresh, groups: groups.length, at });
};

/** Has everybody confirmed who was asked? */
export const silentOf = ({ asked, log }: Notice): readonly StaffId[] =>
  asked.filter((id) => !log.some((e) => e.kind === 'seen' && e.who.key === `staff:${id}`));

const seen = (scene: NoticeScene, notice: Notice | null): DeskDecision => {
  const { now, sender, at } = scene;
  if (notice === null || notice.asked.length === 0) return refused(scene, 'nothing-to-confirm');
  const { key, name, unit } = sender;
  if (notice.log.some((e) => e.kind === 'seen' && e.who.key === key))
    return done('seen before', [], { kind: 'seen', notice, at });
  const after = step(notice, {}, { kind: 'seen', at: now, by: actorOf(sender), who: { key, name, unit } });
  return done('seen', [after], { kind: 'seen', notice: after, at });
};

/** What an order about announcements leads to. id: the announcement whose button was pressed; null where words mean the newest. */
export const decideNotice = (scene: NoticeScene, order: NoticeOrder, id: string | null): DeskDecision => {
  const { now, sender, at, groups } = scene;
  const by = actorOf(sender);
  const meant = (...states: readonly Notice['state'][]): Notice | null =>
    id === null
      ? newest(scene, ...states)
      : (notices(scene.bulletins).find((one) => one.id === id && states.includes(one.state)) ?? null);
  if (order.kind === 'notice-seen') return seen(scene, meant('published'));
  switch (order.what) {
    case 'draft':
      return draft(scene, order);
    case 'publish': {
      const notice = meant('draft');
      if (notice === null) return refused(scene, 'no-draft');
      const after = step(notice, { state: 'published', from: now, to: now + DAY }, { kind: 'published', at: now, by });
      return done('published', [after], { kind: 'out', notice: after, groups, at });
    }
    case 'cancel': {
      const notice = meant('draft');
      if (notice === null) return refused(scene, 'no-draft');
      const after = step(notice, { state: 'cancelled' }, { kind: 'cancelled', at: now, by });
      return done('cancelled', [after], { kind: 'cancelled', notice: after, at });
    }
    case 'status': {
      const notice = meant('published');
      return notice === null ? refused(scene, 'none') : done('status', [], { kind: 'status', notice, at, over: false });
    }
    case 'end': {
      const notice = meant('published');
      if (notice === null) return refused(scene, 'none');
      const after = step(notice, { state: 'ended', to: now }, { kind: 'ended', at: now, by });
      return done('ended', [after], { kind: 'status', notice: after, at, over: true });
    }
    default:
      return order satisfies never;
  }
};

const turnOf = (notice: Notice): Turn => ({
  kind: 'bulletin',
  id: `notice-end:${notice.id}`,
  at: notice.to,
  since: null,
  staff: null,
});

const turns = (bulletins: readonly Bulletin[]): readonly Turn[] =>
  notices(bulletins)
    .filter((one) => one.state === 'published')
    .map(turnOf);

/** A day after it went out an announcement ends: whoever ordered it hears who has confirmed. */
export const NOTICE_TURNS: TurnSource = {
  due: ({ now, bulletins }) => turns(bulletins).filter(({ at }) => at <= now),
  next: ({ now, bulletins }) => {
    const ahead = turns(bulletins).filter(({ at }) => at > now);
    return ahead.length === 0 ? null : Math.min(...ahead.map(({ at }) => at));
  },
};

/** The end of one that was published; one that has ended meanwhile says nothing. */
export const decideNoticeTurn = (turn: string, bulletins: readonly Bulletin[], now: Instant): DeskDecision => {
  const notice = notices(bulletins).find(
    (one) => one.state === 'published' && turnOf(one).id === turn && one.to <= now,
  );
  if (notice === undefined) return done('turn not wanted', []);
  const after = step(notice, { state: 'ended' }, { kind: 'ended', at: now, by: 'clock' });
  const at = { chat: notice.home, replyTo: null };
  return notice.asked.length === 0
    ? done('over', [after])
    : done('over', [after], { kind: 'status', notice: after, at, over: true });
};
