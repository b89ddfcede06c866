/** Where one types: who speaks, ready-made sentences, the message that is answered, the words. */
import { replyTo } from './actions.js';
import * as api from './api.js';
import { avatar } from './avatar.js';
import { byId, h, keep } from './dom.js';
import { openPeople } from './people.js';
import { chipOf } from './roles.js';
import { state, who } from './store.js';
import { toast } from './toast.js';
import { snippet } from './words.js';

const field = /** @type {HTMLTextAreaElement} */ (byId('say'));
const send = /** @type {HTMLButtonElement} */ (byId('send'));
const LIMIT = 10_000;

/** The message under way: sent again under the same id if the answer was lost, so that it is said once. */
let pending = { words: '', id: '' };

/** An id for one message; crypto.randomUUID is missing where the page is not served from this machine. */
const newId = () => `web-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('')}`;

/** Puts words into the field, ready to be sent. @param {string} words */
export function say(words) {
  field.value = words;
  grow();
  field.focus();
}

function grow() {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
  send.disabled = field.value.trim() === '';
}

async function submit() {
  const text = field.value.trim();
  if (text === '' || field.readOnly) return;
  if (text.length > LIMIT) return toast(new Error(`一条消息最长 ${LIMIT} 个字，请分几条发。`));
  const { me, chat, replyTo: answered } = state;
  const words = JSON.stringify([me, chat, answered, text]);
  if (pending.words !== words) pending = { words, id: newId() };
  field.readOnly = true;
  send.disabled = true;
  try {
    await api.post({ from: me, text, chat, ...(answered && { replyTo: answered }), id: pending.id });
    pending = { words: '', id: '' };
    field.value = '';
    if (state.replyTo === answered) replyTo(null);
  } catch (error) {
    toast(error);
  } finally {
    field.readOnly = false;
    grow();
    field.focus();
  }
}

/** Listens to the field. */
export function startComposer() {
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.replyTo !== null) replyTo(null);
    // While a Chinese word is being composed Enter chooses the word (229: browsers that say so only by the key's code).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void submit();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  byId('speaker').addEventListener('click', openPeople);
  grow();
}

/** Draws all but the words. */
export function drawComposer() {
  const me = who(state.me);
  byId('composer').hidden = !state.playground;
  keep(byId('speaker'), [me], {
    key: () => 'me',
    look: (person) => JSON.stringify(person),
    make: (person) =>
      h(
        'span',
        { class: 'speaker-in' },
        avatar(person, 'small'),
        h('span', { class: 'unseen', text: '说话人：' }),
        h('span', { class: 'speaker-name', text: person.name }),
        h('span', { class: 'speaker-title', text: chipOf(person) }),
        h('span', { class: 'speaker-turn', 'aria-hidden': 'true', text: '换人' }),
      ),
  });
  field.placeholder = state.chat === 'group' ? '在群里说…' : '对小通说…';
  drawSamples();
  drawReplying();
}

function drawSamples() {
  const me = who(state.me);
  const role = me.role === 'stranger' ? 'reporter' : me.role;
  const fitting = state.samples.filter(
    (sample) => sample.role === role && (!sample.chat || sample.chat === state.chat),
  );
  keep(byId('samples'), fitting, {
    key: ({ text }) => text,
    look: () => me.id,
    make: ({ text }) =>
      h('button', {
        class: 'sample',
        type: 'button',
        title: text,
        text: snippet(text, 24),
        on: { click: () => say(text) },
      }),
  });
}

function drawReplying() {
  const place = byId('replying');
  const answered = state.replyTo === null ? undefined : state.messages.get(state.replyTo);
  place.hidden = answered === undefined;
  keep(place, answered ? [answered] : [], {
    key: ({ id }) => id,
    look: ({ text }) => text,
    make: ({ from, text }) =>
      h(
        'div',
        { class: 'replying-in' },
        h('span', { class: 'replying-words', text: `回复 ${who(from).name}：${snippet(text)}` }),
        h('button', {
          class: 'close',
          type: 'button',
          'aria-label': '不回复这条',
          text: '✕',
          on: { click: () => replyTo(null) },
        }),
      ),
  });
  if (answered && document.activeElement === document.body) field.focus();
}
