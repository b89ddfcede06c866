/** Text to facts: reads a message from top to bottom and says why (triage-rubric.md). Pure: the same words, the same answer. */
import type { Context, Evidence, Facts, UnitName } from '../model.js';
import { bareIn } from './bare.js';
import { beganIn } from './began.js';
import { carriedIn } from './carried.js';
import { commandIn } from './command.js';
import { surenessOf } from './confidence.js';
import { contactIn } from './contact.js';
import { correctionIn } from './correction.js';
import { introductionIn } from './introduction.js';
import { besideOurs } from './beside.js';
import { faultsOf } from './faults.js';
import { intentOf } from './intent.js';
import { jointFault } from './joint-faults.js';
import { jointIntent } from './joint-intent.js';
import { TICKET } from './intent-words.lexicon.js';
import { choiceIn, ticketsIn } from './numbers.js';
import { ratingIn } from './rating.js';
import { createReader } from './read.js';
import { restates } from './restates.js';
import { tellsOf } from './tells.js';
import type { Reading } from './reading.js';
import type { Directory, Glance } from './directory.js';
import { placeTold } from './told-place.js';
import { affectedUnit } from './units.js';
import { relapseIn } from './relapse.js';
import { SHIPPED } from './weights.js';
import type { Weigh } from './weigh.js';

export type Understand = {
  understand(text: string, context: Context): Facts;
  glance(text: string): Glance;
};

/** Ticket numbers of the text and of its quote, each once. */
const ticketsOf = ({ tickets, source }: Reading): readonly string[] => [
  ...new Set([...tickets, ...(source.quote === null ? [] : ticketsIn(source.quote))].map(({ digits }) => digits)),
];

const numbersOf = ({ phone, tickets }: Reading): Reading['tickets'] => (phone === null ? tickets : [phone, ...tickets]);

const unitEvidence = (unit: UnitName | null, { affected, units, source }: Reading): readonly Evidence[] => {
  const named = units.mentions.find((mention) => mention.units.some((one) => one.name === affected.named));
  if (unit === null) return [];
  if (!named) return [{ field: 'unit', words: '', rule: "rubric 4: the sender's own unit" }];
  return [
    { field: 'unit', words: source.raw.slice(named.start, named.end), rule: 'rubric 4: the unit the text names' },
  ];
};

/** Makes the reader of one district's messages. `weigh`: the trained part beside the rules; null reads by the rules alone. */
export const createUnderstand = (directory: Directory, weigh: Weigh | null = SHIPPED): Understand => {
  const reader = createReader(directory);
  const names = directory.staff.flatMap(({ name }) => [name, name.slice(1)]);
  const keyUnits = new Set(directory.units.filter((unit) => unit.key).map((unit) => unit.name));

  return {
    understand: (text, context) => {
      const reading = reader.read(text, context);
      const meant = jointIntent(reading, intentOf(reading), weigh);
      const nobodys = reading.room !== null || (meant.intent === 'report' && besideOurs(reading));
      const unit = nobodys ? null : affectedUnit(reading.affected, context);
      const tells = meant.intent === 'report' || (meant.intent === 'supplement' && restates(reading));
      const affected = { unit, key: unit !== null && keyUnits.has(unit) };
      const weighed = jointFault(reading, affected, weigh);
      const told = tells ? faultsOf(reading, affected, weighed) : null;
      // Told of several schools: none of them is the one.
      const many = told !== null && told.faults.every(({ scope }) => scope === 'region');
      const beside = meant.intent === 'supplement' && !tells && tellsOf(reading).fault;
      return {
        intent: meant.intent,
        command: commandIn(reading.text, context),
        faults: told?.faults ?? [],
        symptoms: beside ? (faultsOf(reading, affected, weighed)?.faults ?? []) : [],
        amends: TICKET.amends.test(reading.text),
        unit: many ? null : unit,
        units: reading.units.units,
        room: reading.room?.name ?? null,
        location: told?.gravest.location ?? placeTold(reading, meant.intent),
        phone: reading.phone?.digits ?? null,
        contact: contactIn(reading.source.text),
        began: told === null ? null : beganIn(reading.text),
        tickets: ticketsOf(reading),
        choice: choiceIn(reading.text),
        rating: meant.intent === 'feedback' ? ratingIn(text, reading.text) : null,
        relapse: relapseIn(reading.text) !== null,
        bare: bareIn(reading.text, numbersOf(reading)),
        introduction: introductionIn(reading.source.text, reading.units.mentions, reading.phone),
        correction: correctionIn(reading.source.text, reading.units.units),
        target: reading.target,
        words: carriedIn(reading.source, numbersOf(reading), meant.intent, names),
        confidence: surenessOf(meant.sure, told?.sureness ?? []),
        evidence: [meant.evidence, ...unitEvidence(many ? null : unit, reading), ...(told?.evidence ?? [])],
      };
    },
    glance: (text) => reader.glance(text),
  };
};
