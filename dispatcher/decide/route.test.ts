import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../model.js';
import { STAFF } from '../testing/house.js';
import { route } from './route.js';

const loads = (entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(entries));

describe('who goes', () => {
  it('is the one on primary duty with the fewest open jobs', () => {
    expect(route('campus', STAFF, loads({ zhaogaobin: 2, dongyayang: 1 }), [])).toEqual({
      kind: 'to',
      staff: 'dongyayang',
      why: 'primary',
    });
  });

  it('is the first of the roster where they are equally busy', () => {
    expect(route('campus', STAFF, loads({}), [])).toMatchObject({ staff: 'zhaogaobin' });
    expect(route('campus', STAFF, loads({ zhaogaobin: 3, dongyayang: 3 }), [])).toMatchObject({ staff: 'zhaogaobin' });
  });

  it('is somebody on secondary duty only when the primary ones were asked, however busy they are', () => {
    expect(route('campus', STAFF, loads({ zhaogaobin: 9, dongyayang: 9 }), [])).toMatchObject({ why: 'primary' });
    expect(route('campus', STAFF, loads({}), ['zhaogaobin', 'dongyayang'])).toEqual({
      kind: 'to',
      staff: 'caoyunwu',
      why: 'secondary',
    });
  });

  it('is nobody when all were asked, or nobody has the duty', () => {
    expect(route('video', STAFF, loads({}), ['zhangyazhao', 'caoyunwu', 'hanqikun'])).toEqual({
      kind: 'nobody',
      why: 'everybody asked',
    });
    expect(route('event', [], loads({}), [])).toEqual({ kind: 'nobody', why: 'nobody on this duty' });
  });

  it('never is one who was asked, nor one without the duty', () => {
    const ids = STAFF.map((s) => s.id);
    fc.assert(
      fc.property(
        fc.constantFrom(...CATEGORIES),
        fc.subarray(ids),
        fc.dictionary(fc.constantFrom(...ids), fc.nat(5)),
        (category, passed, busy) => {
          const went = route(category, STAFF, loads(busy), passed);
          if (went.kind === 'nobody') return;
          const who = STAFF.find((s) => s.id === went.staff);
          expect(passed).not.toContain(went.staff);
          expect([...(who?.primary ?? []), ...(who?.secondary ?? [])]).toContain(category);
        },
      ),
    );
  });
});
