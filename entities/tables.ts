/** Every table, for the data source. */
import { BulletinTable } from './bulletin.js';
import { CounterTable, LeaseTable, MutexTable, TurnTable } from './coordination.js';
import { FileTable } from './file.js';
import { GuaranteeTable } from './guarantee.js';
import { IncidentTable } from './incident.js';
import { InboundTable } from './inbound.js';
import { AttemptTable, LaneTable, OutboxTable } from './outbox.js';
import { ReporterTable, TalkTable } from './people.js';
import { InspectionTable } from './inspection.js';
import { RotaTable } from './rota.js';
import { TicketEventTable, TicketMemberTable, TicketTable } from './ticket.js';
import { TimerTable } from './timer.js';

export const TABLES = [
  InboundTable,
  TicketTable,
  TicketMemberTable,
  TicketEventTable,
  TimerTable,
  OutboxTable,
  AttemptTable,
  LaneTable,
  MutexTable,
  CounterTable,
  LeaseTable,
  TurnTable,
  RotaTable,
  ReporterTable,
  TalkTable,
  FileTable,
  GuaranteeTable,
  IncidentTable,
  BulletinTable,
  InspectionTable,
];
