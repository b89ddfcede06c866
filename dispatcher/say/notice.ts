/** What is said of announcements: the read-back, the words to every group, who has confirmed (issue 4, «Also»). */
import type { ChatRef, Span } from '../../bot/gateway.js';
import type { Notice } from '../bulletin.js';
import type { NoticeNews } from '../decide/desk-decision.js';
import { silentOf } from '../decide/notice.js';
import type { Said } from '../ports.js';
import { maskPhones } from './mask.js';
import { lines, mentionStaff, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { quoteWords, staffName, unitName, when } from './words.js';

type Of<K extends NoticeNews['kind']> = Extract<NoticeNews, { kind: K }>;

/** So many people are called by a mention; a whole team by its name. */
const CALLED = 5;

const sameChat = (a: ChatRef, b: ChatRef): boolean => a.channel === b.channel && a.kind === b.kind && a.id === b.id;

const names = (notice: Notice, { house }: Stage): string =>
  notice.asked.length > CALLED
    ? `运维人员 ${notice.asked.length} 人`
    : notice.asked.map((id) => staffName(id, house)).join('、');

const preview = ({ notice, groups, at }: Of<'preview'>, stage: Stage): Said =>
  said(
    {
      ...{ kind: 'notice', class: 'receipt', chat: at.chat, replyTo: at.replyTo, ticket: null },
      spans: lines(
        `公告还没发，请核对：`,
        `📢 ${maskPhones(notice.text)}`,
        `将发到 ${groups} 个群${notice.asked.length === 0 ? '' : `，需 ${names(notice, stage)} 确认`}。回复“公告 发布”或“公告 取消”`,
      ),
      buttons: [
        { id: `notice-publish:${notice.id}`, label: '发布' },
        { id: `notice-cancel:${notice.id}`, label: '取消' },
      ],
    },
    stage.mentions,
  );

const asks = (notice: Notice, chat: ChatRef, stage: Stage): Line | null => {
  if (notice.asked.length === 0) return null;
  const called: readonly Span[] =
    notice.asked.length > CALLED
      ? ['请运维人员']
      : ['请 ', ...notice.asked.flatMap((id) => [mentionStaff(id, chat.channel, stage.house), ' '])];
  return [...called, `${when(notice.to, stage.now)} 前回复“公告收到”`];
};

const out = ({ notice, groups, at }: Of<'out'>, stage: Stage): readonly Said[] => {
  const told = groups.map((chat) =>
    said(
      {
        ...{ kind: 'notice', class: 'ping', chat, ticket: null, repeat: 'again' },
        spans: lines(`📢 公告（${notice.madeBy.name}）`, maskPhones(notice.text), asks(notice, chat, stage)),
        buttons: notice.asked.length === 0 ? [] : [{ id: `notice-seen:${notice.id}`, label: '收到' }],
      },
      stage.mentions,
    ),
  );
  const here = groups.some((chat) => sameChat(chat, at.chat));
  return here ? told : [...told, answer(at.chat, at.replyTo, [`公告已发到 ${groups.length} 个群`], stage)];
};

const answer = (chat: ChatRef, replyTo: string | null, body: readonly Line[], stage: Stage): Said =>
  said({ kind: 'notice', class: 'receipt', chat, replyTo, spans: lines(...body), ticket: null }, stage.mentions);

/** In a few words which one it is. */
const title = (notice: Notice): string => `公告“${quoteWords(notice.text, 18)}”`;

const status = ({ notice, over }: Of<'status'>, stage: Stage): readonly Line[] => {
  const { house } = stage;
  if (notice.asked.length === 0) return [`${title(notice)} 不需要确认${over ? '，已结束' : ''}`];
  const seen = notice.log.flatMap((e) => (e.kind === 'seen' ? [e.who] : []));
  const silent = silentOf(notice);
  const who = seen
    .map(({ name, unit }) =>
      unit === null ? quoteWords(name, 12) : `${unitName(unit, house) ?? unit}${quoteWords(name, 12)}`,
    )
    .join('、');
  return [
    `${title(notice)}${over ? ' 已结束' : ''}`,
    `已确认 ${seen.length} 人${who === '' ? '' : `：${who}`}`,
    silent.length === 0
      ? '该确认的都确认了'
      : `未确认 ${silent.length} 人：${silent.map((id) => staffName(id, house)).join('、')}`,
  ];
};

/** Everything to be said of an announcement, in words. Pure. */
export const noticeWords = (news: NoticeNews, stage: Stage): readonly Said[] => {
  switch (news.kind) {
    case 'preview':
      return [preview(news, stage)];
    case 'out':
      return out(news, stage);
    case 'cancelled':
      return [answer(news.at.chat, news.at.replyTo, [`${title(news.notice)} 不发了`], stage)];
    case 'seen':
      return [answer(news.at.chat, news.at.replyTo, ['好的，已记下'], stage)];
    case 'status':
      return [answer(news.at.chat, news.at.replyTo, status(news, stage), stage)];
    default:
      return news satisfies never;
  }
};
