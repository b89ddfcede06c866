/**
 * The chat: its head and its messages.
 * @import { Line } from './bubble.js'
 * @import { WireMessage } from '../../wire.js'
 */
import { bubble } from './bubble.js';
import { messagesOf } from './chats.js';
import { byId, h, keep } from './dom.js';
import { drawEmptyTalk } from './empty.js';
import { DAY, dateLabel, dayLabel, dayOf, hm, MINUTE } from './format.js';
import { allMessages, change, now, state, who } from './store.js';

const scroller = byId('scroller');
const list = byId('messages');
const newer = byId('newer');
/** Messages of one person this close together share a head, in ms; after a longer silence the time is said. */
const CLOSE = 3 * MINUTE;
const SILENCE = 30 * MINUTE;

let shown = '';
let lastShown = 0;
/** Messages that came while the reader was further up. */
let waiting = 0;

const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
const toEnd = () => {
  scroller.scrollTop = scroller.scrollHeight;
  waiting = 0;
};

/** @param {readonly WireMessage[]} messages @returns {Line[]} */
export function linesOf(messages) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {WireMessage | null} */
  let before = null;
  for (const message of messages) {
    const at = Date.parse(message.at);
    const gap = before === null ? Infinity : at - Date.parse(before.at);
    const apart = before === null || dayOf(at) !== dayOf(Date.parse(before.at)) || gap > SILENCE;
    if (apart) lines.push({ kind: 'time', at, label: timeLabel(at) });
    lines.push({ kind: 'message', message, follows: !apart && before?.from === message.from && gap < CLOSE });
    before = message;
  }
  return lines;
}

/** @param {number} at */
function timeLabel(at) {
  const day = dayLabel(at, now());
  const old = Math.abs(at - now()) > DAY;
  return `${old || day.length > 2 ? dateLabel(at) : day} ${hm(at)}`;
}

function drawMessages() {
  const messages = messagesOf(allMessages(), state.chat, state.me);
  const where = `${state.chat}:${state.chat === 'direct' ? state.me : ''}`;
  const moved = where !== shown;
  const stay = !moved && !atEnd();
  const last = messages.at(-1);
  const news = moved ? [] : messages.filter(({ n }) => n > lastShown);
  // Another chat's messages are not news to be read out.
  scroller.setAttribute('aria-live', moved ? 'off' : 'polite');
  const names = state.people.length;
  keep(list, linesOf(messages), {
    key: (line) => (line.kind === 'time' ? `t${line.at}` : line.message.id),
    look: (line) =>
      line.kind === 'time'
        ? line.label
        : JSON.stringify([line.message, line.follows, state.me, names, state.messages.has(line.message.replyTo ?? '')]),
    make: (line) =>
      line.kind === 'time' ? h('li', { class: 'moment', text: line.label }) : bubble(line.message, line.follows),
  });
  drawEmptyTalk(messages.length === 0);
  if (stay && !news.some(({ from }) => from === state.me)) waiting += news.length;
  else toEnd();
  shown = where;
  lastShown = last?.n ?? 0;
  drawNewer();
  markSeen(messages);
}

function drawNewer() {
  newer.hidden = waiting === 0;
  newer.textContent = `${waiting} 条新消息`;
}

/** What is on the screen is read. @param {readonly WireMessage[]} messages */
function markSeen(messages) {
  const last = messages.at(-1)?.n ?? 0;
  const { me, seen, chat } = state;
  const looking = document.visibilityState === 'visible' && (state.pane === 'chat' || wide.matches);
  if (!state.loaded || !looking || me === '') return;
  if (chat === 'group' && ((seen.pings[me] ?? 0) < last || seen.group < last)) {
    change({ seen: { ...seen, group: last, pings: { ...seen.pings, [me]: last } } });
  }
  if (chat === 'direct' && (seen.direct[me] ?? 0) < last) {
    change({ seen: { ...seen, direct: { ...seen.direct, [me]: last } } });
  }
}

const wide = matchMedia('(min-width: 720px)');

function drawHead() {
  const { name } = who(state.me);
  byId('talk-name').textContent = state.chat === 'group' ? '通州教育网络运维服务' : `${name} 与小通`;
  byId('talk-state').textContent = !state.online
    ? state.loaded
      ? '连接断开，正在重连'
      : '正在连接'
    : state.chat === 'group'
      ? `群聊 · ${state.people.length + 1} 人`
      : '私聊 · 只有两个人看得到';
}

/** Draws the chat column. */
export function drawTalk() {
  drawHead();
  drawMessages();
}

/** Listens to scrolling and to the way back down. */
export function startTalk() {
  let wasAtEnd = true;
  scroller.addEventListener('scroll', () => {
    wasAtEnd = atEnd();
    if (waiting === 0 || !wasAtEnd) return;
    waiting = 0;
    drawNewer();
  });
  newer.addEventListener('click', () => {
    toEnd();
    drawNewer();
  });
  // A keyboard that opens, or a composer that grows, must not hide the last message.
  new ResizeObserver(() => {
    if (wasAtEnd) toEnd();
  }).observe(scroller);
  document.addEventListener('visibilitychange', () => change({}));
}
