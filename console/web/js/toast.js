import { byId, h } from './dom.js';

const SHOWN_MS = 5000;

/** Says something for a moment; an error in its own words and colour. @param {unknown} what */
export function toast(what) {
  const wrong = what instanceof Error;
  const note = h('p', { class: wrong ? 'toast wrong' : 'toast', text: wrong ? what.message : String(what) });
  byId('toasts').append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}
