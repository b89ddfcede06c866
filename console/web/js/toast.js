import { byId, h } from './dom.js';

/** How long a word and how long a refusal stands, in ms: a refusal has to be read. */
const SHOWN_MS = { word: 2500, wrong: 6000 };

/** Says something for a moment; an error in its own words and colour. @param {unknown} what */
export function toast(what) {
  const wrong = what instanceof Error;
  const note = h('p', { class: wrong ? 'toast wrong' : 'toast', text: wrong ? what.message : String(what) });
  byId('toasts').replaceChildren(note);
  setTimeout(() => note.remove(), wrong ? SHOWN_MS.wrong : SHOWN_MS.word);
}
