/**
 * What the browser remembers between visits: who speaks, which strangers there are, what was seen.
 * @import { Seen } from './chats.js'
 * @typedef {{ me: string, strangers: readonly string[], seen: Seen | null }} Kept
 */

const KEY = 'tongzhou-dispatch';

/** @returns {Kept} nothing where there is nothing or where it may not be read */
export function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { me: kept.me ?? '', strangers: kept.strangers ?? [], seen: kept.seen ?? null };
  } catch {
    return { me: '', strangers: [], seen: null };
  }
}

/** @param {Kept} kept */
export function remember(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A private window may refuse; then nothing is remembered.
  }
}
