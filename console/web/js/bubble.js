/**
 * One message.
 * @import { WireMessage } from '../../wire.js'
 * @typedef {{ kind: 'message', message: WireMessage, follows: boolean } | { kind: 'time', at: number, label: string }} Line
 */
import { become, press, replyTo } from './actions.js';
import { avatar } from './avatar.js';
import { BOT } from './chats.js';
import { h } from './dom.js';
import { hm } from './format.js';
import { BOT_PERSON, chipOf } from './roles.js';
import { showMessage, showTicket } from './reveal.js';
import { state, who } from './store.js';
import { SIGNS, snippet, tokens } from './words.js';

/** @param {WireMessage} message @param {boolean} follows the same person spoke just before */
export function bubble(message, follows) {
  const author = who(message.from);
  const mine = message.from === state.me;
  const at = Date.parse(message.at);
  const pinged = message.mentions.includes(state.me);
  const kind = [mine && 'mine', follows && 'follows', message.from === BOT && 'by-bot', pinged && 'for-me'];
  return h(
    'li',
    {
      class: ['message', ...kind].filter(Boolean).join(' '),
      data: {
        message: message.id,
        n: message.n,
        from: message.from,
        ticket: message.ticket,
        mentions: message.mentions.join(' '),
      },
    },
    follows ? h('span', { class: 'avatar-gap' }) : avatar(author),
    h(
      'div',
      { class: 'message-body' },
      follows
        ? null
        : h(
            'div',
            { class: 'message-head' },
            h('span', { class: 'message-name', text: author.name }),
            h('span', { class: `chip ${author.role}`, text: chipOf(author) }),
            h('time', { datetime: message.at, text: hm(at) }),
          ),
      h(
        'div',
        { class: 'bubble', on: { click: (/** @type {MouseEvent} */ event) => tapped(event, message.id) } },
        quote(message),
        words(message),
        buttons(message),
      ),
      h('button', {
        class: 'reply',
        type: 'button',
        text: '回复',
        'aria-label': `回复${author.name}：${snippet(message.text, 20)}`,
        on: { click: () => replyTo(message.id) },
      }),
    ),
  );
}

/** A tap on a message answers it, unless it was on a control or words were being selected. @param {MouseEvent} event @param {string} id */
function tapped(event, id) {
  const on = /** @type {Element} */ (event.target);
  if (on.closest('button, a') || String(getSelection()) !== '') return;
  replyTo(id);
}

/** @param {WireMessage} message */
function quote(message) {
  if (message.replyTo === undefined) return null;
  const quoted = state.messages.get(message.replyTo);
  if (quoted === undefined) return h('p', { class: 'quote', text: '更早的消息' });
  const { name } = who(quoted.from);
  const id = quoted.id;
  return h('button', {
    class: 'quote',
    type: 'button',
    title: '看原消息',
    text: `${name}：${snippet(quoted.text)}`,
    on: { click: () => showMessage(id) },
  });
}

/** @param {WireMessage} message */
function words(message) {
  const mentioned = message.mentions.map((id) => ({ id, name: who(id).name }));
  const parts = tokens(message.text, mentioned, BOT_PERSON).map((token) => {
    if (token.kind === 'text') return token.text;
    if (token.kind === 'sign') {
      const sign = SIGNS[/** @type {keyof typeof SIGNS} */ (token.text)];
      return h('span', { class: `sign ${sign}`, text: token.text });
    }
    if (token.kind === 'ticket') return link('no', token.text, '看工单', () => showTicket(token.text));
    const { id } = token;
    if (id === BOT || id === state.me) return h('span', { class: 'mention', text: token.text });
    return link('mention', token.text, `换成${who(id).name}来说`, () => become(id));
  });
  return h('p', { class: 'words' }, ...parts);
}

/**
 * Words that can be pressed. A link and not a button, so that lines break in it and around it as in any text.
 * @param {string} name @param {string} text @param {string} title @param {() => void} press
 */
function link(name, text, title, press) {
  /** @param {Event} event */
  const click = (event) => {
    event.preventDefault();
    press();
  };
  return h('a', { class: name, href: '#', title, text, on: { click } });
}

/** @param {WireMessage} message */
function buttons(message) {
  if (!message.buttons) return null;
  const pressing = message.buttons.map(({ id, label }, index) => {
    const button = h('button', {
      class: index === 0 ? 'answer first' : 'answer',
      type: 'button',
      text: label,
      data: { button: id },
      on: {
        click: async () => {
          button.disabled = true;
          await press(message.id, id);
          button.disabled = false;
        },
      },
    });
    return button;
  });
  const other = message.mentions.find((id) => id !== BOT);
  const swap =
    other !== undefined && !message.mentions.includes(state.me)
      ? h('button', {
          class: 'swap',
          type: 'button',
          text: `换成${who(other).name}`,
          data: { become: other },
          on: { click: () => become(other) },
        })
      : null;
  return h('div', { class: 'answers' }, ...pressing, swap);
}
