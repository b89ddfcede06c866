import type { ChannelId } from '../bot/gateway.js';
import type { Desk } from './desk.js';
import type { Instant, Millis } from './model.js';
import { NOTHING } from './need.js';
import type { Settled } from './ports.js';
import { deaf } from './say/deaf.js';

/** A shorter gap is no news: whoever spoke into it sees no answer and says it again, and a line that flaps must not fill the group. */
export const TOLD_FROM: Millis = 30_000;

/**
 * A channel heard nothing from `from` to `to` and its platform does not replay: the group that it serves is told once, and asked to say
 * it again (issue 4, «Knowing that one was deaf»). Null where the gap is short or no group is served.
 */
export const handleGap = (channel: ChannelId, from: Instant, to: Instant, desk: Desk): Promise<Settled | null> => {
  const group = desk.groups[channel];
  if (group === null || to - from < TOLD_FROM) return Promise.resolve(null);
  return desk.recorder.decide({ kind: 'turn', id: `deaf:${channel}:${from}` }, NOTHING, ({ now }) => ({
    changes: [],
    says: [deaf(group, from, to, { now, house: desk.house, mentions: desk.mentions })],
    talk: null,
    learnt: null,
    guarantees: [],
    rota: [],
    incidents: [],
    note: 'deaf for a while',
  }));
};
