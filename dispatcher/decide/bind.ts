import type { Change, Effect, Place } from '../decision.js';
import type { Sender, Ticket } from '../model.js';
import type { Loaded } from '../ports.js';
import type { Binding } from '../understand/binding.js';
import { blankFacts } from './blank-facts.js';
import { faulty, type DeskDecision } from './desk-decision.js';
import type { House, Scene } from './scene.js';
import { isOpen } from './sla.js';
import { decideSupplement } from './supplement.js';
import { whoIs, type Person, type Pointer } from './who.js';

export type BindScene = {
  readonly house: House;
  readonly loaded: Loaded;
  readonly sender: Sender;
  readonly people: readonly Person[];
  readonly pointer: Pointer;
  readonly text: string;
  readonly at: Place;
};

/** The one bound, with the desk that speaks for them. */
const principal = (person: Person, order: Binding, { sender }: BindScene): Sender => ({
  key: person.key,
  name: person.name,
  role: 'reporter',
  staff: null,
  unit: order.unit,
  phone: order.phone ?? person.phone,
  via: { key: sender.key, name: sender.name, role: sender.role },
});

/** A ticket that waited for its unit gets it, as if its reporter had answered; the next question goes to the reporter. */
const completed = (ticket: Ticket, person: Person, order: Binding, asks: boolean, scene: BindScene) => {
  const { house, loaded, text } = scene;
  const { reporter, home } = ticket;
  const here = reporter.chat.channel === scene.at.chat.channel && reporter.chat.id === scene.at.chat.id;
  const told: Scene = {
    now: loaded.now,
    house,
    loaded,
    sender: principal({ ...person, name: reporter.name }, order, scene),
    facts: blankFacts('supplement', { unit: order.unit, units: [order.unit], phone: order.phone }),
    text,
    addressed: true,
    at: { chat: reporter.chat, replyTo: here ? scene.at.replyTo : null },
    user: reporter.user,
    home,
  };
  return decideSupplement(told, ticket, asks);
};

/**
 * Somebody is bound to a school by the desk: what they report from now on is that school's, and what waited for it goes out. The
 * name that the order tells counts where none is known, or where it comes beside an id.
 */
export const decideBind = (order: Binding, scene: BindScene): DeskDecision => {
  const { loaded, house, people, pointer, at } = scene;
  const open = loaded.tickets.filter(isOpen);
  const person = whoIs(pointer, people, open, house.staff);
  if ('kind' in person) return faulty(person, at);
  const name = order.name ?? person.name;
  const waiting = open.filter((t) => t.reporter.key === person.key && t.unit === null && t.asked === 'unit');
  const steps = waiting.map((ticket, index) => completed(ticket, { ...person, name }, order, index === 0, scene));
  const changes: readonly Change[] = steps.flatMap((step) => (step.kind === 'accepted' ? step.changes : []));
  const effects: readonly Effect[] = steps.flatMap((step) => (step.kind === 'accepted' ? step.effects : []));
  const told = waiting.some((t) => t.reporter.chat.channel === at.chat.channel && t.reporter.chat.id === at.chat.id);
  const former = person.unit === order.unit ? null : person.unit;
  return {
    changes,
    effects,
    // The receipt that stands in the same chat says the school already (voice.md 2).
    desk: told ? [] : [{ kind: 'bound', name, unit: order.unit, former, at }],
    learnt: { person: person.key, name, unit: order.unit, phone: order.phone },
    note: 'bound to a unit',
  };
};
