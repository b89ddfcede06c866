import { describe, expect, it } from 'vitest';
import type { Facts, Sender, Ticket } from '../model.js';
import { factsOf } from '../testing/facts.js';
import { member, reporter } from '../testing/people.js';
import { acceptedOf, effectsOf, onlyAfter, sceneOf } from '../testing/scenes.js';
import { ticketIn } from '../testing/tickets.js';
import { decideMessage } from './message.js';

const said = (
  bare: Facts['bare'],
  tickets: readonly Ticket[],
  change: Partial<Facts> = {},
  by: Sender = member('zhaogaobin'),
) => decideMessage(sceneOf(by, factsOf('resolve', { bare, ...change }), tickets));
const suspended = ticketIn('suspended');
const other = ticketIn('suspended', { no: 'TZ-20261123-0018' });
const atWork = ticketIn('arrived', { no: 'TZ-20261123-0019' });

describe('a bare word of an engineer', () => {
  it.each(['resume', 'restored'] as const)('%s goes on with the suspended job, whatever else is at work', (bare) => {
    expect(onlyAfter(said(bare, [suspended]))).toMatchObject({ state: 'accepted' });
    expect(onlyAfter(said(bare, [suspended, atWork]))).toMatchObject({ no: suspended.no, state: 'accepted' });
    expect(onlyAfter(said(bare, [suspended, other], { tickets: ['0018'] }))).toMatchObject({ no: other.no });
  });

  it('asks which of two suspended ones goes on', () => {
    const decision = acceptedOf(said('restored', [suspended, other]));
    expect(decision).toMatchObject({ changes: [], talk: { choice: { facts: { intent: 'resume' } } } });
  });

  it.each(['resume', 'restored'] as const)('%s without a suspended job is asked about', (bare) => {
    const decision = acceptedOf(said(bare, [atWork]));
    expect(decision.changes).toEqual([]);
    expect(effectsOf(decision)).toEqual(['whether']);
    const loaded = { talk: { draft: null, choice: decision.talk?.choice ?? null } };
    const yes = sceneOf(member('zhaogaobin'), factsOf('accept', { bare: 'yes' }), [atWork], { loaded });
    expect(onlyAfter(decideMessage(yes))).toMatchObject({ no: atWork.no, state: 'resolved' });
  });

  it('well ends what is at work, and never what is suspended', () => {
    expect(onlyAfter(said('well', [atWork]))).toMatchObject({ state: 'resolved' });
    expect(effectsOf(said('well', [suspended]))).toEqual(['whether']);
    expect(acceptedOf(said('well', [suspended])).changes).toEqual([]);
  });

  it('with what was done is the repair, also of a suspended job', () => {
    expect(onlyAfter(said(null, [suspended], { words: '换了光模块' }))).toMatchObject({ state: 'resolved' });
  });

  it('of the school is its own word', () => {
    const decision = decideMessage(sceneOf(reporter(), factsOf('recovered', { bare: 'restored' }), [suspended]));
    expect(onlyAfter(decision)).toMatchObject({ state: 'resolved' });
  });
});
