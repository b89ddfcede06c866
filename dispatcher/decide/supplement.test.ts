import { describe, expect, it } from 'vitest';
import type { Facts } from '../model.js';
import { factsOf, faultOf } from '../testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, refusalOf, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';

const stranger = reporter('zhou', { unit: null, phone: null });
const own = { key: stranger.key, name: '周老师', chat: ticketIn('offered').home, user: 'zhou' };
const held = (n = 17) =>
  ticketIn('unassigned', {
    no: `TZ-20261123-00${n}`,
    reporter: own,
    why: 'unit',
    unit: null,
    asked: 'unit',
    phone: null,
    round: 0,
  });

describe('the answer to the bot’s question', () => {
  it('completes a ticket that waited for its unit, and sends it out', () => {
    const decision = decideMessage(
      sceneOf(stranger, factsOf('supplement', { unit: KUOXIAN, units: [KUOXIAN] }), [held()]),
    );
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', unit: KUOXIAN, asked: 'phone' });
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'receipt', question: 'phone' }, { kind: 'offer' }]);
    expect(acceptedOf(decision).learnt).toMatchObject({ unit: KUOXIAN });
  });

  it('completes every ticket of the message that told no unit, and asks on for one only', () => {
    const facts = factsOf('supplement', { unit: KUOXIAN, units: [KUOXIAN], location: '实验楼' });
    const decision = acceptedOf(decideMessage(sceneOf(stranger, facts, [held(18), held(17)])));
    expect(decision.changes.map(({ after }) => [after.no.slice(-2), after.unit, after.state, after.place])).toEqual([
      ['18', KUOXIAN, 'offered', '教学楼三层、实验楼'],
      ['17', KUOXIAN, 'offered', '教学楼三层'],
    ]);
    const asked = decision.effects.flatMap((e) => (e.kind === 'receipt' ? [e.question] : []));
    expect(asked).toEqual(['phone', null]);
    expect(decision.changes.map((c) => c.after.asked)).toEqual(['phone', null]);
  });

  it('goes to the newest of several that wait for something else', () => {
    const waiting = [19, 18].map((n) => ticketIn('offered', { no: `TZ-20261123-00${n}`, asked: 'phone', phone: null }));
    const decision = decideMessage(sceneOf(reporter(), factsOf('supplement', { phone: '13800138009' }), waiting));
    expect(onlyAfter(decision)).toMatchObject({ no: 'TZ-20261123-0019', phone: '13800138009', asked: null });
  });

  it('is no answer to a rating, nor to a question of a finished ticket', () => {
    const done = ticketIn('resolved', { asked: 'phone' });
    const decision = decideMessage(sceneOf(reporter(), factsOf('supplement', { phone: '13800138009' }), [done]));
    expect(acceptedOf(decision).changes).toEqual([]);
  });

  it('asks the next question once, and not the same one twice', () => {
    const ticket = ticketIn('offered', { asked: 'location', place: null, phone: null });
    const first = decideMessage(sceneOf(reporter(), factsOf('supplement', { location: '三楼' }), [ticket]));
    expect(acceptedOf(first).effects[0]).toMatchObject({ kind: 'noted', question: 'phone' });
    const beside = decideMessage(sceneOf(reporter(), factsOf('supplement', { contact: '刘主任' }), [ticket]));
    expect(acceptedOf(beside).effects[0]).toMatchObject({ kind: 'noted', question: null });
    expect(onlyAfter(beside)).toMatchObject({ asked: 'location', contact: '刘主任' });
  });

  it('takes a scope that leaves the level as it was, and goes on to the place', () => {
    const ticket = ticketIn('offered', { asked: 'scope', scope: 'unknown', place: null });
    const fault = faultOf({ scope: 'rooms', location: null });
    const decision = decideMessage(sceneOf(reporter(), factsOf('supplement', { faults: [fault] }), [ticket]));
    expect(onlyAfter(decision)).toMatchObject({ scope: 'rooms', level: 2, asked: 'location' });
  });
});

