/** A person of a story: says, quotes, presses. */
import type { Heard, Place, Saying } from './stage.js';

export type Person = {
  readonly id: string;
  /** Says something in the group. Resolves when the bot has done what comes of it. */
  says(text: string, how?: How): Promise<Said>;
  /** In the group, with the bot's name called. */
  calls(text: string, how?: How): Promise<Said>;
  /** To the bot alone. */
  direct(text: string, how?: How): Promise<Said>;
  /** Quotes a message of the bot, in its chat. */
  quotes(heard: Heard, text: string): Promise<Said>;
  /**
   * Presses the button with this label under the newest message that has it (and says `of`, where given): of those to the person
   * alone, else of the group's. Gives what the presser is shown.
   */
  presses(label: string, of?: string | RegExp): Promise<string>;
  /** Presses what was seen once, whether its buttons are still there or not: two can press at once. */
  pressesOn(heard: Heard, label: string): Promise<string>;
};

export type How = Pick<Saying, 'quote' | 'picture'>;
/** `repeat`: the platform delivers the very same message once more. */
export type Said = { repeat(): Promise<void> };

export type PersonPorts = {
  say(person: string, saying: Saying): Promise<Said>;
  press(person: string, heard: Heard, button: Heard['buttons'][number]): Promise<string>;
  heard(): readonly Heard[];
};

const says = (heard: Heard, of: string | RegExp | undefined): boolean =>
  of === undefined || (typeof of === 'string' ? heard.text.includes(of) : of.test(heard.text));

export const createPerson = (id: string, { say, press, heard }: PersonPorts): Person => {
  const here: Place = { kind: 'group' };
  const aside: Place = { kind: 'direct', person: id };
  return {
    id,
    says: (text, how = {}) => say(id, { ...how, text, place: here }),
    calls: (text, how = {}) => say(id, { ...how, text: `@小通 ${text}`, place: here }),
    direct: (text, how = {}) => say(id, { ...how, text, place: aside }),
    quotes: (quote, text) => say(id, { text, place: quote.place, quote }),
    presses: (label, of) => {
      const seen = [...heard()].reverse().filter((message) => says(message, of));
      const alone = seen.filter(({ place }) => place.kind === 'direct' && place.person === id);
      for (const message of [...alone, ...seen.filter(({ place }) => place.kind === 'group')]) {
        const button = message.buttons.find((b) => b.label === label);
        if (button !== undefined) return press(id, message, button);
      }
      return Promise.reject(new Error(`${id} sees no button ${label}`));
    },
    pressesOn: (message, label) => {
      const button = message.buttons.find((b) => b.label === label);
      return button === undefined
        ? Promise.reject(new Error(`there was no button ${label}`))
        : press(id, message, button);
    },
  };
};
