/** Everything an order about leave, duty or the reserve may look at. Types, and what every order does with them. */
import type { ChatRef } from '../../bot/gateway.js';
import type { Place } from '../decision.js';
import type { Instant, Sender } from '../model.js';
import type { Loaded } from '../ports.js';
import type { RotaDecision, RotaFault } from './rota-decision.js';
import type { House } from './scene.js';

export type RotaScene = {
  readonly now: Instant;
  /** As it is configured, without the rota: each decision makes its own `houseAt`. */
  readonly house: House;
  readonly loaded: Loaded;
  readonly sender: Sender;
  readonly at: Place;
  /** The group in which it is spoken of. */
  readonly home: ChatRef;
  /** Platform ids of the people that the message mentions, in order. */
  readonly mentions: readonly string[];
  /** The id that an entry made by the order gets. */
  readonly id: string;
};

/** Nothing changes, and why. */
export const faulted = (fault: RotaFault, { at }: RotaScene): RotaDecision => ({
  changed: [],
  changes: [],
  effects: [],
  told: [{ kind: 'rota-fault', fault, at }],
  note: `rota refused: ${fault.kind}`,
});
