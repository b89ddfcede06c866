/** What is learnt from: the labelled files' two thirds, and the messages of our own making that the unit tests hold the reader to. */
import type { Level } from '../../dispatcher/model.js';
import { context, named } from '../../dispatcher/understand/testing/district.js';
import { EXAMPLES } from '../../dispatcher/understand/testing/examples.lexicon.js';
import type { Example } from '../../dispatcher/understand/testing/examples.lexicon.js';
import { readLabelled } from '../labelled.js';
import { contextOf } from '../triage-line.js';
import type { Lesson } from './instances.js';
import { SEEN } from './seen.js';

const lessonOf = ({ text, unit, phase, is, ...but }: Example): readonly Lesson[] => {
  const [intent = 'chatter', level, category = null] = is.split(' ');
  const severity: Level | null = level === '1' ? 1 : level === '2' ? 2 : level === '3' ? 3 : null;
  const event = phase === undefined ? null : { name: '中考', units: [named('第四中学')], phase };
  const faults = severity === null ? [] : [{ severity, category: category ?? '' }];
  return [
    {
      text,
      context: context({ ...but, unit: unit === undefined ? null : named(unit), event }),
      labels: { intent, severity, category, faults },
      seen: true,
    },
  ];
};

/** The lessons of these files (letters), without what is kept aside, and our own. */
export const lessonsOf = (files: readonly string[]): readonly Lesson[] => [
  ...files.flatMap((file) =>
    readLabelled(false, file).map((line) => ({
      text: line.text,
      context: contextOf(line),
      labels: line.labels,
      seen: SEEN.has(file),
    })),
  ),
  ...EXAMPLES.flatMap(lessonOf),
];
