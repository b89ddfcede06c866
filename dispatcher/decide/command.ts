import type { Decision } from '../decision.js';
import type { Command, Role, Ticket } from '../model.js';
import { underGuarantee } from './guarantee-phase.js';
import { assertNever } from './never.js';
import { figuresOf } from './figures.js';
import { byPriority } from './priority.js';
import { isOf } from './same-fault.js';
import { accepted, type Scene } from './scene.js';
import { isOpen } from './sla.js';

/** Who sees the whole desk: staff and 甲方; a school sees its own. */
const SEES_ALL: readonly Role[] = ['desk', 'lead', 'manager', 'client'];

/** Which open tickets a command has to see at all: everybody's, or only the sender's. */
export const needsAllOpen = (command: Command | null): boolean =>
  command === 'waiting' || command === 'today' || command === 'progress';

const mine = (scene: Scene): readonly Ticket[] => {
  const { sender, loaded } = scene;
  return loaded.tickets.filter(
    (t) => isOpen(t) && (isOf(t, sender) || ('assignee' in t && sender.staff !== null && t.assignee === sender.staff)),
  );
};

const ticketsFor = (command: Command, scene: Scene): readonly Ticket[] => {
  const open = scene.loaded.tickets.filter(isOpen);
  switch (command) {
    case 'mine':
      return mine(scene);
    case 'progress':
      return SEES_ALL.includes(scene.sender.role) ? open : mine(scene);
    case 'waiting':
      return open.filter((t) => t.state === 'unassigned' || t.state === 'offered');
    case 'today':
    case 'help':
    case 'hello':
    case 'duty':
      return [];
    default:
      return assertNever(command);
  }
};

/** A command is answered where it was asked and changes nothing. Lists stand in the contract's order of work. */
export const decideCommand = (scene: Scene, command: Command): Decision => {
  const { sender, house, loaded, now, at } = scene;
  if ((command === 'waiting' || command === 'today') && sender.staff === null) {
    return { kind: 'refused', refusal: { kind: 'role', act: 'query' } };
  }
  const guaranteed = underGuarantee(loaded.guarantees, now);
  const tickets = [...ticketsFor(command, scene)].sort(byPriority(house.units, house.policy, guaranteed));
  const day = command === 'today' ? figuresOf(loaded.tickets, house, now) : null;
  return accepted(`command ${command}`, { effects: [{ kind: 'answer', command, tickets, at, day }] });
};
