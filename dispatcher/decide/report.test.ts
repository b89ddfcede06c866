import { describe, expect, it } from 'vitest';
import type { Decision } from '../decision.js';
import { factsOf, faultOf, reportOf } from '../testing/facts.js';
import { KUOXIAN, ZHANGJIAWAN } from '../testing/house.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { NOW } from '../testing/time.js';
import { handsOf } from './hands.js';
import { decideMessage } from './message.js';
import { HOUR, MINUTE } from './time.js';

const stranger = reporter('zhou', { unit: null, phone: null, name: '周老师' });
const alarms = (decision: Decision): readonly string[] =>
  acceptedOf(decision).effects.flatMap((e) => (e.kind === 'alarm' ? [`${e.to}: ${e.why.kind}`] : []));
const questions = (decision: Decision): readonly unknown[] =>
  acceptedOf(decision).effects.flatMap((e) => (e.kind === 'receipt' ? [e.question] : []));

describe('a report', () => {
  it('makes one ticket, offered at once to the one on duty', () => {
    const decision = decideMessage(sceneOf(reporter(), reportOf()));
    expect(onlyAfter(decision)).toMatchObject({
      no: 'TZ-20261123-0017',
      state: 'offered',
      assignee: 'zhaogaobin',
      unit: ZHANGJIAWAN,
      place: '教学楼三层',
      level: 2,
      round: 1,
      reportedAt: NOW,
      phone: '13800138001',
      asked: null,
    });
    expect(effectsOf(decision)).toEqual(['receipt', 'offer']);
    expect(acceptedOf(decision).changes[0]?.events.map((e) => e.kind)).toEqual(['reported', 'offered']);
  });

  it('asks for what is missing, one thing only', () => {
    const decision = decideMessage(sceneOf(reporter('wang', { phone: null }), reportOf([faultOf({ location: null })])));
    expect(questions(decision)).toEqual(['location']);
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', asked: 'location' });
  });

  it('of level 1 is told to the lead and the manager as well', () => {
    const decision = decideMessage(sceneOf(reporter(), reportOf([faultOf({ severity: 1, scope: 'unit' })])));
    expect(alarms(decision)).toEqual(['zhangbingbing: level-1', 'wangxiubao: level-1']);
  });

  it('goes to the least busy of those on duty', () => {
    const busy = ticketIn('accepted', { id: 'busy', no: 'TZ-20261122-0001' });
    const loaded = { loads: handsOf([busy], NOW) };
    expect(onlyAfter(decideMessage(sceneOf(reporter(), reportOf(), [], { loaded })))).toMatchObject({
      assignee: 'dongyayang',
    });
  });

  it('tells everybody who can help when nobody has the duty', () => {
    const house = { ...sceneOf(reporter(), reportOf()).house, staff: [] };
    const decision = decideMessage(sceneOf(reporter(), reportOf(), [], { house }));
    expect(onlyAfter(decision)).toMatchObject({ state: 'unassigned' });
    expect(alarms(decision)).toEqual(['zhangbingbing: nobody', 'wangxiubao: nobody']);
  });

  it('learns the reporter’s own unit the first time one is named, and the number', () => {
    const facts = reportOf([faultOf()], { unit: KUOXIAN, units: [KUOXIAN], phone: '13800138009' });
    expect(acceptedOf(decideMessage(sceneOf(stranger, facts))).learnt).toEqual({
      unit: KUOXIAN,
      phone: '13800138009',
      name: '',
    });
    expect(acceptedOf(decideMessage(sceneOf(reporter(), facts))).learnt).toMatchObject({ unit: ZHANGJIAWAN });
    expect(acceptedOf(decideMessage(sceneOf(member('suzhe'), facts))).learnt).toBeNull();
  });

  it('names several units as its place, and asks for none', () => {
    const facts = reportOf([faultOf({ location: null, scope: 'region' })], { units: [KUOXIAN, ZHANGJIAWAN] });
    expect(onlyAfter(decideMessage(sceneOf(reporter(), facts)))).toMatchObject({
      unit: null,
      place: '漷县中学、张家湾中学',
    });
  });

  it('of a machine room has no unit, and nobody is asked for one', () => {
    const facts = reportOf([faultOf({ category: 'room', scope: 'unknown', location: null })], { room: '研修中心' });
    const decision = decideMessage(sceneOf(member('suzhe'), facts));
    expect(onlyAfter(decision)).toMatchObject({ unit: null, room: '研修中心', assignee: 'guozhenxin' });
    expect(questions(decision)).toEqual([null]);
  });
});

describe('a unit that is not known', () => {
  it('holds the dispatch back until it is told', () => {
    const decision = decideMessage(sceneOf(stranger, reportOf()));
    expect(onlyAfter(decision)).toMatchObject({ state: 'unassigned', why: 'unit', asked: 'unit' });
    expect(effectsOf(decision)).toEqual(['receipt']);
    expect(questions(decision)).toEqual(['unit']);
  });

  it('never holds level 1 back', () => {
    const decision = decideMessage(sceneOf(stranger, reportOf([faultOf({ severity: 1, scope: 'unit' })])));
    expect(onlyAfter(decision)).toMatchObject({ state: 'offered', asked: 'unit' });
    expect(effectsOf(decision)).toEqual(['receipt', 'offer', 'alarm', 'alarm']);
  });

  it('is taken from what the same person said just before', () => {
    const draft = { unit: KUOXIAN, location: '实验楼', phone: '13800138007', at: NOW - 2 * MINUTE };
    const loaded = { talk: { draft, choice: null } };
    const facts = reportOf([faultOf({ location: null })]);
    expect(onlyAfter(decideMessage(sceneOf(stranger, facts, [], { loaded })))).toMatchObject({
      state: 'offered',
      unit: KUOXIAN,
      place: '实验楼',
      phone: '13800138007',
    });
    const old = { talk: { draft: { ...draft, at: NOW - HOUR }, choice: null } };
    expect(onlyAfter(decideMessage(sceneOf(stranger, facts, [], { loaded: old })))).toMatchObject({ why: 'unit' });
  });
});

