import { describe, expect, it } from 'vitest';
import type { Introduction } from '../model.js';
import { factsOf, reportOf } from '../testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, sceneOf } from '../testing/scenes.js';
import { GROUP, ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';

const stranger = reporter('zhou', { unit: null, phone: null, name: '报修人' });
const told = (change: Partial<Introduction> = {}): Introduction => ({
  unit: KUOXIAN,
  name: null,
  how: 'said',
  alone: true,
  ...change,
});
const says = (introduction: Introduction, change = {}) =>
  factsOf('chatter', { introduction, unit: introduction.unit, units: [introduction.unit], ...change });
const own = { key: stranger.key, name: stranger.name, chat: GROUP, user: 'zhou' };

describe('an introduction', () => {
  it('is remembered and answered, and in talk between people only remembered', () => {
    const scene = sceneOf(stranger, says(told({ name: '周老师' }), { phone: '13800138009' }));
    const decision = decideMessage(scene);
    expect(acceptedOf(decision)).toMatchObject({
      effects: [{ kind: 'met', unit: KUOXIAN, name: '周老师', former: null }],
      learnt: { unit: KUOXIAN, phone: '13800138009', name: '周老师' },
    });
    const aside = decideMessage({ ...scene, addressed: false });
    expect(effectsOf(aside)).toEqual([]);
    expect(acceptedOf(aside).learnt).toMatchObject({ unit: KUOXIAN });
  });

  it('moves who was known to be elsewhere; a signature does not', () => {
    expect(acceptedOf(decideMessage(sceneOf(reporter(), says(told()))))).toMatchObject({
      effects: [{ kind: 'met', former: ZHANGJIAWAN }],
      learnt: { unit: KUOXIAN },
    });
    const signed = decideMessage(sceneOf(reporter(), says(told({ how: 'signed' }), { confidence: 0.9 })));
    expect(acceptedOf(signed).learnt).toBeNull();
  });

  it('within a report binds, and the report is that school’s', () => {
    const facts = reportOf(undefined, { introduction: told({ alone: false }), unit: KUOXIAN, units: [KUOXIAN] });
    const decision = acceptedOf(decideMessage(sceneOf(reporter(), facts)));
    expect(decision.changes[0]?.after.unit).toBe(KUOXIAN);
    expect(decision.learnt).toMatchObject({ unit: KUOXIAN });
  });

  it('of another school in a report is none: who speaks of one reports for it and stays where they are', () => {
    const facts = reportOf(undefined, { unit: KUOXIAN, units: [KUOXIAN] });
    const decision = acceptedOf(decideMessage(sceneOf(reporter(), facts)));
    expect(decision.changes[0]?.after.unit).toBe(KUOXIAN);
    expect(decision.learnt).toMatchObject({ unit: ZHANGJIAWAN });
  });

  it('answers the question for the unit, and is remembered with it', () => {
    const waiting = ticketIn('unassigned', { why: 'unit', unit: null, asked: 'unit', reporter: own });
    const facts = factsOf('supplement', { introduction: told(), unit: KUOXIAN, units: [KUOXIAN] });
    const decision = acceptedOf(decideMessage(sceneOf(stranger, facts, [waiting])));
    expect(decision.changes[0]?.after.unit).toBe(KUOXIAN);
    expect(decision.learnt).toMatchObject({ unit: KUOXIAN });
  });

  it('does not touch the tickets that are open', () => {
    const decision = decideMessage(sceneOf(reporter(), says(told()), [ticketIn('accepted')]));
    expect(acceptedOf(decision).changes).toEqual([]);
  });

  it('of a member of staff is talk', () => {
    expect(acceptedOf(decideMessage(sceneOf(member('zhaogaobin'), says(told())))).learnt).toBeNull();
  });
});

describe('a telephone number', () => {
  it('told with another’s name is not the reporter’s own', () => {
    const facts = (contact: string) => reportOf(undefined, { contact, phone: '13800138009' });
    const learnt = (contact: string) => acceptedOf(decideMessage(sceneOf(reporter(), facts(contact)))).learnt;
    expect(learnt('李老师')).toMatchObject({ phone: '13800138001', name: '' });
    expect(learnt('王主任')).toMatchObject({ phone: '13800138009' });
  });
});
