import type { Decision } from '../decision.js';
import type { In, Ticket } from '../model.js';
import { ask } from './choice.js';
import { accepted, type Scene } from './scene.js';
import { decideWork } from './work.js';

type Mine = In<'offered' | 'accepted' | 'arrived' | 'suspended'>;

const isMine = (ticket: Ticket, { sender }: Scene): ticket is Mine =>
  (ticket.state === 'offered' ||
    ticket.state === 'accepted' ||
    ticket.state === 'arrived' ||
    ticket.state === 'suspended') &&
  ticket.assignee === sender.staff;

/** The sender's own jobs that the word can be about: those named or quoted, else all. */
const jobs = (scene: Scene): readonly Mine[] => {
  const { facts, loaded } = scene;
  const mine = loaded.tickets.filter((t) => isMine(t, scene));
  if (facts.tickets.length > 0)
    return mine.filter((t) => facts.tickets.some((ref) => t.no === ref || t.no.endsWith(`-${ref}`)));
  const quoted = loaded.tickets.find((t) => t.id === loaded.quoted?.ticket);
  return quoted === undefined ? mine : mine.filter((t) => t.id === quoted.id);
};

/** Is it repaired? Asked of one job; 是的 answers it, and so does 办结. */
const askWhether = (scene: Scene, ticket: Mine): Decision =>
  accepted('asked whether it is repaired', {
    effects: [{ kind: 'whether', ticket, at: scene.at }],
    talk: {
      draft: scene.loaded.talk.draft,
      choice: { facts: { ...scene.facts, intent: 'resolve', bare: null }, options: [ticket.id], at: scene.now },
    },
  });

const resume = (scene: Scene, suspended: readonly Mine[]): Decision | null => {
  const facts = { ...scene.facts, intent: 'resume', bare: null } as const;
  const [only, ...more] = suspended;
  if (only === undefined) return null;
  return more.length === 0 ? decideWork({ ...scene, facts }, 'resume', only) : ask({ ...scene, facts }, suspended);
};

/**
 * 恢复, 恢复了, 好了 of an engineer and nothing else. With a suspended job of his 恢复 goes on with it; without one it can only mean that the
 * network is back, which ends a contract's clock and is asked first. A bare word never finishes what is suspended. Null: this is no such
 * word, or is clear.
 */
export const decideBareWord = (scene: Scene): Decision | null => {
  const { bare } = scene.facts;
  if (bare === null || bare === 'yes' || scene.sender.staff === null) return null;
  const mine = jobs(scene);
  const suspended = mine.filter((t) => t.state === 'suspended');
  const atWork = mine.filter((t) => t.state !== 'suspended');
  const [only, ...more] = mine;
  if (bare === 'well') return only?.state === 'suspended' && more.length === 0 ? askWhether(scene, only) : null;
  const resumed = resume(scene, suspended);
  if (resumed !== null) return resumed;
  const [job, ...others] = atWork;
  if (job === undefined) return null;
  return others.length === 0
    ? askWhether(scene, job)
    : ask({ ...scene, facts: { ...scene.facts, intent: 'resolve', bare: null } }, atWork);
};
