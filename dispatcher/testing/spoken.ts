import type { ChannelId } from '../../bot/gateway.js';
import type { Effect, Place } from '../decision.js';
import type { House } from '../decide/scene.js';
import type { Instant } from '../model.js';
import type { Said } from '../ports.js';
import type { Mentions } from '../say/message.js';
import { say } from '../say/say.js';
import type { Stage } from '../say/stage.js';
import { HOUSE } from './house.js';
import { placeOf, wordsOf } from './plain.js';
import { GROUP } from './tickets.js';
import { NOW } from './time.js';

/** The group in which the message m1 is answered, and two direct chats. */
export const IN_GROUP: Place = { chat: GROUP, replyTo: 'm1' };
export const WITH_ENGINEER: Place = {
  chat: { channel: 'playground', kind: 'direct', id: 'zhaogaobin' },
  replyTo: 'm1',
};
export const WITH_REPORTER: Place = { chat: { channel: 'playground', kind: 'direct', id: 'wang' }, replyTo: 'm1' };

/** A channel where mentions go over a second robot, as on WeCom: what is said and what is called are two messages. */
export const SEPARATE: Mentions = { wecom: 'separate', telegram: 'inline', playground: 'separate' };

/** The words' surroundings. */
export const stageOf = (now: Instant = NOW, mentions: Mentions = SEPARATE, house: House = HOUSE): Stage => ({
  now,
  house,
  mentions,
});

const CHANNELS: readonly ChannelId[] = ['playground'];

/** Everything that is said of these effects. */
export const saidOf = (effects: readonly Effect[], stage: Stage = stageOf()): readonly Said[] =>
  say(effects, stage, CHANNELS);

/** The same as people read it: `group: WORDS` or `direct:ID: WORDS`, lines joined by ` / `. */
export const spoken = (effects: readonly Effect[], stage: Stage = stageOf()): readonly string[] =>
  saidOf(effects, stage).map((s) => `${placeOf(s)}: ${wordsOf(s).replaceAll('\n', ' / ')}`);
