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

/** One press of a button under a message; a refusal is shown. @param {string} message @param {string} button */
export async function press(message, button) {
  try {
    await api.press({ from: state.me, message, button });
  } catch (error) {
    toast(error);
  }
}

/** @param {number} ms @param {string} done what to say afterwards */
export async function advance(ms, done) {
  try {
    setClock((await api.advance(ms)).now);
    toast(done);
  } catch (error) {
    toast(error);
  }
}
