/**
 * Choosing who speaks: a column beside the chat where there is room, a sheet where there is not.
 * @import { Who } from './roles.js'
 */
import { become, becomeStranger } from './actions.js';
import { avatar } from './avatar.js';
import { directChats, openPings } from './chats.js';
import { byId, h, keep } from './dom.js';
import { badge } from './format.js';
import { groups, idFault, ROLE_NAMES } from './roles.js';
import { allMessages, state } from './store.js';
import { toast } from './toast.js';

const sheet = /** @type {HTMLDialogElement} */ (byId('people-sheet'));
const column = byId('people-column');

/** Opens the sheet, or brings the column to mind where there is one. */
export function openPeople() {
  if (column.offsetParent !== null) {
    column.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
    /** @type {HTMLElement | null} */ (column.querySelector('[aria-pressed="true"]'))?.focus();
    return;
  }
  sheet.showModal();
  sheet.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'center' });
}

/** @param {Who} person */
function titleOf({ role, title }) {
  if (role === 'desk' || role === 'lead' || role === 'manager' || role === 'client') return ROLE_NAMES[role];
  return title;
}

/** @typedef {{ pings: number, unread: number }} News */

/** @param {Who} person @param {News} news */
function personButton(person, { pings, unread }) {
  const news = [pings > 0 && `被 @ ${pings} 次`, unread > 0 && `私聊 ${unread} 条未读`].filter(Boolean).join('，');
  return h(
    'button',
    {
      class: 'person',
      type: 'button',
      'aria-pressed': String(person.id === state.me),
      data: { person: person.id, role: person.role },
      title: news,
      on: {
        click: () => {
          become(person.id);
          sheet.close();
        },
      },
    },
    avatar(person),
    h(
      'span',
      { class: 'person-words' },
      h('span', { class: 'person-name', text: person.name }),
      h('span', { class: 'person-title', text: titleOf(person) }),
    ),
    pings > 0 ? h('span', { class: 'at', 'aria-label': `被 @ ${pings} 次`, text: '@' }) : null,
    unread > 0 ? h('span', { class: 'count', 'aria-label': `私聊 ${unread} 条未读`, text: badge(unread) }) : null,
  );
}

function strangerForm() {
  const field = h('input', {
    class: 'stranger-id',
    type: 'text',
    placeholder: '随便写一个编号',
    maxlength: 64,
    autocomplete: 'off',
    'aria-label': '陌生人的编号',
  });
  return h(
    'form',
    {
      class: 'stranger-form',
      on: {
        submit: (/** @type {Event} */ event) => {
          event.preventDefault();
          const fault = idFault(field.value);
          if (fault !== null) return toast(new Error(fault));
          becomeStranger(field.value.trim());
          field.value = '';
          sheet.close();
        },
      },
    },
    field,
    h('button', { class: 'plain', type: 'submit', text: '用他说话' }),
  );
}

/** @param {HTMLElement} place */
function build(place) {
  const lists = h('div', { class: 'people-lists' });
  place.append(
    h(
      'header',
      { class: 'people-head' },
      h('h2', { text: '以谁的身份' }),
      h('button', {
        class: 'close',
        type: 'button',
        'aria-label': '关闭',
        text: '✕',
        on: { click: () => sheet.close() },
      }),
    ),
    lists,
    strangerForm(),
  );
  return lists;
}

const places = [build(column), build(sheet)];

/** Draws the column and the sheet. */
export function drawPeople() {
  const messages = allMessages();
  const pings = new Map(openPings(messages, state.seen).map(({ id, count }) => [id, count]));
  const unread = new Map(directChats(messages, state.seen).map((chat) => [chat.id, chat.unread]));
  const spoken = messages.map(({ from }) => from);
  const all = groups(state.people, state.loaded ? [...state.strangers, ...spoken] : []);
  const shown = all.filter(({ people }) => people.length > 0);
  for (const place of places) {
    keep(place, shown, {
      key: ({ name }) => name,
      look: () => '',
      make: ({ name }) =>
        h('section', { class: 'people-group' }, h('h3', { text: name }), h('div', { class: 'people-members' })),
    });
    shown.forEach(({ people }, index) => {
      const members = /** @type {HTMLElement} */ (place.children[index]?.lastElementChild);
      /** @param {Who} person @returns {News} */
      const newsOf = ({ id }) => ({ pings: pings.get(id) ?? 0, unread: unread.get(id) ?? 0 });
      keep(members, people, {
        key: ({ id }) => id,
        look: (person) => JSON.stringify([person, person.id === state.me, newsOf(person)]),
        make: (person) => personButton(person, newsOf(person)),
      });
    });
  }
}

/** A press beside the sheet closes it. */
export function startPeople() {
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
}