describe('two faults in one message', () => {
  const two = [
    faultOf(),
    faultOf({ category: 'surveillance', summary: '监控黑屏', location: '操场', scope: 'terminal' }),
  ];

  it('make two tickets with two numbers, and one question at the end', () => {
    const decision = decideMessage(sceneOf(reporter('wang', { phone: null }), reportOf(two)));
    expect(acceptedOf(decision).changes.map((c) => [c.after.no, c.after.fault])).toEqual([
      ['TZ-20261123-0017', '整层断网'],
      ['TZ-20261123-0018', '监控黑屏'],
    ]);
    expect(effectsOf(decision)).toEqual(['receipt', 'offer', 'receipt', 'offer']);
    expect(questions(decision)).toEqual([null, 'phone']);
  });

  it('both wait for the unit, which is asked for once', () => {
    const decision = decideMessage(sceneOf(stranger, reportOf(two)));
    expect(acceptedOf(decision).changes.map((c) => c.after.asked)).toEqual(['unit', 'unit']);
    expect(questions(decision)).toEqual([null, 'unit']);
  });

  it('make one where the other is open already', () => {
    const open = ticketIn('accepted', {
      no: 'TZ-20261123-0009',
      reporter: { ...ticketIn('offered').reporter, key: 'x' },
    });
    const decision = decideMessage(sceneOf(reporter(), reportOf(two), [open]));
    expect(acceptedOf(decision).changes.map((c) => c.after.no)).toEqual(['TZ-20261123-0009', 'TZ-20261123-0017']);
  });
});

describe('the same fault told again', () => {
  const open = ticketIn('accepted');

  it('by another person of the unit joins the open ticket', () => {
    const decision = decideMessage(sceneOf(reporter('li', { name: '李老师' }), reportOf(), [open]));
    expect(onlyAfter(decision)).toMatchObject({
      no: open.no,
      state: 'accepted',
      members: [{ key: 'playground:li', name: '李老师' }],
    });
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'joined', raised: false }]);
  });

  it('raises it where the tale is wider, never lowers it', () => {
    const wider = faultOf({ severity: 1, scope: 'unit', location: null });
    const decision = decideMessage(sceneOf(reporter('li'), reportOf([wider]), [open]));
    expect(onlyAfter(decision)).toMatchObject({ level: 1, scope: 'unit' });
    expect(effectsOf(decision)).toEqual(['joined', 'raised']);
    const smaller = faultOf({ severity: 3, scope: 'room', location: '教学楼三层 302' });
    expect(onlyAfter(decideMessage(sceneOf(reporter('li'), reportOf([smaller]), [open])))).toMatchObject({ level: 2 });
  });

  it('by the same person is heard as urging, and the engineer hears it', () => {
    const decision = decideMessage(sceneOf(reporter(), reportOf(), [open]));
    expect(onlyAfter(decision)).toMatchObject({ no: open.no, urged: 1 });
    expect(acceptedOf(decision).effects).toMatchObject([
      { kind: 'status', urged: true },
      { kind: 'passed-on', what: 'urge', to: 'zhaogaobin' },
    ]);
  });

  it('of another place by the same person is a ticket of its own', () => {
    const decision = decideMessage(sceneOf(reporter(), reportOf([faultOf({ location: '教学楼四层' })]), [open]));
    expect(onlyAfter(decision)).toMatchObject({ no: 'TZ-20261123-0017', place: '教学楼四层' });
  });
});

describe('words in parts', () => {
  it('are kept for the fault that is told next', () => {
    const decision = decideMessage(sceneOf(stranger, factsOf('supplement', { unit: KUOXIAN })));
    expect(acceptedOf(decision).talk).toMatchObject({ draft: { unit: KUOXIAN, location: null, phone: null, at: NOW } });
    expect(acceptedOf(decision).effects).toMatchObject([{ kind: 'what', unit: KUOXIAN }]);
  });

  it('add to one another', () => {
    const draft = { unit: KUOXIAN, location: null, phone: null, at: NOW - MINUTE };
    const scene = sceneOf(stranger, factsOf('supplement', { location: '实验楼' }), [], {
      loaded: { talk: { draft, choice: null } },
    });
    expect(acceptedOf(decideMessage(scene)).talk?.draft).toMatchObject({ unit: KUOXIAN, location: '实验楼' });
  });

  it('are kept in silence where the bot was not spoken to', () => {
    const scene = sceneOf(stranger, factsOf('supplement', { unit: KUOXIAN }), [], { addressed: false });
    expect(effectsOf(decideMessage(scene))).toEqual([]);
    expect(acceptedOf(decideMessage(scene)).talk).not.toBeNull();
  });
});
