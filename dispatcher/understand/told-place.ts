/** The place that a message without a fault of its own tells: the answer to 「在哪儿？」, where an engineer has been. */
import type { Intent } from '../model.js';
import type { Reading } from './reading.js';
import { wordsAt } from './reading.js';

/** As written, or null. A bare answer to the question for the place is the place, whatever its words. */
export const placeTold = (reading: Reading, intent: Intent): string | null => {
  if (intent !== 'supplement' && intent !== 'resolve' && intent !== 'progress' && intent !== 'arrive') return null;
  const places = reading.places.filter((place) => place.kind !== 'side');
  const [first] = places;
  const last = places.at(-1);
  const bare = reading.text.trim();
  if (intent === 'supplement' && reading.context.asked === 'location' && bare.length <= 16 && bare !== '') {
    const from = reading.text.indexOf(bare);
    return reading.phone === null ? wordsAt(reading.source, from, from + bare.length) : null;
  }
  if (!first || !last) return null;
  return wordsAt(reading.source, first.start, last.end - first.start <= 24 ? last.end : first.end);
};
