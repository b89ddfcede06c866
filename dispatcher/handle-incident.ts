import type { ChatRef, Inbound } from '../bot/gateway.js';
import type { Decision, Place } from './decision.js';
import { bareContext } from './decide/context.js';
import { houseAt } from './decide/attendance.js';
import { decideIncidentOrder } from './decide/incident-order.js';
import { factsOfPress } from './decide/press.js';
import { isOf } from './decide/same-fault.js';
import type { Scene } from './decide/scene.js';
import type { Desk } from './desk.js';
import type { Facts, Sender } from './model.js';
import { INCIDENTS, NOTHING } from './need.js';
import { outcomeOf } from './outcome.js';
import type { Cause, Loaded, Need, Settled } from './ports.js';
import { incidentOrder, type IncidentOrder } from './understand/incident.js';

/** A button under an incident's message: its kind, and the incident's id. */
export type IncidentButton = { readonly kind: 'confirm' | 'split' | 'back' | 'still'; readonly id: string };

/** Read back from `incident-KIND:SJ-…`; null for any other button. */
export const readIncidentButton = (button: string): IncidentButton | null => {
  const [, kind, id = ''] = /^incident-(confirm|split|back|still):(SJ-\d{8}-\d{2,})$/u.exec(button) ?? [];
  return kind === 'confirm' || kind === 'split' || kind === 'back' || kind === 'still' ? { kind, id } : null;
};

/** The order that a button of the lead's is; null for those of the schools. */
export const orderOfButton = ({ kind, id }: IncidentButton): IncidentOrder | null => {
  switch (kind) {
    case 'confirm':
      return { kind: 'confirm', ref: id };
    case 'split':
      return { kind: 'split', ref: id, units: [], unknown: [] };
    case 'back':
    case 'still':
      return null;
  }
};

/** A school's answer to a repair, on the presser's own ticket in that incident; the words are 「好了」 and 「还是不行」. */
export const factsOfAnswer = ({ kind, id }: IncidentButton, sender: Sender, loaded: Loaded): Facts => {
  const own = loaded.tickets.filter((t) => t.incident?.id === id && isOf(t, sender));
  const ticket = own.find((t) => t.state === 'resolved') ?? own[0];
  const facts = factsOfPress('relapse', ticket?.no ?? '');
  const said: Facts = kind === 'still' ? facts : { ...facts, intent: 'recovered', relapse: false };
  return ticket === undefined ? { ...said, tickets: [] } : said;
};

/** The order about an incident in a message of staff; null where it is none. */
export const incidentOrderIn = (inbound: Inbound, sender: Sender, desk: Desk): IncidentOrder | null => {
  if (sender.staff === null) return null;
  const alone = bareContext({ ...sender, unit: null }, true);
  return incidentOrder(inbound.text, (words) => desk.understand(words, alone).units);
};

const needOf = (order: IncidentOrder): Need => ({
  ...NOTHING,
  locks: [INCIDENTS],
  tickets: order.kind === 'merge' ? order.tickets : [],
  storm: { since: Number.MAX_SAFE_INTEGER, incident: order.kind === 'list' ? null : (order.ref ?? 'running') },
});

type Ordered = {
  readonly cause: Cause;
  readonly sender: Sender;
  readonly user: string;
  readonly at: Place;
  readonly home: ChatRef;
  readonly text: string;
};

/** One order, typed or pressed, decided on the incidents as they are, in one transaction. seen: told of the decision. */
export const handleIncidentOrder = (
  order: IncidentOrder,
  by: Ordered,
  desk: Desk,
  seen: (decision: Decision, now: number) => void = () => undefined,
): Promise<Settled> =>
  desk.recorder.decide(by.cause, needOf(order), (loaded) => {
    const { sender, user, at, home, text } = by;
    const facts = factsOfPress('pick', '');
    const { now } = loaded;
    const house = houseAt(desk.house, loaded.rota, now);
    const scene: Scene = { now, house, loaded, sender, facts, text, addressed: true, at, user, home };
    const decision = decideIncidentOrder(scene, order);
    seen(decision, now);
    return outcomeOf(decision, at, sender, { ...desk, house, now });
  });
