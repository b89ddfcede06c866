/** Incidents: few rows, loaded with every decision and written with it. */
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { IncidentTable, type IncidentRow } from '../../entities/incident.js';
import type { ChatRef } from '../../bot/gateway.js';
import type { Incident, IncidentCause, IncidentEvent, IncidentState } from '../incident.js';
import type { Instant, UnitName } from '../model.js';
import type { Crypt } from './crypt.js';
import { insert, update } from './rows.js';

const DAY_MS = 24 * 3_600_000;

/** Not over yet; the same as `isRunning` of decide/incident.ts, as a list for SQL. */
export const RUNNING: readonly IncidentState[] = ['suspected', 'confirmed'];

const incidentOf = (row: IncidentRow, crypt: Crypt): Incident => ({
  id: row.id,
  cause: JSON.parse(row.cause) as IncidentCause,
  state: row.state,
  home: JSON.parse(row.home) as ChatRef,
  head: row.head,
  units: JSON.parse(row.units) as readonly UnitName[],
  openedAt: row.openedAt,
  endedAt: row.endedAt,
  lineAt: row.lineAt,
  log: crypt.open<readonly IncidentEvent[]>(row.log),
});

const rowOf = (incident: Incident, crypt: Crypt): IncidentRow => ({
  id: incident.id,
  cause: JSON.stringify(incident.cause),
  state: incident.state,
  home: JSON.stringify(incident.home),
  head: incident.head,
  units: JSON.stringify(incident.units),
  openedAt: incident.openedAt,
  endedAt: incident.endedAt,
  lineAt: incident.lineAt,
  log: crypt.seal(incident.log),
});

/** Incidents that run, and those opened within a day; the earliest first. Whoever changes one has taken the lock `incidents`. */
export async function loadIncidents(manager: EntityManager, now: Instant, crypt: Crypt): Promise<readonly Incident[]> {
  const rows = await manager.find(IncidentTable, {
    where: [{ state: In([...RUNNING]) }, { openedAt: MoreThanOrEqual(now - DAY_MS) }],
    order: { openedAt: 'ASC', id: 'ASC' },
  });
  return rows.map((row) => incidentOf(row, crypt));
}

/** Writes incidents as they are after a decision; one that is not there yet is made. */
export async function writeIncidents(
  manager: EntityManager,
  crypt: Crypt,
  incidents: readonly Incident[],
): Promise<void> {
  for (const incident of incidents) {
    const row = rowOf(incident, crypt);
    if ((await update(manager, IncidentTable, { id: row.id }, row)) === 0) await insert(manager, IncidentTable, [row]);
  }
}
