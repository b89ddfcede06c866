import type { Decision, Effect } from '../decision.js';
import { UNNAMED, type Actor, type Sender, type StaffId, type Ticket, type TicketEvent } from '../model.js';
import { evolveAll } from './evolve.js';
import { HOUR } from './time.js';
import { maySay, ratesFor, type SchoolAct } from './rights.js';
import { isOf } from './same-fault.js';
import { isOpen } from './sla.js';
import { offer } from './offer.js';
import { QUIET, accepted, actorOf, change, type Scene } from './scene.js';

/** Within this a finished ticket can be opened again by its reporter (issue 2). */
export const REOPEN_WITHIN = 48 * HOUR;

/** Who is on it now and ought to hear of it. */
const workerOf = (ticket: Ticket): StaffId | null => (isOpen(ticket) && 'assignee' in ticket ? ticket.assignee : null);

/** Who else but the reporter and those who joined it said so, to be told to the reporter; null: one of themselves. */
const saidBy = (ticket: Ticket, sender: Sender): string | null =>
  isOf(ticket, sender) ? null : sender.name === UNNAMED ? '本校同事' : sender.name;

/** The same as the engineer's message has it; nothing where it is the school's own contact. */
const others = (ticket: Ticket, sender: Sender): { readonly by?: string } => {
  const by = saidBy(ticket, sender);
  return by === null ? {} : { by };
};

const passOn = (
  scene: Scene,
  ticket: Ticket,
  what: Extract<Effect, { kind: 'passed-on' }>['what'],
): readonly Effect[] => {
  const to = workerOf(ticket);
  const own = to !== null && scene.sender.staff === to;
  return to === null || own
    ? []
    : [{ kind: 'passed-on', ticket, what, words: scene.text, ...others(ticket, scene.sender), to }];
};

/** Refused: whoever of the team asks is told whose it is, a school only that it is another's. */
export const notYours = (ticket: Ticket, act: SchoolAct, { role }: Sender): Decision => ({
  kind: 'refused',
  refusal: { kind: 'not-yours', ticket, ...(role === 'reporter' ? { act: act === 'reopen' ? 'urge' : act } : {}) },
});

/** 催单: counted, answered with the state, and passed to the engineer; of a finished ticket only the state is told. */
export const decideUrge = (scene: Scene, ticket: Ticket): Decision => {
  if (!isOpen(ticket))
    return accepted('status', { effects: [{ kind: 'status', tickets: [ticket], at: scene.at, urged: false }] });
  const events: readonly TicketEvent[] = [
    { kind: 'urged', at: scene.now, by: actorOf(scene.sender), text: scene.text },
  ];
  const after = evolveAll(ticket, events);
  return accepted('urged', {
    changes: [change(ticket, events, scene.house.policy)],
    effects: [{ kind: 'status', tickets: [after], at: scene.at, urged: true }, ...passOn(scene, after, 'urge')],
  });
};

/**
 * The reporter says that it works again. With an engineer at work this is the repair confirmed: summary and rating follow. Before
 * anybody took it, the ticket is withdrawn as recovered by itself. A repair already told is confirmed.
 */
export const decideRecovered = (scene: Scene, ticket: Ticket): Decision => {
  const { now, sender, house } = scene;
  const by = actorOf(sender);
  if (!maySay('recovered', ticket, sender)) return notYours(ticket, 'recovered', sender);
  if (ticket.state === 'cancelled' || ticket.state === 'merged')
    return { kind: 'refused', refusal: { kind: 'not-in-state', ticket, act: 'recovered' } };
  if (ticket.state === 'closed')
    return accepted('confirmed', { effects: [{ kind: 'confirmed', ticket, at: scene.at }] });
  const said: TicketEvent = { kind: 'recovered', at: now, by, text: scene.text };
  if (ticket.state === 'resolved') {
    const events: readonly TicketEvent[] = [said];
    return accepted('confirmed', {
      changes: [change(ticket, events, house.policy)],
      effects: [{ kind: 'confirmed', ticket, at: scene.at }],
    });
  }
  if (ticket.state === 'accepted' || ticket.state === 'arrived' || ticket.state === 'suspended') {
    // Whoever repairs what they reported themselves is not asked how they liked it.
    const ask = ticket.reporter.key !== `staff:${ticket.assignee}`;
    const events: readonly TicketEvent[] = [
      said,
      { kind: 'resolved', at: now, by, resolution: `${saidBy(ticket, sender) ?? '报修人'}告知已恢复` },
      ...(ask ? [{ kind: 'asked', at: now, by: 'clock', what: 'rating' } as const] : []),
    ];
    const after = evolveAll(ticket, events);
    const told: readonly Effect[] =
      ticket.assignee === sender.staff
        ? []
        : [
            {
              kind: 'passed-on',
              ticket: after,
              what: 'recovered',
              words: scene.text,
              ...others(ticket, sender),
              to: ticket.assignee,
            },
          ];
    return accepted('recovered', {
      changes: [change(ticket, events, house.policy)],
      effects: [{ kind: 'closure', ticket: after, events, at: scene.at, ask }, ...told],
    });
  }
  return withdrawn(scene, ticket, [said], '已自行恢复', 'recovered');
};

