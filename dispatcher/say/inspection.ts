/** What is said of inspections (issue 4, «Planned work»). */
import type { ChatRef } from '../../bot/gateway.js';
import type { DeskEffect, InspectionNews } from '../decide/desk-decision.js';
import { dateOf } from '../decide/time.js';
import type { Inspection } from '../inspection.js';
import type { Said } from '../ports.js';
import { inspectedName } from './inspected.js';
import { directTo, lines, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { quoteWords, staffName, when } from './words.js';

type Effect = Extract<DeskEffect, { kind: 'inspection' }>;

const names = (list: readonly Inspection[], stage: Stage): string =>
  list.map((one) => inspectedName(one, stage)).join('、');

/** 11-24, from YYYY-MM-DD. */
const dayWords = (list: readonly Inspection[]): string => list[0]?.day.slice(5) ?? '';

const lateOf = ({ log }: Inspection): string => {
  const [first] = log;
  const carried = log.some(({ kind }) => kind === 'moved');
  return carried && first?.kind === 'due' ? `（${first.day.slice(5)} 顺延）` : '';
};

const WHY = { fault: '去处理故障', leave: '请假', missed: '未说明', asked: '改天' } as const;

/** Per person and reason: 韩奇昆：漷县中学、西集中学（去处理故障）. */
const byPerson = (moved: readonly Inspection[], stage: Stage): readonly Line[] => {
  const groups = new Map<string, Inspection[]>();
  for (const one of moved) {
    const last = one.log.at(-1);
    const why = last?.kind === 'moved' ? WHY[last.why] : WHY.missed;
    const key = `${staffName(one.staff, stage.house)}（${why}）`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([who, list]) => `· ${who}：${names(list, stage)}`);
};

const listLines = ({ of, list }: Extract<InspectionNews, { kind: 'list' }>, stage: Stage): readonly Line[] => {
  if (list.length === 0) return [of === null ? '今天没有巡检' : '您今天没有巡检'];
  const left = list.filter(({ state }) => state === 'due');
  const people = [...new Set(list.map(({ staff }) => staff))];
  const line = (staff: string): Line => {
    const open = left.filter((one) => one.staff === staff);
    const count = list.filter((one) => one.staff === staff).length - open.length;
    const head = of === null ? `${staffName(staff, stage.house)}：` : '';
    return `· ${head}${open.length === 0 ? '都做完了' : `待做 ${names(open, stage)}`}，已完成 ${count}`;
  };
  return [`今天的巡检，还有 ${left.length} 处`, ...people.map(line)];
};

const body = (news: InspectionNews, stage: Stage): readonly Line[] => {
  switch (news.kind) {
    case 'done':
      return [
        `✅ ${names(news.done, stage)} 巡检完成${news.left === 0 ? '，今天的都做完了' : `，还有 ${news.left} 处`}`,
      ];
    case 'moved': {
      const last = news.moved[0]?.log.at(-1);
      const why = last?.kind === 'moved' && last.words !== '' ? `（${quoteWords(last.words, 30)}）` : '';
      return [`${names(news.moved, stage)} 的巡检改到 ${dayWords(news.moved)}${why}`];
    }
    case 'list':
      return listLines(news, stage);
    case 'morning':
      return [
        `${dateOf(stage.now).slice(5)} 巡检 ${news.list.length} 处，${when(news.by, stage.now)} 前`,
        ...news.list.map((one) => `· ${inspectedName(one, stage)}${lateOf(one)}`),
        '做完一处回复“校名 巡检完成”，有问题接着写；去不了回复“校名 巡检改天，原因”',
      ];
    case 'evening':
      return [
        `今天没做完的巡检 ${news.moved.length} 处，已改到 ${dayWords(news.moved)}`,
        ...byPerson(news.moved, stage),
      ];
    default:
      return news satisfies never;
  }
};

/** An order is answered where it was given; morning and evening go to people directly, on every channel that knows them. */
export const inspectionWords = ({ news, channels }: Effect, stage: Stage): readonly Said[] => {
  const spans = lines(...body(news, stage));
  if (news.kind !== 'morning' && news.kind !== 'evening') {
    const { chat, replyTo } = news.at;
    return [said({ kind: 'inspection', class: 'receipt', chat, replyTo, spans, ticket: null }, stage.mentions)];
  }
  const chats = channels.flatMap((channel): readonly ChatRef[] => {
    const chat = directTo(news.to, channel, stage.house);
    return chat === null ? [] : [chat];
  });
  return chats.map((chat) => said({ kind: 'inspection', class: 'info', chat, spans, ticket: null }, stage.mentions));
};
