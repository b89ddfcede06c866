import type { Facts, Intent } from '../model.js';

/** What words say of which only a little counts: everything else in them is nothing. */
export const blankFacts = (intent: Intent, told: Partial<Facts>): Facts => ({
  intent,
  command: null,
  faults: [],
  symptoms: [],
  amends: false,
  unit: null,
  units: [],
  room: null,
  location: null,
  phone: null,
  contact: null,
  began: null,
  tickets: [],
  choice: null,
  rating: null,
  relapse: false,
  bare: null,
  introduction: null,
  correction: null,
  target: null,
  words: '',
  confidence: 1,
  evidence: [],
  ...told,
});
