import type { Logger, Outbox, Recorder } from '../dispatcher/ports.js';
import type { LaneState } from './deliver.js';
import type { IntakePort } from './intake-port.js';
import { channelOf } from './relay.js';

/** Kept longer than this without being handled: whoever had it is gone. */
const FORGOTTEN_MS = 15_000;
/** After so many tries a message is set aside for a person to look at; it stays in the database. */
const TRIES = 5;

/** What the sweep may do here: the channels whose connection this process holds, and how to say their lanes. */
export type SweepPlace = {
  readonly recorder: Recorder;
  readonly outbox: Outbox;
  readonly intake: Pick<IntakePort, 'again' | 'recover'>;
  readonly held: () => readonly string[];
  readonly deliver: (channel: string, lane: string) => Promise<LaneState>;
  readonly log: Logger;
};

/** Says what waits in the held channels' lanes: what the queue was told and lost, and what a dead claimer left. */
export const sweepLanes = async ({ outbox, held, deliver }: SweepPlace): Promise<readonly LaneState[]> => {
  const channels = held();
  if (channels.length === 0) return [];
  const lanes = await outbox.lanes(channels);
  return Promise.all(
    lanes.map((lane) => {
      const channel = channelOf(lane);
      return channel === null ? Promise.resolve<LaneState>({ kind: 'empty' }) : deliver(channel, lane);
    }),
  );
};

/** Takes up messages that were kept and never handled; after a few tries they are set aside, never dropped. */
export const createSweepMessages = (place: SweepPlace): ((olderThan?: number) => Promise<number>) => {
  const tries = new Map<string, number>();
  return async (olderThan = FORGOTTEN_MS) => {
    await place.intake.recover();
    const forgotten = await place.recorder.unhandled(olderThan, 100);
    for (const { kind, id } of forgotten) {
      const tried = (tries.get(id) ?? 0) + 1;
      tries.set(id, tried);
      try {
        await place.intake.again(kind, id);
        tries.delete(id);
      } catch (error) {
        const code = error instanceof Error ? error.name : typeof error;
        place.log.error({ code: 'HANDLE_FAILED', id, tried, error: code }, 'a kept message could not be handled');
        if (tried >= TRIES) await place.recorder.setAside({ kind, id }, code);
      }
    }
    return forgotten.length;
  };
};
