/** Bringing something into view, wherever on the page it is. */
import { go } from './actions.js';
import { directOf } from './chats.js';
import { allMessages, change, state } from './store.js';
import { toast } from './toast.js';

const FLASH_MS = 1600;

/** After the views are drawn. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

/** @param {string} selector */
async function flash(selector) {
  await drawn();
  const element = document.querySelector(selector);
  if (element === null) return false;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  element.classList.add('flash');
  setTimeout(() => element.classList.remove('flash'), FLASH_MS);
  return true;
}

/** Goes to a message, in the chat it is in. @param {string} id */
export async function showMessage(id) {
  const message = state.messages.get(id);
  if (message === undefined) return;
  const direct = directOf(message);
  if (direct !== null) change({ me: direct });
  go(direct === null ? 'group' : 'direct');
  await flash(`[data-message="${CSS.escape(id)}"]`);
}

/** Goes to a ticket on the board, if it is still open. @param {string} no */
export async function showTicket(no) {
  if (!state.tickets.some((ticket) => ticket.no === no)) return toast(`${no} 已经不在未完工单里`);
  go('board');
  await flash(`.ticket[data-ticket="${CSS.escape(no)}"]`);
}

/** Goes to the last word in the group about a ticket. @param {string} no */
export async function showTalk(no) {
  const last = allMessages().findLast((message) => message.ticket === no && directOf(message) === null);
  if (last === undefined) return toast(`群里还没有说到 ${no}`);
  await showMessage(last.id);
}
