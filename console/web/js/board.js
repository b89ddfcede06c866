/** The open tickets beside the chat, and their running clocks. */
import { inOrder, overdue } from './chats.js';
import { byId, keep } from './dom.js';
import { drawEmptyBoard } from './empty.js';
import { dayOf } from './format.js';
import { now, state } from './store.js';
import { runClock, ticketCard } from './ticket.js';

const list = byId('tickets');

/** Draws the board. */
export function drawBoard() {
  const tickets = inOrder(state.tickets);
  const today = dayOf(now());
  const names = state.people.length;
  keep(list, tickets, {
    key: ({ no }) => no,
    look: (ticket) => JSON.stringify([ticket, ticket.assignee === state.me, today, names]),
    make: ticketCard,
  });
  drawEmptyBoard(tickets.length === 0);
  runClocks();
}

/** Moves every running clock on; called each second and when the clock was moved. */
export function runClocks() {
  for (const left of list.querySelectorAll('[data-due]')) runClock(/** @type {HTMLElement} */ (left));
  const late = state.tickets.filter((ticket) => overdue(ticket, now())).length;
  const sum = byId('board-sum');
  const text = state.tickets.length === 0 ? '' : `${state.tickets.length} 张${late > 0 ? `，${late} 张超时` : ''}`;
  if (sum.textContent !== text) sum.textContent = text;
  sum.classList.toggle('late', late > 0);
}
