/** What is said of incidents: one voice in the group, the evidence to those who decide, one question to every unit at the end. */
import type { Button, ChatRef, Span } from '../../bot/gateway.js';
import { nextBeat, roomsOf } from '../decide/incident.js';
import type { Effect, IncidentNews } from '../decision.js';
import type { Incident, IncidentCause } from '../incident.js';
import type { Ticket } from '../model.js';
import { assertNever } from '../decide/never.js';
import type { Said } from '../ports.js';
import { buttons } from './buttons.js';
import { maskPhones } from './mask.js';
import { directTo, lines, mentionStaff, said, type Line } from './message.js';
import { reach } from './reach.js';
import type { Stage } from './stage.js';
import { limits, standing } from './ticket.js';
import { account } from './account.js';
import { LEVEL, quoteWords, short, staffName, title, unitName, when } from './words.js';

type News<K extends IncidentNews['kind']> = Extract<IncidentNews, { kind: K }>;

/** 漷县中学节点, 漷县中学机房, 南环. */
export const causeName = (cause: IncidentCause): string => {
  switch (cause.kind) {
    case 'node':
      return `${cause.name}节点`;
    case 'room':
      return `${cause.name}机房`;
    case 'ring':
      return cause.name;
    default:
      return assertNever(cause);
  }
};

/** So many names stand in a message; the rest is a number. */
const NAMES = 8;

const unitsWords = (incident: Incident, stage: Stage): string => {
  const names = incident.units.map((unit) => unitName(unit, stage.house) ?? unit);
  const shown = names.slice(0, NAMES).join('、');
  return `${names.length} 家单位：${shown}${names.length > NAMES ? ' 等' : ''}`;
};

const nextWord = (incident: Incident, stage: Stage): string =>
  `${when(nextBeat(incident, stage.now, stage.house.policy), stage.now)} 前`;

const button = (kind: 'confirm' | 'split' | 'back' | 'still', incident: Incident): Button => {
  const LABEL = { confirm: '确认', split: '拆分', back: '已恢复', still: '还是不行' } as const;
  return { id: `incident-${kind}:${incident.id}`, label: LABEL[kind] };
};

const evidenceWords = (evidence: readonly Ticket[], stage: Stage): string => {
  const told = evidence
    .slice(0, NAMES)
    .map((t) => `${unitName(t.unit, stage.house) ?? t.room ?? t.place ?? ''}（${short(t)}）`);
  return `${told.join('、')}${evidence.length > NAMES ? ` 等 ${evidence.length} 单` : ''}`;
};

const opened = ({ head, evidence, at }: News<'opened'>, incident: Incident, stage: Stage): Said => {
  const { house, now, mentions } = stage;
  const offered = head.state === 'offered';
  const who: Line = offered
    ? [
        ...reach(head.assignee, incident.home.channel, house),
        ` 派单 ${head.no}，${limits(head, house, now, 'accept', 'arrive')}；回复“接单”，来不了回复“转派”加原因`,
      ]
    : `${head.no}：${standing(head, house, now)}`;
  const here = at.chat.kind === 'group' && at.chat.id === incident.home.id && at.chat.channel === incident.home.channel;
  const spans = lines(
    `${LEVEL[1].sign} 疑似${causeName(incident.cause)}故障 ${incident.id}，按${LEVEL[1].name}处理`,
    `已影响 ${incident.units.length} 家单位：${evidenceWords(evidence, stage)}`,
    who,
    `${nextWord(incident, stage)}在此通报进展，同一故障不必再报`,
  );
  return said(
    {
      kind: 'incident',
      class: 'urgent-ping',
      chat: incident.home,
      replyTo: here ? at.replyTo : null,
      spans,
      ticket: head,
      buttons: offered ? buttons(head, 'accept', 'decline') : [],
      repeat: 'again',
    },
    mentions,
  );
};

