import type { EntityManager } from 'typeorm';
import { StoreError } from '../../entities/fault.js';
import { ReporterTable, TalkTable } from '../../entities/people.js';
import type { Instant } from '../model.js';
import type { Need, Outcome } from '../ports.js';
import { fit } from './fit.js';
import { talkKey } from './load.js';
import type { Tools } from './tools.js';

/** Writes the conversation's new state and what was learnt of a reporter. A unit or number that was not told leaves the old one. */
export async function remember(
  manager: EntityManager,
  { crypt }: Tools,
  need: Need,
  { talk, learnt }: Pick<Outcome, 'talk' | 'learnt'>,
  now: Instant,
): Promise<void> {
  if (talk !== null) {
    if (need.talk === null) {
      throw new StoreError(
        'TALK_NOT_ASKED',
        'a decision changes a conversation that it did not load',
        'The decision has to name it in Need.talk.',
      );
    }
    const row = { ...talkKey(need.talk.chat, need.talk.person), state: crypt.seal(talk), at: now };
    await manager.upsert(TalkTable, row, ['chat', 'person']);
  }
  if (learnt !== null) {
    const key = fit(learnt.person);
    const known = await manager.findOneBy(ReporterTable, { key });
    const row = {
      key,
      name: learnt.name === '' ? (known?.name ?? '') : crypt.sealWords(learnt.name),
      unit: learnt.unit ?? known?.unit ?? null,
      phone: learnt.phone === null ? (known?.phone ?? null) : crypt.sealPhone(learnt.phone),
      learntAt: now,
    };
    await manager.upsert(ReporterTable, row, ['key']);
  }
}
