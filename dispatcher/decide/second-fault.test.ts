import { describe, expect, it } from 'vitest';
import type { Facts, Fault, Ticket } from '../model.js';
import { factsOf, faultOf } from '../testing/facts.js';
import { reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';

const gate = faultOf({
  category: 'surveillance',
  scope: 'terminal',
  location: '校门口',
  summary: '门禁失灵',
  severity: 3,
});
const vague = faultOf({ category: 'metro', scope: 'unknown', location: null, summary: '断网' });
const first = ticketIn('accepted');

/** What becomes of it: a new ticket, or a word on the first. */
const becomes = (
  symptoms: readonly Fault[],
  tickets: readonly Ticket[] = [first],
  change: Partial<Facts> = {},
): string => {
  const facts = factsOf('supplement', { symptoms, words: '原话', ...change });
  const decision = acceptedOf(decideMessage(sceneOf(reporter(), facts, tickets, { loaded: { nextNumber: 30 } })));
  return decision.changes.map((c) => (tickets.some((t) => t.id === c.after.id) ? 'detail' : 'report')).join();
};

describe('a second broken thing, told by the same person', () => {
  it.each<[string, Fault, string]>([
    ['another kind of thing', gate, 'report'],
    ['another kind of thing at the same place', { ...gate, location: '教学楼三层' }, 'report'],
    ['the same at another floor', faultOf({ location: '二楼' }), 'report'],
    ['the same in another building', faultOf({ location: '实验楼', scope: 'building' }), 'report'],
    ['a printer', faultOf({ location: null, scope: 'terminal', summary: '打印机故障' }), 'report'],
    ['the same floor', faultOf({ location: '三楼' }), 'detail'],
    ['a room of it', faultOf({ location: '302', scope: 'room' }), 'detail'],
    [
      'the Wi-Fi, of a floor without network',
      faultOf({ category: 'wireless', location: null, scope: 'unknown' }),
      'detail',
    ],
    ['a loss without place and extent', vague, 'detail'],
  ])('%s', (_, fault, expected) => {
    expect(becomes([fault])).toBe(expected);
  });

  it('of a camera’s ticket: a loss without place and extent can be its cause, one of a floor is another', () => {
    const camera = ticketIn('accepted', {
      category: 'surveillance',
      place: '门卫室',
      scope: 'terminal',
      fault: '监控离线',
    });
    expect(becomes([vague], [camera])).toBe('detail');
    expect(becomes([faultOf()], [camera])).toBe('report');
  });

  it('is detail of whichever of several open tickets it fits', () => {
    const camera = ticketIn('accepted', {
      no: 'TZ-20261123-0018',
      category: 'surveillance',
      place: '校门口',
      scope: 'terminal',
      fault: '监控离线',
    });
    const facts = factsOf('supplement', { symptoms: [gate], words: '校门口那台也不行' });
    const decision = acceptedOf(decideMessage(sceneOf(reporter(), facts, [camera, first])));
    expect(decision.changes.map((c) => c.after.no)).toEqual(['TZ-20261123-0018']);
  });

  it('keeps the open question of the first', () => {
    const asked = ticketIn('offered', { asked: 'phone', phone: null });
    expect(becomes([gate], [asked])).toBe('report');
  });

  it.each<[string, Partial<Facts>]>([
    ['words that put right what was told', { amends: true }],
    ['words that name the ticket', { tickets: ['0017'] }],
  ])('%s are about that', (_, change) => {
    expect(becomes([gate], [first], change)).toBe('detail');
  });

  it('told as wider than the first counts as well, where it is another thing', () => {
    const all = faultOf({ category: 'surveillance', scope: 'unit', location: null, summary: '全校监控离线' });
    const facts = factsOf('supplement', { faults: [all], words: '现在全校监控都黑了' });
    expect(effectsOf(decideMessage(sceneOf(reporter(), facts, [first])))).toEqual(['receipt', 'offer']);
  });
});
