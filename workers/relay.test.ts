import { describe, expect, it } from 'vitest';
import { SILENT } from '../dispatcher/testing/story.js';
import type { JobName, Payload } from './catalogue.js';
import type { Queues } from './queues.js';
import { channelOf, createRelay, type Relay } from './relay.js';

const NOW = 1_000;
type Ring = { readonly job: JobName; readonly payload: Payload<JobName>; readonly delay: number };

const rig = (broken = false): { relay: Relay; rings: Ring[] } => {
  const rings: Ring[] = [];
  const queues: Pick<Queues, 'ring'> = {
    ring: (job, payload, delay) => {
      if (broken) return Promise.reject(new Error('Redis away'));
      rings.push({ job, payload, delay });
      return Promise.resolve();
    },
  };
  return { relay: createRelay(queues as Queues, { now: () => NOW }, SILENT), rings };
};

describe('the ring after a commit', () => {
  it('rings each lane now and the next timer when it is due', async () => {
    const { relay, rings } = rig();
    await relay.after({ kind: 'done', lanes: ['wecom:g1', 'telegram:-5'], nextTimer: NOW + 60, note: '' });
    expect(rings).toMatchObject([
      { job: 'deliver', payload: { channel: 'wecom', lane: 'wecom:g1' } },
      { job: 'deliver', payload: { channel: 'telegram', lane: 'telegram:-5' } },
      { job: 'wake', payload: { due: NOW + 60 }, delay: 60 },
    ]);
    expect(rings.slice(0, 2).every((r) => r.delay <= 0)).toBe(true);
  });

  it('rings nothing where nothing was decided, or nothing waits', async () => {
    const { relay, rings } = rig();
    await relay.after({ kind: 'again' });
    await relay.after({ kind: 'gone' });
    await relay.after({ kind: 'done', lanes: [], nextTimer: null, note: '' });
    expect(rings).toEqual([]);
  });

  it('gives each ring for now a mark of its own, and those for one moment the same', async () => {
    const { relay, rings } = rig();
    await relay.lane('wecom:g1', NOW);
    await relay.lane('wecom:g1', NOW);
    await relay.lane('wecom:g1', NOW + 500);
    await relay.lane('wecom:g1', NOW + 500);
    const marks = rings.map((r) => ('mark' in r.payload ? r.payload.mark : null));
    expect(marks[0]).not.toBe(marks[1]);
    expect(marks.slice(2)).toEqual([NOW + 500, NOW + 500]);
    expect(rings.map((r) => r.delay)).toEqual([0, 0, 500, 500]);
  });

  it('never rejects: the database has it, and the sweep sees to it', async () => {
    const { relay } = rig(true);
    await relay.after({ kind: 'done', lanes: ['wecom:g1'], nextTimer: 1, note: '' });
    await relay.lane('wecom:g1', 1);
  });

  it('rings no lane of an unknown channel', async () => {
    const { relay, rings } = rig();
    await relay.lane('fax:1', NOW);
    expect(rings).toEqual([]);
    expect([channelOf('wecom:g:mention'), channelOf('playground:x'), channelOf('wecomx:1')]).toEqual([
      'wecom',
      'playground',
      null,
    ]);
  });
});
