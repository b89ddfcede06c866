/** The features of the question what a message is for (rubric section 1). */
import { addGrams, Features, hashOf } from './weigh-features.js';
import { EDGE, emptyFolded, foldInto, plainOf } from './weigh-text.js';
import type { Meant } from './meant.js';
import type { Reading } from './reading.js';

const PLAIN = hashOf('intent');
/** A text this short is weighed together with who says it and what is open. */
const SHORT = 14;

/** Who speaks and what is open, as the rubric tells the same words apart by. */
const situationOf = ({ context }: Reading): string => {
  const { role, assignment, replyTo, ticket, asked } = context;
  if (role === 'reporter') return asked !== null ? `asked ${asked}` : ticket === 'none' ? 'reporter' : 'reporter open';
  const job = assignment !== 'none' ? assignment : 'free';
  return `${role === 'engineer' ? 'engineer' : 'staff'} ${job} ${replyTo}${ticket === 'none' ? '' : ' open'}`;
};

/** The features of a reading and of what the rules say of it. */
export const intentFeatures = (reading: Reading, meant: Meant): Features => {
  const { context, statements, words, places, units, phone, tickets, room, target, text } = reading;
  const plain = plainOf(text);
  const folded = emptyFolded(text.length);
  folded.codes[0] = EDGE;
  folded.size = 1;
  foldInto(folded, plain, 0, plain.length, reading);
  while (folded.size > 1 && folded.codes[folded.size - 1] === 0x2c) folded.size -= 1;
  folded.codes[folded.size] = EDGE;
  folded.at[folded.size] = folded.to[folded.size] = folded.to[folded.size - 1] ?? 0;
  folded.size += 1;
  const length = folded.size;
  const features = new Features(length * 8 + 160);
  const value = 4 / Math.sqrt(length * 4);
  addGrams(features, folded, 0, length, { seed: PLAIN, longest: 4, value });
  const situation = situationOf(reading);
  const by =
    context.role === 'reporter' ? (context.ticket === 'none' && context.asked === null ? 'r' : 'ro') : situation;
  if (length <= SHORT + 2) addGrams(features, folded, 0, length, { seed: hashOf(situation), longest: 4, value });
  else addGrams(features, folded, 0, length, { seed: hashOf(by), longest: 2, value });
  features.mark(`sit ${situation}`);
  features.mark(`role ${context.role}`);
  features.mark(`job ${context.assignment} ${context.replyTo}`);
  features.mark(`ticket ${context.ticket}`);
  if (context.asked !== null) features.mark(`asked ${context.asked}`);
  if (context.addressed) features.mark('addressed');
  const size = length <= 6 ? 'tiny' : length <= 12 ? 'short' : length <= 24 ? 'line' : length <= 60 ? 'long' : 'letter';
  features.mark(`size ${size}`);
  features.mark(`size ${size} ${situation}`);
  if (phone !== null) features.mark(`phone ${by}`);
  if (tickets.length > 0) features.mark(`tickets ${by}`);
  if (room !== null) features.mark('room');
  if (target !== null) features.mark('target');
  if (places.length > 0) features.mark(`places ${by}`);
  features.mark(`units ${Math.min(2, units.units.length)} ${by}`);
  features.mark(`statements ${Math.min(4, statements.length)}`);
  const seen = new Set<string>();
  for (const hit of words.all) {
    const stance = statements.find((one) => hit.start >= one.start && hit.start < one.end)?.stance ?? 'said';
    seen.add(`tag ${hit.tag} ${stance}`);
  }
  for (const tag of seen) {
    features.mark(tag, 0.5);
    features.mark(`${tag} ${by}`, 0.5);
  }
  features.rules = features.size;
  const sure = Math.round(meant.sure * 20);
  features.mark(`rule ${meant.intent}`);
  features.mark(`rule ${meant.intent} ${sure}`);
  features.mark(`rule ${meant.intent} ${situation}`);
  if (meant.why !== undefined) features.mark(`why ${meant.intent} ${meant.why}`);
  return features;
};
