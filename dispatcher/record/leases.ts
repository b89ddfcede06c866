import { LessThanOrEqual } from 'typeorm';
import { LeaseTable } from '../../entities/coordination.js';
import type { Leases } from '../ports.js';
import { fit } from './fit.js';
import { insert, update } from './rows.js';
import type { Tools } from './tools.js';

/** Leases on a database: one statement each decides, so of many who ask at once one gets it. */
export function createLeases({ database, clock }: Tools): Leases {
  return {
    take: async (leaseName, leaseHolder, ms) => {
      const [name, holder, now] = [fit(leaseName), fit(leaseHolder), clock.now()];
      const until = now + ms;
      const answer = await database.steady(async (manager) => {
        if ((await update(manager, LeaseTable, { name, holder }, { until })) === 1) return 'ours';
        const expired = { name, until: LessThanOrEqual(now) };
        if ((await update(manager, LeaseTable, expired, { holder, until })) === 1) return 'ours';
        return (await manager.existsBy(LeaseTable, { name })) ? 'theirs' : 'new';
      });
      if (answer !== 'new') return answer === 'ours';
      return database.insertMissing((manager) => insert(manager, LeaseTable, [{ name, holder, until }]));
    },
    release: async (name, holder) => {
      await database.steady((manager) => manager.delete(LeaseTable, { name: fit(name), holder: fit(holder) }));
    },
  };
}
