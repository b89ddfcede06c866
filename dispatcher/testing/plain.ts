import type { Span } from '../../bot/gateway.js';
import type { Said } from '../ports.js';

/** A message's words as a person reads them; a live mention stands as `[@name]`, so that a test sees which mentions are live. */
export const plain = (spans: readonly Span[]): string =>
  spans.map((s) => (typeof s === 'string' ? s : `[@${s.name}]`)).join('');

/** The words of a said message. */
export const wordsOf = (said: Said): string => plain(said.outbound.spans);

/** Where it goes, in short: `group` or `direct:ID`. */
export const placeOf = ({ outbound: { chat } }: Said): string =>
  chat.kind === 'group' ? 'group' : `direct:${chat.id}`;

/** User ids that a message mentions live. */
export const mentionsIn = (said: Said): readonly string[] =>
  said.outbound.spans.flatMap((s) => (typeof s === 'string' ? [] : [s.mention]));
