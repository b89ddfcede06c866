import type { Inbound } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { bareContext } from './decide/context.js';
import type { DeskDecision } from './decide/desk-decision.js';
import { decideInspection, meantBy, plainFinding, type InspectionScene } from './decide/inspection.js';
import { decideInspectionTurn } from './decide/inspection-turns.js';
import { withPlans } from './decide/plan-hold.js';
import { decideReport } from './decide/report.js';
import { QUIET, type Scene } from './decide/scene.js';
import type { Turn } from './decide/turn.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Inspection } from './inspection.js';
import type { Facts, Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Loaded, Settled } from './ports.js';
import type { InspectionOrder } from './understand/inspection-order.js';

/** Whoever changes an inspection holds this. */
const NEED = { ...NOTHING, locks: ['inspections'], inspections: true } as const;

/** The finding read as a report from the place; words that name no known fault are one all the same. */
const factsOf = (place: Inspection['of'], finding: string, sender: Sender, desk: Desk): Facts => {
  const { units } = desk.house;
  const name = place.kind === 'unit' ? (units.get(place.unit)?.short ?? place.unit) : `${place.room}机房`;
  const blank: Sender = { key: '', name: '', role: 'reporter', staff: null, unit: null, phone: null };
  const read = desk.understand(`${name} ${finding}`, bareContext(blank, true));
  const host = [...units.values()].find(({ short }) => place.kind === 'room' && short === place.room);
  const [first = plainFinding(finding, place.kind === 'room')] = read.faults;
  return {
    ...read,
    intent: 'report',
    unit: place.kind === 'unit' ? place.unit : null,
    units: place.kind === 'unit' ? [place.unit] : host === undefined ? [] : [host.name],
    room: place.kind === 'room' ? place.room : null,
    phone: read.phone ?? sender.phone,
    faults: [{ ...first, location: first.location ?? (place.kind === 'unit' ? '巡检现场' : null) }],
  };
};

/** The ticket of what was found, beside the inspection that is done. */
const withFinding = (decided: DeskDecision, place: Inspection['of'], finding: string, scene: Scene, desk: Desk) => {
  const facts = factsOf(place, finding, scene.sender, desk);
  const found = { ...scene, facts };
  const report = withPlans(found, decideReport(found));
  if (report.kind === 'refused') return decided;
  return { ...decided, changes: report.changes, effects: report.effects, note: `${decided.note}, finding` };
};

const decideDone = (order: InspectionOrder, inbound: Inbound, by: InspectionScene, loaded: Loaded, desk: Desk) => {
  const decided = decideInspection(order, by);
  if (order.what !== 'done' || order.finding === '') return decided;
  const meant = meantBy(order, by);
  const units = order.units.length === 1 ? order.units.map((unit) => ({ kind: 'unit', unit }) as const) : [];
  // A finding is never lost: without a planned inspection it is the school's report all the same.
  const [place] = 'note' in meant ? units : meant.map(({ of }) => of).sort((a) => (a.kind === 'room' ? 1 : -1));
  if (place === undefined) return decided;
  const { chat, text, from } = inbound;
  const home = chat.kind === 'group' ? chat : (desk.groups[chat.channel] ?? chat);
  const { now, house, sender, at } = by;
  const clear = { ...loaded, talk: QUIET };
  const scene = { now, house, loaded: clear, sender, text, addressed: true, at, user: from.id, home };
  return withFinding(
    decided,
    place,
    order.finding,
    { ...scene, facts: desk.understand(text, bareContext(sender, true)) },
    desk,
  );
};

/** One order about inspections, in one transaction. id: the kept message. */
export const handleInspection = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: InspectionOrder,
  desk: Desk,
): Promise<Settled> => {
  const { chat, messageId } = inbound;
  const finds = order.what === 'done' && order.finding !== '';
  const [unit] = finds ? order.units : [];
  const need = {
    ...NEED,
    locks: [...NEED.locks, ...(unit === undefined ? [] : [`unit:${unit}`])],
    unit: unit ?? null,
    numbers: finds,
  };
  return desk.recorder.decide({ kind: 'message', id }, need, (loaded) => {
    const { now, rota, inspections = [] } = loaded;
    const house = houseAt(desk.house, rota, now);
    const by = { now, house, inspections, sender, at: { chat, replyTo: messageId } };
    return deskOutcome(decideDone(order, inbound, by, loaded, desk), house, desk, now);
  });
};

/** Morning or evening; once, whoever rings. */
export const handleInspectionTurn = (turn: Turn, desk: Desk): Promise<Settled> => {
  const span = turn.since === null ? null : { from: turn.since, to: turn.at + 1 };
  const need = { ...NEED, allOpen: true, span };
  return desk.recorder.decide({ kind: 'turn', id: turn.id }, need, ({ now, rota, tickets, inspections = [] }) => {
    const house = houseAt(desk.house, rota, now);
    const seen = { now, house, tickets, inspections, channels: desk.channels };
    return deskOutcome(decideInspectionTurn(turn.id, seen), house, desk, now);
  });
};
