import type { Decision } from '../decision.js';
import type { Intent, Ticket } from '../model.js';
import { ask } from './choice.js';
import { REOPEN_WITHIN, decideReopen } from './reporter.js';
import { maySay } from './rights.js';
import { isOf, tellsSame } from './same-fault.js';
import type { Scene } from './scene.js';
import { isOpen } from './sla.js';

/**
 * The finished tickets that 「还是不行」 can be about: the one named or quoted, however old; else the sender's own of the last 48 h,
 * where a fault told with it only those of the same fault: a new one is never glued to an old.
 */
const relapsesOf = (scene: Scene): readonly Ticket[] => {
  const { loaded, sender, facts, now } = scene;
  const finished = loaded.tickets.filter((t) => t.state === 'resolved' || t.state === 'closed');
  const named = finished.filter((t) =>
    facts.tickets.length > 0
      ? facts.tickets.some((ref) => t.no === ref || t.no.endsWith(`-${ref}`))
      : t.id === loaded.quoted?.ticket,
  );
  const pointed = facts.tickets.length > 0 || loaded.tickets.some((t) => t.id === loaded.quoted?.ticket);
  if (pointed) return named.filter((t) => maySay('reopen', t, sender));
  return finished.filter(
    (t) =>
      isOf(t, sender) &&
      now - t.resolvedAt <= REOPEN_WITHIN &&
      (facts.faults.length === 0 || facts.faults.some((fault) => tellsSame(t, fault, facts.unit ?? sender.unit))),
  );
};

/** Words in which 「还是不行」 can mean that a repair did not hold; a question or a thanks does not. */
const TELLS_RELAPSE: readonly Intent[] = ['report', 'supplement', 'urge', 'feedback', 'chatter'];

/** 「还是不行」, to the finished ticket it is about; asked where several, or an open one as well, could be meant. Null: none is. */
export const decideRelapse = (scene: Scene): Decision | null => {
  const { facts, loaded, sender } = scene;
  if (!facts.relapse || !TELLS_RELAPSE.includes(facts.intent)) return null;
  const finished = relapsesOf(scene);
  const [only] = finished;
  if (only === undefined) return null;
  const open = loaded.tickets.filter((t) => isOpen(t) && isOf(t, sender));
  const pointed = facts.tickets.length > 0 || loaded.quoted?.ticket === only.id;
  if (facts.faults.length > 0 && !pointed && sameAsOpen(scene, open)) return null;
  const options = pointed || facts.faults.length > 0 ? finished : [...open, ...finished];
  return options.length === 1 ? decideReopen(scene, only) : ask(scene, options);
};

const sameAsOpen = ({ facts, sender }: Scene, open: readonly Ticket[]): boolean =>
  open.some((t) => facts.faults.some((fault) => tellsSame(t, fault, facts.unit ?? sender.unit)));