describe('detail of a ticket at work', () => {
  it('is noted and passed to the engineer', () => {
    const decision = decideMessage(
      sceneOf(reporter(), factsOf('supplement', { location: '四层' }), [ticketIn('accepted')]),
    );
    expect(onlyAfter(decision)).toMatchObject({ place: '教学楼三层、四层' });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'noted', question: null },
      { kind: 'passed-on', what: 'supplement', to: 'zhaogaobin' },
    ]);
  });

  it('is not passed to the engineer whose own words it is', () => {
    const facts = factsOf('supplement', { tickets: ['0017'], location: '四层' });
    expect(effectsOf(decideMessage(sceneOf(member('zhaogaobin'), facts, [ticketIn('accepted')])))).toEqual(['noted']);
  });

  it('raises the level by the newest statement, and lowers it too', () => {
    const wider = factsOf('supplement', { faults: [faultOf({ severity: 1, scope: 'unit', location: null })] });
    const raised = decideMessage(sceneOf(reporter(), wider, [ticketIn('accepted')]));
    expect(onlyAfter(raised)).toMatchObject({ level: 1, scope: 'unit' });
    expect(effectsOf(raised)).toEqual(['noted', 'raised', 'passed-on']);
    const smaller = factsOf('supplement', { faults: [faultOf({ severity: 3, scope: 'room' })] });
    const lowered = decideMessage(sceneOf(reporter(), smaller, [ticketIn('accepted')]));
    expect(onlyAfter(lowered)).toMatchObject({ level: 3, scope: 'room' });
    expect(effectsOf(lowered)).toEqual(['noted', 'passed-on']);
  });

  it('sends out a held one that turns out to be level 1, unit or not', () => {
    const facts = factsOf('supplement', { faults: [faultOf({ severity: 1, scope: 'unit', location: null })] });
    const decision = decideMessage(sceneOf(stranger, facts, [held()]));
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', level: 1, unit: null, asked: 'unit' });
  });

  it('does not move the ticket to the sender’s own unit, only to one that is named', () => {
    const own = factsOf('supplement', { unit: KUOXIAN, location: '四层' });
    expect(onlyAfter(decideMessage(sceneOf(reporter(), own, [ticketIn('accepted')])))).toMatchObject({
      unit: ZHANGJIAWAN,
    });
    const named = { ...own, units: [KUOXIAN] };
    expect(onlyAfter(decideMessage(sceneOf(reporter(), named, [ticketIn('accepted')])))).toMatchObject({
      unit: KUOXIAN,
    });
  });

  it.each(['resolved', 'closed', 'cancelled', 'merged'] as const)('changes no ticket that is %s', (state) => {
    const facts = factsOf('supplement', { tickets: ['0017'], faults: [faultOf({ severity: 1 })] });
    expect(refusalOf(decideMessage(sceneOf(reporter(), facts, [ticketIn(state)])))).toMatchObject({
      kind: 'not-in-state',
      act: 'supplement',
    });
  });

  it.each<[string, Partial<Facts>, string]>([
    ['more of it is put to it', { location: '东侧' }, '教学楼三层 东侧'],
    ['said again it stays', { location: '三楼' }, '教学楼三层'],
    ['told more closely it is taken', { location: '教学楼三层 302' }, '教学楼三层 302'],
    ['put right it is another', { location: '二层', amends: true }, '教学楼二层'],
    [
      'of somebody who waits it is not the place of the fault',
      { location: '门卫室', words: '我在门卫室等师傅，到了给我打电话' },
      '教学楼三层',
    ],
    [
      'of a symptom that can be on the way it is not either',
      { location: '弱电间', words: '弱电间的灯灭了', symptoms: [faultOf({ scope: 'room', location: '弱电间' })] },
      '教学楼三层',
    ],
  ])('a place: %s', (_, facts, place) => {
    const decision = decideMessage(sceneOf(reporter(), factsOf('supplement', facts), [ticketIn('accepted')]));
    expect(onlyAfter(decision)).toMatchObject({ place });
  });

  it('a place of a whole school’s fault is only that of whoever waits, unless it was asked for', () => {
    const whole = ticketIn('accepted', { scope: 'unit', place: null });
    const waits = factsOf('supplement', { location: '门卫室', words: '我在门卫室等师傅，到了给我打电话' });
    expect(onlyAfter(decideMessage(sceneOf(reporter(), waits, [whole])))).toMatchObject({ place: null });
  });

  it('asks which one, where the sender has two and named none', () => {
    const two = [ticketIn('accepted', { no: 'TZ-20261123-0018' }), ticketIn('offered')];
    expect(effectsOf(decideMessage(sceneOf(reporter(), factsOf('supplement', { location: '四层' }), two)))).toEqual([
      'choice',
    ]);
  });
});
