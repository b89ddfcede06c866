import type { ChatRef, Span } from '../../bot/gateway.js';
import type { Effect } from '../decision.js';
import { UNNAMED, type Ticket } from '../model.js';
import type { Said } from '../ports.js';
import { account } from './account.js';
import { buttons, type ButtonKind } from './buttons.js';
import { maskPhones } from './mask.js';
import { directTo, lines, mentionStaff, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { limitsAfter } from './ticket.js';
import { visit } from './visit.js';
import { LEVEL, quoteWords, short, staffName, subject, title, unitName } from './words.js';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

const sameChat = (a: ChatRef, b: ChatRef): boolean => a.channel === b.channel && a.kind === b.kind && a.id === b.id;

/** Where a ticket's news is heard: the group, and the reporter's direct chat where the report was made there. */
const audience = (ticket: Ticket): readonly ChatRef[] =>
  sameChat(ticket.reporter.chat, ticket.home) ? [ticket.home] : [ticket.home, ticket.reporter.chat];

const stepWords = (effect: Of<'moved'>, stage: Stage): string => {
  const { ticket, step, words } = effect;
  const { house, now } = stage;
  const who = 'assignee' in ticket ? staffName(ticket.assignee, house) : '';
  const no = `${short(ticket)} ${unitName(ticket.unit, house) ?? ticket.room ?? ''}`.trim();
  switch (step) {
    case 'accepted':
      return `${no}：${who} 已接单${words === '' ? '' : `，${quoteWords(words, 60)}`}${limitsAfter(ticket, house, now, ticket.reachedAt === null ? 'arrive' : 'resolve')}`;
    case 'arrived':
      return `${no}：${who} 已到场${limitsAfter(ticket, house, now, 'resolve')}`;
    case 'progressed':
      return `${no} 进展：${quoteWords(words, 80)}`;
    case 'suspended':
      return `${no}：${who} 挂起，${quoteWords(words, 60)}。时限暂停，能继续了回复“恢复”`;
    case 'resumed':
      return `${no}：${who} 继续处理${limitsAfter(ticket, house, now, 'arrive', 'resolve')}`;
  }
};

/** The buttons that fit what comes next. */
const next = (step: Of<'moved'>['step']): readonly ButtonKind[] => {
  switch (step) {
    case 'accepted':
      return ['arrive', 'decline'];
    case 'arrived':
    case 'resumed':
      return ['resolve'];
    case 'suspended':
      return ['resume'];
    case 'progressed':
      return [];
  }
};

/** Is it for everybody? Progress told in the group has been heard; level 3 needs no bulletin. */
const bulletin = (effect: Of<'moved'>): boolean =>
  effect.step !== 'progressed' || (effect.ticket.level !== 3 && !sameChat(effect.at.chat, effect.ticket.home));

/**
 * A step of the work: once to the group (and to a reporter who wrote directly), once to an engineer who spoke elsewhere.
 * told: all of the job goes to him anyway, and is his answer.
 */
export const moved = (effect: Of<'moved'>, stage: Stage, told = false): readonly Said[] => {
  const { ticket, at, step } = effect;
  const text = stepWords(effect, stage);
  const news = bulletin(effect)
    ? audience(ticket).map((chat) => {
        const here = sameChat(chat, at.chat);
        return said(
          {
            kind: step,
            class: 'receipt',
            chat,
            replyTo: here ? at.replyTo : null,
            spans: lines(text),
            ticket,
            buttons: here ? buttons(ticket, ...next(step)) : [],
          },
          stage.mentions,
        );
      })
    : [];
  const elsewhere = !told && !audience(ticket).some((chat) => sameChat(chat, at.chat));
  const ack = step === 'progressed' ? `已记到 ${short(ticket)}` : text;
  const own = elsewhere
    ? [
        said(
          {
            kind: step,
            class: 'receipt',
            chat: at.chat,
            replyTo: at.replyTo,
            spans: lines(ack),
            ticket,
            buttons: buttons(ticket, ...next(step)),
          },
          stage.mentions,
        ),
      ]
    : [];
  return [...news, ...own];
};

/** The reporter, by a live mention in a group, by name where nobody else listens. */
const called = ({ reporter }: Ticket, chat: ChatRef): readonly Span[] => {
  const name = maskPhones(reporter.name);
  if (chat.kind === 'group') return [{ mention: reporter.user, name }, ' '];
  return name === UNNAMED ? [] : [`${name}，`];
};

/** The summary for all; in the reporter's own chat it ends with the one question for a rating (voice.md 2). */
export const closure = (effect: Of<'closure'>, stage: Stage): readonly Said[] => {
  const { ticket, ask, at } = effect;
  const { house, mentions } = stage;
  if (ticket.state !== 'resolved') return [];
  const blank = ticket.resolution === '';
  const summary = [
    `✅ ${ticket.no} 已办结 · ${subject(ticket, house)}（${LEVEL[ticket.level].name}）`,
    blank ? null : `处理：${quoteWords(ticket.resolution, 160)}`,
    account(ticket, stage),
    `处理人 ${staffName(ticket.assignee, house)}`,
  ];
  const { reporter } = ticket;
  const rate = ['rate-5', 'rate-4', 'rate-3', 'rate-2', 'rate-1', 'relapse'] as const;
  const news = audience(ticket).map((chat) => {
    const asks = ask && ticket.caller === null && sameChat(chat, reporter.chat);
    return said(
      {
        kind: asks ? 'rating' : 'closure',
        class: 'receipt',
        chat,
        spans: lines(
          ...summary,
          asks
            ? [...called(ticket, chat), '这次处理您还满意吗？回复 1-5 分，也可以说两句；没好就回复“还是不行”']
            : null,
        ),
        ticket,
        buttons: asks ? buttons(ticket, ...rate) : [],
      },
      mentions,
    );
  });
  const direct = directTo(ticket.assignee, ticket.home.channel, house);
  const more =
    blank && direct !== null
      ? [
          said(
            {
              kind: 'account',
              class: 'info',
              chat: direct,
              spans: lines(`${short(ticket)} 已办结。请补一句原因和用料，例如：光模块坏了，换 1 个，用 LC 跳线 2 根`),
              ticket,
            },
            mentions,
          ),
        ]
      : [];
  const elsewhere = !audience(ticket).some((chat) => sameChat(chat, at.chat)) && !blank;
  const ack = elsewhere
    ? [
        said(
          { kind: 'closure', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans: lines(...summary), ticket },
          mentions,
        ),
      ]
    : [];
  const back = ask && ticket.caller !== null ? [visit(ticket, ticket.caller.name, stage)] : [];
  return [...news, ...more, ...ack, ...back];
};

/** What was done, put to the summary afterwards. */
export const accounted = (effect: Of<'accounted'>, stage: Stage): readonly Said[] => {
  const { ticket, at } = effect;
  const words = 'resolution' in ticket ? quoteWords(ticket.resolution, 160) : '';
  const spans = lines(`${ticket.no} 处理说明：${words}`);
  const elsewhere = !sameChat(at.chat, ticket.home);
  return [
    said(
      { kind: 'accounted', class: 'info', chat: ticket.home, replyTo: elsewhere ? null : at.replyTo, spans, ticket },
      stage.mentions,
    ),
    ...(elsewhere
      ? [
          said(
            {
              kind: 'accounted',
              class: 'receipt',
              chat: at.chat,
              replyTo: at.replyTo,
              spans: lines(`已记到 ${short(ticket)}`),
              ticket,
            },
            stage.mentions,
          ),
        ]
      : []),
  ];
};

/** A word to the reporter, where they wrote. */
export const toReporter = (
  effect: Of<'rated' | 'confirmed' | 'reopened' | 'noted'>,
  stage: Stage,
  question: string | null,
): Said => {
  const { ticket, at } = effect;
  const no = short(ticket);
  const words = (): string => {
    switch (effect.kind) {
      case 'rated':
        return ticket.state === 'closed' && ticket.rating !== null && ticket.rating.score <= 2
          ? `${no} 评价已记下，没让您满意，张冰冰会跟进`.replace(
              '张冰冰',
              staffName(stage.house.policy.lead, stage.house),
            )
          : `谢谢，${no} 评价已记下`;
      case 'confirmed':
        return ticket.state === 'closed' && ticket.rating !== null
          ? `好的，${no} 已确认恢复`
          : `好的，${no} 已确认恢复。方便的话回复 1-5 分评价一下`;
      case 'reopened':
        return `${title(ticket)} 已重新打开${'assignee' in ticket ? `，请 ${staffName(ticket.assignee, stage.house)} 再去处理` : ''}`;
      case 'noted':
        return `已记到 ${no}${'assignee' in ticket ? `，会转给 ${staffName(ticket.assignee, stage.house)}` : ''}`;
    }
  };
  const spans = lines(words(), question);
  return said(
    { kind: effect.kind, class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans, ticket },
    stage.mentions,
  );
};

/** Whoever reported it hears who else took it back; a caller reads no chat. */
const takenBack = ({ ticket, by }: Of<'cancelled'>, chat: ChatRef): Line | null =>
  by === null || ticket.caller !== null || !sameChat(chat, ticket.reporter.chat)
    ? null
    : [...called(ticket, chat), `是 ${maskPhones(by)} 撤的，故障还在请再报一次`];

/** Withdrawn: told where it was said, to the group, and to the reporter where somebody else took it back. */
export const withdrawn = (effect: Of<'cancelled'>, stage: Stage): readonly Said[] => {
  const { ticket, at, by } = effect;
  const others = [ticket.home, ...(by === null ? [] : [ticket.reporter.chat])];
  const chats = others.reduce<readonly ChatRef[]>(
    (all, chat) => (all.some((one) => sameChat(one, chat)) ? all : [...all, chat]),
    [at.chat],
  );
  return chats.map((chat) => {
    const here = sameChat(chat, at.chat);
    return said(
      {
        kind: 'cancelled',
        class: here ? 'receipt' : 'info',
        chat,
        replyTo: here ? at.replyTo : null,
        spans: lines(
          `${here ? short(ticket) : ticket.no} 已撤单：${subject(ticket, stage.house)}`,
          takenBack(effect, chat),
        ),
        ticket,
      },
      stage.mentions,
    );
  });
};

/** A mention of the engineer who holds the ticket, in its group. */
export const holderMention = (ticket: Ticket, stage: Stage): ReturnType<typeof mentionStaff> | null =>
  'assignee' in ticket ? mentionStaff(ticket.assignee, ticket.home.channel, stage.house) : null;
