/** What a person can do on the page. */
import * as api from './api.js';
import { change, setClock, state } from './store.js';
import { toast } from './toast.js';

/** Speak and look as somebody. @param {string} me */
export function become(me) {
  change({ me, replyTo: null });
}

/** @param {'group' | 'direct' | 'board'} place */
export function go(place) {
  if (place === 'board') return change({ pane: 'board' });
  change({ pane: 'chat', chat: place, ...(place !== state.chat && { replyTo: null }) });
}

/** @param {string} id a new or known stranger */
export function becomeStranger(id) {
  change({ strangers: [...new Set([...state.strangers, id])] });
  become(id);
}

/** @param {string | null} message the id of the message to answer, null for none */
export function replyTo(message) {
  change({ replyTo: message });
}

/** One press of a button under a message; its answer is shown. @param {string} message @param {string} button */
export async function press(message, button) {
  try {
    const { toast: words } = await api.press({ from: state.me, message, button });
    if (words) toast(words);
  } catch (error) {
    toast(error);
  }
}

/** Moves the clock on; false where that was refused. @param {number} ms */
export async function advance(ms) {
  try {
    setClock((await api.advance(ms)).now);
    return true;
  } catch (error) {
    toast(error);
    return false;
  }
}
