import type { ChannelId } from '../bot/gateway.js';
import type { Decision, Effect, Place } from './decision.js';
import type { House } from './decide/scene.js';
import type { Instant, Sender } from './model.js';
import type { Outcome } from './ports.js';
import type { Mentions } from './say/message.js';
import { say } from './say/say.js';

type Voice = {
  readonly now: Instant;
  readonly house: House;
  readonly mentions: Mentions;
  readonly channels: readonly ChannelId[];
};

/**
 * A decision as the record writes it: its changes, and its words. A refusal changes nothing and is said where the act was tried.
 * sender: whose reporter's memory is learnt; null for clock-driven decisions.
 */
export const outcomeOf = (decision: Decision, at: Place | null, sender: Sender | null, voice: Voice): Outcome => {
  const stage = { now: voice.now, house: voice.house, mentions: voice.mentions };
  if (decision.kind === 'refused') {
    const effects: readonly Effect[] = at === null ? [] : [{ kind: 'refusal', refusal: decision.refusal, at }];
    return {
      changes: [],
      says: say(effects, stage, voice.channels),
      talk: null,
      learnt: null,
      rota: [],
      guarantees: [],
      incidents: [],
      note: `refused: ${decision.refusal.kind}`,
    };
  }
  const { learnt } = decision;
  return {
    changes: decision.changes,
    says: say(decision.effects, stage, voice.channels),
    talk: decision.talk,
    learnt: learnt === null || sender === null ? null : { person: sender.key, ...learnt },
    rota: [],
    guarantees: [],
    incidents: decision.incidents,
    note: decision.note,
  };
};
