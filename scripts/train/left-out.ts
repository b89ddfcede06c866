/** What the weights are worth with a writer they have not seen: every file is left out of the training once and scored. */
import type { Directory } from '../../dispatcher/understand/directory.js';
import { createUnderstand } from '../../dispatcher/understand/understand.js';
import { weigherOf } from '../../dispatcher/understand/weights.js';
import { filesOfLabelled, readLabelled } from '../labelled.js';
import { inShort, read } from '../score/parts.js';
import type { Scored } from '../score/parts.js';
import { trainedOn } from './questions.js';
import { SEEN } from './seen.js';

/** The readings of every message that neither the weights nor the rules were made with. Prints one line a file. */
export const leftOut = (directory: Directory, print: (line: string) => void): readonly Scored[] => {
  const files = filesOfLabelled();
  return files.flatMap((file) => {
    const from = performance.now();
    const others = files.filter((one) => one !== file);
    const understand = createUnderstand(directory, weigherOf(trainedOn(directory, others)));
    const fresh = [...(SEEN.has(file) ? [] : readLabelled(false, file)), ...readLabelled(true, file)];
    const scored = read(fresh, understand);
    print(`without ${file}: ${inShort(scored)} · ${((performance.now() - from) / 1000).toFixed(0)} s`);
    return scored;
  });
};
