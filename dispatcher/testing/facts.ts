import type { Facts, Fault, Intent } from '../model.js';

/** What a message says, with nothing in it but what a test names. */
export const factsOf = (intent: Intent, change: Partial<Facts> = {}): Facts => ({
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
  confidence: 0.9,
  evidence: [],
  ...change,
});

/** A floor of 张家湾中学 without network: level 2, campus. */
export const faultOf = (change: Partial<Fault> = {}): Fault => ({
  severity: 2,
  category: 'campus',
  scope: 'floor',
  location: '教学楼三层',
  summary: '整层断网',
  reason: { words: '三楼整层', meaning: '影响一层楼' },
  ...change,
});

/** A report of faults; of the usual one where none is given. */
export const reportOf = (faults: readonly Fault[] = [faultOf()], change: Partial<Facts> = {}): Facts =>
  factsOf('report', { faults, ...change });
