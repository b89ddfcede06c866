/** The playground as a stage: no network, everything is heard. */
import type { PlaygroundMessage } from '../../bot/playground/message.js';
import type { Playground } from '../../bot/playground/playground-gateway.js';
import type { Heard, Stage } from './stage.js';

const heardOf = (message: PlaygroundMessage, n: number): Heard => ({
  n,
  at: Date.parse(message.at),
  place: message.to === undefined ? { kind: 'group' } : { kind: 'direct', person: message.to },
  lane: message.to ?? 'group',
  text: message.text,
  mentions: message.mentions,
  buttons: message.buttons ?? [],
  id: message.id,
});

/** People of the roster and of people.yaml under their own ids. */
export const playgroundStage = (): Stage => {
  let playground: Playground | null = null;
  const port = (): Playground['port'] => {
    if (playground === null) throw new Error('the system has no playground yet');
    return playground.port;
  };
  let said = 0;
  return {
    channel: 'playground',
    settings: { wecom: null, telegram: null, playground: true },
    project: (project) => project,
    attach: (system) => {
      playground = system.playground;
    },
    say: async (person, { text, place, quote }) => {
      said += 1;
      const replyTo = quote?.id ?? null;
      const post = {
        from: person,
        text,
        chat: place.kind,
        id: `said-${said}`,
        ...(replyTo === null ? {} : { replyTo }),
      };
      await port().post(post);
      return { heard: true, repeat: async () => void (await port().post(post)) };
    },
    press: async (person, heard, button) => {
      if (heard.id === null) throw new Error('this message cannot be pressed');
      return (await port().press({ from: person, message: heard.id, button })).toast;
    },
    heard: () =>
      port()
        .list(0)
        .filter((message) => message.from === 'bot')
        .map(heardOf),
    close: () => Promise.resolve(),
  };
};