const withdrawn = (
  scene: Scene,
  ticket: Ticket,
  before: readonly TicketEvent[],
  reason: string,
  what: 'recovered' | 'cancelled',
): Decision => {
  const events: readonly TicketEvent[] = [
    ...before,
    { kind: 'cancelled', at: scene.now, by: actorOf(scene.sender), reason },
  ];
  const after = evolveAll(ticket, events);
  const to = workerOf(ticket);
  const told: readonly Effect[] =
    to === null || to === scene.sender.staff
      ? []
      : [{ kind: 'passed-on', ticket: after, what, words: scene.text, ...others(ticket, scene.sender), to }];
  return accepted('withdrawn', {
    changes: [change(ticket, events, scene.house.policy)],
    effects: [{ kind: 'cancelled', ticket: after, by: saidBy(ticket, scene.sender), at: scene.at }, ...told],
    talk: QUIET,
  });
};

/** 撤单, by who reported it, a colleague of the school or the desk; the reporter hears of it. */
export const decideCancel = (scene: Scene, ticket: Ticket): Decision => {
  if (!maySay('cancel', ticket, scene.sender)) return notYours(ticket, 'cancel', scene.sender);
  if (!isOpen(ticket)) return { kind: 'refused', refusal: { kind: 'not-in-state', ticket, act: 'cancel' } };
  return withdrawn(
    scene,
    ticket,
    [],
    scene.facts.words === '' ? `${saidBy(ticket, scene.sender) ?? '报修人'}撤单` : scene.facts.words,
    'cancelled',
  );
};

/** The caller as the log names them, with who entered it. */
const callerOf = ({ reporter }: Ticket, { key, name, role }: Sender): Exclude<Actor, 'clock'> => ({
  key: reporter.key,
  name: reporter.name,
  role: 'reporter',
  via: { key, name, role },
});

/** A rating of a finished ticket; never by the one who repaired it. A bad one (1 or 2) is told to the lead. */
export const decideFeedback = (scene: Scene, ticket: Ticket): Decision => {
  const { facts, now, sender, house } = scene;
  if (ticket.state !== 'resolved' && ticket.state !== 'closed') {
    return { kind: 'refused', refusal: { kind: 'not-in-state', ticket, act: 'feedback' } };
  }
  const repaired = `staff:${ticket.assignee}`;
  if (sender.key === repaired || sender.via?.key === repaired)
    return { kind: 'refused', refusal: { kind: 'own-rating', ticket } };
  const forCaller = ratesFor(ticket, sender);
  if (!forCaller && !maySay('feedback', ticket, sender))
    return { kind: 'refused', refusal: { kind: 'not-yours', ticket, act: 'feedback' } };
  const score = facts.rating;
  if (score !== 1 && score !== 2 && score !== 3 && score !== 4 && score !== 5) {
    return accepted('feedback without a score', {
      effects: scene.addressed ? [{ kind: 'unplaced', at: scene.at }] : [],
    });
  }
  const events: readonly TicketEvent[] = [
    {
      kind: 'rated',
      at: now,
      by: forCaller ? callerOf(ticket, sender) : actorOf(sender),
      rating: { score, words: facts.words },
    },
  ];
  const after = evolveAll(ticket, events);
  const alarm: readonly Effect[] =
    score <= 2 ? [{ kind: 'alarm', ticket: after, to: house.policy.lead, why: { kind: 'unhappy' } }] : [];
  return accepted('rated', {
    changes: [change(ticket, events, house.policy)],
    effects: [{ kind: 'rated', ticket: after, at: scene.at }, ...alarm],
  });
};

/** The repair did not hold: the same ticket, with its history, goes back to the one who knows it (issue 2: within 48 h). */
export const decideReopen = (scene: Scene, ticket: Ticket): Decision => {
  if (ticket.state !== 'resolved' && ticket.state !== 'closed') {
    return { kind: 'refused', refusal: { kind: 'not-in-state', ticket, act: 'report' } };
  }
  if (scene.now - ticket.resolvedAt > REOPEN_WITHIN) return { kind: 'refused', refusal: { kind: 'too-late', ticket } };
  const by = actorOf(scene.sender);
  const { name } = scene.sender;
  const opened = offer(ticket, [{ kind: 'reopened', at: scene.now, by, text: scene.text }], {
    now: scene.now,
    by: 'clock',
    house: scene.house,
    loads: scene.loaded.loads,
    step: 'reopened',
    named: ticket.assignee,
    from: { name, reason: scene.text },
  });
  const after = evolveAll(ticket, opened.events);
  return accepted('reopened', {
    changes: [change(ticket, opened.events, scene.house.policy)],
    effects: [{ kind: 'reopened', ticket: after, at: scene.at }, ...opened.effects],
    talk: QUIET,
  });
};
