/** Ports that end their own process at a named moment, by SIGKILL: nothing is flushed, closed or told. Only tests wrap them. */
import type { Gateway } from '../../../bot/gateway.js';
import type { HostParts } from '../../../workers/host.js';

/**
 * kept: a message is stored, nothing is made of it yet. committed: its decision is in the database, nobody was rung. rung: the queue
 * has the ring, nothing is sent. claimed: a send is about to begin. sent: the platform has it, and nobody has noted that.
 */
export const MOMENTS = ['kept', 'committed', 'rung', 'claimed', 'sent'] as const;
export type Moment = (typeof MOMENTS)[number];

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

const sending = (gateway: Gateway, send: Gateway['send']): Gateway => {
  // The capabilities are a getter in one gateway, so it is not spread but stood behind.
  const wrapped: Gateway = Object.create(gateway) as Gateway;
  wrapped.send = send;
  return wrapped;
};

const withRecorder = (parts: HostParts, recorder: Partial<HostParts['desk']['recorder']>): HostParts => ({
  ...parts,
  desk: { ...parts.desk, recorder: { ...parts.desk.recorder, ...recorder } },
});

/** The parts of a host that does not outlive this moment. */
export const doomed = (parts: HostParts, moment: Moment): HostParts => {
  const { recorder } = parts.desk;
  switch (moment) {
    case 'kept':
      return withRecorder(parts, { readMessage: die });
    case 'committed':
      return withRecorder(parts, {
        decide: async (cause, need, decide) => {
          const settled = await recorder.decide(cause, need, decide);
          return cause.kind === 'message' && settled.kind === 'done' ? die() : settled;
        },
      });
    case 'rung':
      return {
        ...parts,
        // Should a worker be quicker than our end, it shall not send.
        gateways: parts.gateways.map((gateway) => sending(gateway, () => new Promise(() => undefined))),
        queues: {
          ...parts.queues,
          ring: async (job, payload, delayMs) => {
            await parts.queues.ring(job, payload, delayMs);
            if (job === 'deliver') await die();
          },
        },
      };
    case 'claimed':
      return { ...parts, gateways: parts.gateways.map((gateway) => sending(gateway, die)) };
    case 'sent':
      return {
        ...parts,
        gateways: parts.gateways.map((gateway) =>
          sending(gateway, async (message) => {
            const outcome = await gateway.send(message);
            return outcome.kind === 'sent' ? die() : outcome;
          }),
        ),
      };
    default:
      return moment satisfies never;
  }
};
