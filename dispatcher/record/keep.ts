import type { EntityManager } from 'typeorm';
import { InboundTable, type InboundRow } from '../../entities/inbound.js';
import type { Inbound, Press } from '../../bot/gateway.js';
import type { Recorder } from '../ports.js';
import { fit } from './fit.js';
import { insert } from './rows.js';
import type { Tools } from './tools.js';

type Keeping = Pick<Recorder, 'keepMessage' | 'keepPress' | 'readMessage' | 'readPress' | 'unhandled'>;

/** Keeping what comes in, before anything is made of it: once per platform id, whoever delivers it how often. */
export function createKeeping({ database, clock, ids, crypt }: Tools): Keeping {
  const keep = async (kind: InboundRow['kind'], platformId: string, raw: Inbound | Press) => {
    const row: Omit<InboundRow, 'seq'> = {
      id: ids.next(),
      kind,
      channel: raw.chat.channel,
      platformId: fit(platformId),
      chatKind: raw.chat.kind,
      chatId: fit(raw.chat.id),
      senderId: fit(raw.from.id),
      payload: crypt.seal(raw),
      arrivedAt: raw.arrivedAt,
      state: 'kept',
      handledAt: null,
      error: null,
      ticket: null,
    };
    if (await database.insertMissing((manager) => insert(manager, InboundTable, [row])))
      return { id: row.id, fresh: true };
    const where = { channel: row.channel, kind, platformId: row.platformId };
    const kept = await database.steady((manager) =>
      manager.findOneOrFail(InboundTable, { select: { id: true }, where }),
    );
    // The same id means: our own insert was done although its answer was lost.
    return { id: kept.id, fresh: kept.id === row.id };
  };

  const read = async <T>(kind: InboundRow['kind'], id: string): Promise<T | null> => {
    const row = await database.steady((manager) => manager.findOneBy(InboundTable, { id, kind }));
    return row === null ? null : crypt.open<T>(row.payload);
  };

  const unhandled = (manager: EntityManager, before: number, limit: number) =>
    manager
      .createQueryBuilder(InboundTable, 'inbound')
      .select(['inbound.seq', 'inbound.kind', 'inbound.id'])
      .where('inbound.state = :state AND inbound.arrivedAt <= :before', { state: 'kept', before })
      .orderBy('inbound.seq', 'ASC')
      .take(limit)
      .getMany();

  return {
    keepMessage: (message) => keep('message', message.messageId, message),
    keepPress: (press) => keep('press', press.pressId, press),
    readMessage: (id) => read<Inbound>('message', id),
    readPress: (id) => read<Press>('press', id),
    unhandled: async (olderThan, limit) => {
      const rows = await database.steady((manager) => unhandled(manager, clock.now() - olderThan, limit));
      return rows.map(({ kind, id }) => ({ kind, id }));
    },
  };
}