/** What else the topology offers as the cause. */
const trunksOf = ({ cause }: Incident, { house }: Stage): string => {
  const names = house.topology.trunks
    .filter(({ ends }) => ends.some((end) => cause.kind !== 'ring' && roomsOf(cause).includes(end)))
    .map(({ name }) => name);
  // The core has every trunk: that tells nothing.
  return names.length === 1 ? `机房供电、设备或${names[0] ?? ''}` : '';
};

const candidate = (news: News<'candidate'>, incident: Incident, stage: Stage): Said => {
  const { head, evidence, to } = news;
  const { house, now, mentions } = stage;
  const direct = directTo(to, incident.home.channel, house);
  const [first] = evidence;
  const since = first === undefined ? '' : `${when(first.reportedAt, now)} 起`;
  const maybe = trunksOf(incident, stage);
  const spans = lines(
    direct === null
      ? [mentionStaff(to, incident.home.channel, house), ` 疑似同一故障 ${incident.id}：${causeName(incident.cause)}`]
      : `${LEVEL[1].sign} 疑似同一故障 ${incident.id}：${causeName(incident.cause)}`,
    `依据：${since} ${evidenceWords(evidence, stage)}${maybe === '' ? '' : `，都挂在这里（${maybe}）`}`,
    `已合为一单 ${head.no}：${standing(head, house, now)}`,
    `不是同一故障请点“拆分”；只拆一家回复“${incident.id} 拆分 校名”，并入一单回复“${incident.id} 并入 单号”`,
  );
  return said(
    {
      kind: 'alarm',
      class: 'urgent-ping',
      chat: direct ?? incident.home,
      spans,
      ticket: head,
      buttons: [button('confirm', incident), button('split', incident)],
      repeat: 'again',
    },
    mentions,
  );
};

const line = ({ ticket, at, due }: News<'line'>, incident: Incident, stage: Stage): Said => {
  const item = `${short(ticket)} ${unitName(ticket.unit, stage.house) ?? ticket.room ?? ''}`.trim();
  const name = `${incident.id}（${causeName(incident.cause)}）`;
  const tail = `${nextWord(incident, stage)}通报进展，同一故障不必再报`;
  const group = at.chat.kind === 'group';
  return said(
    {
      kind: 'joined',
      class: 'receipt',
      chat: at.chat,
      replyTo: at.replyTo,
      spans: lines(`${item} 已并入 ${name}，${tail}`),
      ticket,
      notBefore: due,
      fold: group ? { key: `incident:${incident.id}`, min: 2, head: `已并入 ${name}`, item, tail } : null,
      repeat: 'again',
    },
    stage.mentions,
  );
};

const beat = ({ head }: News<'beat'>, incident: Incident, stage: Stage): Said =>
  said(
    {
      kind: 'incident-beat',
      class: 'receipt',
      chat: incident.home,
      spans: lines(
        `${incident.id} ${causeName(incident.cause)}：${standing(head, stage.house, stage.now)}`,
        `已影响 ${unitsWords(incident, stage)}。${nextWord(incident, stage)}再通报`,
      ),
      ticket: head,
      repeat: 'again',
    },
    stage.mentions,
  );

const sameChat = (a: ChatRef, b: ChatRef): boolean => a.channel === b.channel && a.kind === b.kind && a.id === b.id;

const ASK = '请各校试一下：好了点“已恢复”或回复“好了”，没好点“还是不行”，没好的单继续处理';

/** Each reporter who spoke here, once, with their unit. */
const askedHere = (members: readonly Ticket[], stage: Stage): readonly Span[] => {
  const first = members.filter((t, i) => members.findIndex((o) => o.reporter.user === t.reporter.user) === i);
  return first.flatMap((t, i): readonly Span[] => [
    ...(i === 0 ? [] : ['、']),
    { mention: t.reporter.user, name: maskPhones(t.reporter.name) },
    ` ${unitName(t.unit, stage.house) ?? ''}`.trimEnd(),
  ]);
};

