/** The features of the questions how severe a fault is and what kind of work (rubric sections 2 and 3): of its own clauses. */
import type { Fault } from '../model.js';
import { addGrams, Features, hashOf } from './weigh-features.js';
import { emptyFolded, foldInto, plainOf } from './weigh-text.js';
import type { Reading } from './reading.js';
import type { Frame } from './telling.js';

/** What is known of a fault by the rules. `key`: its unit is a key unit. */
export type Ruled = {
  readonly fault: Fault;
  readonly frames: readonly Frame[];
  readonly severityRule: string;
  readonly categoryRule: string;
  readonly sure: number;
  readonly signs: readonly string[];
  readonly key: boolean;
};

const ZONES = { said: hashOf('said'), well: hashOf('well'), aside: hashOf('aside') } as const;
type Zone = keyof typeof ZONES;
const zoneOf = ({ role }: Frame): Zone => (role === 'well' || role === 'aside' ? role : 'said');

const eventOf = ({ context, units }: Reading, { fault }: Ruled, unit: string | null): string => {
  const { event } = context;
  if (event === null) return 'none';
  void fault;
  const listed =
    unit === null ? (units.units.length > 0 ? 'other' : 'nobody') : event.units.includes(unit) ? 'listed' : 'other';
  return `${event.phase} ${listed}`;
};

/** 不是全校, 没到整层: what is not so says nothing to the weights; how far the fault reaches without it the rules tell. */
const DENIED = /^(?:也|倒|并|都|又|这|那|可|但)?(?:不是|并非|不算|没到|没有到|不至于)/;

/** The features of one fault. `unit`: the affected one. */
export const faultFeatures = (reading: Reading, ruled: Ruled, unit: string | null): Features => {
  const { text, words, context, room, units, places } = reading;
  const { fault } = ruled;
  const meant = ruled.frames.filter((frame) => !DENIED.test(text.slice(frame.start, frame.end)));
  const frames = meant.length > 0 ? meant : ruled.frames;
  const plain = plainOf(text);
  const folded = emptyFolded(text.length + frames.length);
  const zones: { zone: Zone; start: number; end: number }[] = [];
  for (const frame of frames) {
    const start = folded.size;
    foldInto(folded, plain, frame.start, frame.end, reading);
    if (folded.size === start) continue;
    if (folded.size < folded.codes.length) {
      folded.codes[folded.size] = 0x2c;
      folded.at[folded.size] = folded.to[folded.size] = frame.end;
      folded.size += 1;
    }
    zones.push({ zone: zoneOf(frame), start, end: folded.size });
  }
  const features = new Features(folded.size * 4 + 260);
  const value = 4 / Math.sqrt(Math.max(8, folded.size * 4));
  for (const { zone, start, end } of zones)
    addGrams(features, folded, start, end, { seed: ZONES[zone], longest: 4, value });
  const event = eventOf(reading, ruled, unit);
  features.mark(`event ${event}`);
  features.mark(`role ${context.role}`);
  features.mark(`key ${ruled.key}`);
  features.mark(`room ${room !== null}`);
  features.mark(`unit ${unit !== null} ${Math.min(2, units.units.length)}`);
  const seen = new Set<string>();
  for (const hit of words.all) {
    const frame = frames.find((one) => hit.start >= one.start && hit.start < one.end);
    if (frame) seen.add(`tag ${hit.tag} ${zoneOf(frame)}`);
  }
  for (const place of places) {
    const frame = frames.find((one) => place.start >= one.start && place.start < one.end);
    if (frame) seen.add(`place ${place.kind} ${zoneOf(frame)}`);
  }
  for (const tag of seen) features.mark(tag, 0.5);
  features.rules = features.size;
  features.mark(`level ${fault.severity}`);
  features.mark(`level ${fault.severity} ${Math.round(ruled.sure * 20)}`);
  features.mark(`scope ${fault.scope}`);
  features.mark(`kind ${fault.category}`);
  features.mark(`kind ${fault.category} ${fault.severity}`);
  features.mark(`kind ${fault.category} ${fault.scope}`);
  features.mark(ruled.severityRule);
  features.mark(ruled.categoryRule);
  features.mark(`event ${event} ${fault.severity}`);
  for (const sign of ruled.signs) features.mark(sign);
  return features;
};
