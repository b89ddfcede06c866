import type { House } from '../decide/scene.js';
import type { Instant } from '../model.js';
import type { Mentions } from './message.js';

/** What the words depend on besides the effect itself. */
export type Stage = { readonly now: Instant; readonly house: House; readonly mentions: Mentions };