const repaired = ({ head, members }: News<'repaired'>, incident: Incident, stage: Stage): readonly Said[] => {
  const { house, mentions } = stage;
  if (head.state !== 'resolved') return [];
  const here = members.filter((t) => sameChat(t.reporter.chat, incident.home));
  const aside = members.filter((t) => !sameChat(t.reporter.chat, incident.home));
  const keys = [button('back', incident), button('still', incident)];
  const spans = lines(
    `✅ ${incident.id} ${causeName(incident.cause)} 已修复（${title(head)}），影响 ${incident.units.length} 家单位`,
    head.resolution === '' ? null : `处理：${quoteWords(head.resolution, 160)}`,
    account(head, stage),
    `处理人 ${staffName(head.assignee, house)}`,
    here.length === 0 ? null : askedHere(here, stage),
    here.length === 0 ? null : ASK,
  );
  const group = said(
    {
      kind: 'closure',
      class: 'receipt',
      chat: incident.home,
      spans,
      ticket: head,
      buttons: here.length === 0 ? [] : keys,
      repeat: 'again',
      fold: null,
    },
    mentions,
  );
  const alone = aside.map((ticket) =>
    said(
      {
        kind: 'closure',
        class: 'receipt',
        chat: ticket.reporter.chat,
        spans: lines(`✅ ${short(ticket)} ${unitName(ticket.unit, house) ?? ''} 的故障已随 ${incident.id} 修复`, ASK),
        ticket,
        buttons: keys,
        repeat: 'again',
      },
      mentions,
    ),
  );
  return [group, ...alone];
};

const parted = ({ tickets, whole, at }: News<'parted'>, incident: Incident, stage: Stage): Said => {
  const list = tickets.map((t) => `${short(t)} ${unitName(t.unit, stage.house) ?? ''}`.trim()).join('、');
  const head = whole ? `${incident.id} 不是同一故障，已拆分` : `已从 ${incident.id} 拆出`;
  return said(
    {
      kind: 'incident',
      class: 'receipt',
      chat: at?.chat ?? incident.home,
      replyTo: at?.replyTo ?? null,
      spans: lines(tickets.length === 0 ? head : `${head}，各自派单：${list}`),
      ticket: null,
      repeat: 'again',
    },
    stage.mentions,
  );
};

const doneWords = (what: News<'done'>['what'], incident: Incident, stage: Stage): string => {
  const name = causeName(incident.cause);
  const units = unitsWords(incident, stage);
  switch (what) {
    case 'confirmed':
      return `已确认 ${incident.id}：${name}，影响 ${units}`;
    case 'merged':
      return `已并入 ${incident.id}（${name}），现影响 ${units}`;
    case 'status':
      return `${incident.id} ${name}（${incident.state === 'confirmed' ? '已确认' : '待确认'}），影响 ${units}；${nextWord(incident, stage)}通报`;
    default:
      return assertNever(what);
  }
};

const done = ({ what, at }: News<'done'>, incident: Incident, stage: Stage): Said => {
  const { chat, replyTo } = at;
  const spans = lines(doneWords(what, incident, stage));
  return said({ kind: 'incident', class: 'receipt', chat, replyTo, spans, ticket: null }, stage.mentions);
};

/** An incident's news in words; to people alone where they are reached alone. */
export const incidentWords = (effect: Extract<Effect, { kind: 'incident' }>, stage: Stage): readonly Said[] => {
  const { incident, news } = effect;
  switch (news.kind) {
    case 'opened':
      return [opened(news, incident, stage)];
    case 'candidate':
      return [candidate(news, incident, stage)];
    case 'line':
      return [line(news, incident, stage)];
    case 'beat':
      return [beat(news, incident, stage)];
    case 'repaired':
      return repaired(news, incident, stage);
    case 'parted':
      return [parted(news, incident, stage)];
    case 'done':
      return [done(news, incident, stage)];
    default:
      return assertNever(news);
  }
};
