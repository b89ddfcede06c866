/**
 * One open ticket on the board.
 * @import { WireClock, WireTicket } from '../../wire.js'
 */
import { avatar } from './avatar.js';
import { standing } from './chats.js';
import { h } from './dom.js';
import { dueLabel, remaining, shortUnit } from './format.js';
import { showTalk } from './reveal.js';
import { now, state, who } from './store.js';

const LEVELS = { 1: '一级故障', 2: '二级故障', 3: '三级异常' };
const CLOCKS = { accept: '接单', arrive: '到场', resolve: '修复' };

/** @param {WireTicket} ticket */
export function ticketCard(ticket) {
  const where = [ticket.unit === null ? '学校待确认' : shortUnit(ticket.unit), ticket.place]
    .filter(Boolean)
    .join(' · ');
  const running = ticket.clocks.find((clock) => !clock.done);
  const mine = ticket.assignee !== null && ticket.assignee === state.me;
  return h(
    'li',
    {
      class: `ticket level-${ticket.level}`,
      data: {
        ticket: ticket.no,
        state: ticket.state,
        level: ticket.level,
        unit: ticket.unit ?? undefined,
        assignee: ticket.assignee ?? undefined,
      },
    },
    h(
      'div',
      { class: 'ticket-top' },
      h('span', { class: 'level', text: LEVELS[ticket.level] }),
      h('button', {
        class: 'no',
        type: 'button',
        title: '看群里怎么说',
        text: ticket.no,
        on: { click: () => showTalk(ticket.no) },
      }),
      h('span', { class: `state ${ticket.state}`, text: ticket.stateName }),
    ),
    h('h3', { class: 'ticket-where', text: where }),
    h('p', { class: 'ticket-fault', text: ticket.fault }),
    ticket.incident ? h('p', { class: 'ticket-incident', text: `属于 ${ticket.incident}` }) : null,
    standing(ticket)
      ? h('p', { class: 'standing', text: '已挂起，计时暂停' })
      : h('ol', { class: 'clocks' }, ...ticket.clocks.map((clock) => clockItem(clock, clock === running))),
    h(
      'p',
      { class: 'ticket-who' },
      ticket.assignee === null
        ? h('span', { class: 'nobody', text: '还没有人接手' })
        : h(
            'span',
            { class: 'ticket-assignee' },
            avatar(who(ticket.assignee), 'small'),
            ticket.assigneeName ?? who(ticket.assignee).name,
            mine ? h('span', { class: 'chip mine', text: '我的' }) : null,
          ),
      h('time', { datetime: ticket.reportedAt, text: `${dueLabel(Date.parse(ticket.reportedAt), now())} 受理` }),
    ),
  );
}

/** @param {WireClock} clock @param {boolean} first the one that runs out next */
function clockItem(clock, first) {
  const due = Date.parse(clock.due);
  const name = CLOCKS[clock.kind];
  if (clock.done) {
    return h(
      'li',
      { class: clock.late ? 'deadline done was-late' : 'deadline done', data: { clock: clock.kind } },
      h('span', { class: 'deadline-name', text: name }),
      h('span', { class: 'deadline-left', text: clock.late ? '✓ 晚了' : '✓' }),
    );
  }
  const left = h('span', { class: 'deadline-left', data: { due } });
  const item = h(
    'li',
    { class: first ? 'deadline first' : 'deadline', data: { clock: clock.kind } },
    h('span', { class: 'deadline-name', text: `${name} ${dueLabel(due, now())}` }),
    left,
  );
  runClock(left);
  return item;
}

/** Writes what is left on a running clock, red when it is over. @param {HTMLElement} left */
export function runClock(left) {
  const { late, text } = remaining(Number(left.dataset['due']), now());
  if (left.textContent !== text) left.textContent = text;
  left.parentElement?.classList.toggle('late', late);
}
