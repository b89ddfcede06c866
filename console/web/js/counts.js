/** The badges of the tabs, and what the page tells about itself by data attributes (styles and the headless check read them). */
import { directChats, openPings, overdue } from './chats.js';
import { badge } from './format.js';
import { allMessages, now, state } from './store.js';

/** Draws badges, the current tab, and the page's own state. */
export function drawCounts() {
  const messages = allMessages();
  const unread = directChats(messages, state.seen).reduce((sum, chat) => sum + chat.unread, 0);
  const pings = openPings(messages, state.seen).filter(({ id }) => id !== state.me);
  const late = state.tickets.some((ticket) => overdue(ticket, now()));
  show('group', state.chat === 'group' ? 0 : pings.length, '人被 @');
  show('direct', unread, '条未读');
  show('board', state.tickets.length, '张未完', late);

  const root = document.documentElement.dataset;
  root['ready'] = String(state.loaded && state.people.length > 0);
  root['online'] = String(state.online);
  root['me'] = state.me;
  root['chat'] = state.chat;
  root['pane'] = state.pane;
  for (const button of document.querySelectorAll('[data-go]')) {
    const place = /** @type {HTMLElement} */ (button).dataset['go'];
    const within = button.closest('.tabs') ? (state.pane === 'board' ? 'board' : state.chat) : state.chat;
    if (place === within) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

/** @param {string} name @param {number} count @param {string} unit @param {boolean} [late] */
function show(name, count, unit, late = false) {
  for (const element of document.querySelectorAll(`[data-count="${name}"]`)) {
    const place = /** @type {HTMLElement} */ (element);
    place.hidden = count === 0;
    place.textContent = badge(count);
    place.setAttribute('aria-label', `${count} ${unit}`);
    place.classList.toggle('quiet', name === 'board' && !late);
  }
}
