import { describe, expect, it } from 'vitest';
import { sayFault, type Fault } from '../fault.js';
import { readRota } from './rota.js';

const SHIFT = "shifts: [{ name: 夜班, hours: '18:00-08:00', days: 每天 }]";
const read = (
  text: string | null,
): { readonly rota: ReturnType<typeof readRota>['rota']; readonly faults: string[] } => {
  const faults: Fault[] = [];
  const { rota } = readRota(text, (fault) => faults.push(fault));
  return { rota, faults: faults.map(sayFault) };
};

describe('rota.yaml', () => {
  it('has shifts that may end on the next day, a rotation, and the reserve', () => {
    const { rota, faults } = read(
      `${SHIFT}\nrotation: { start: '2026-11-30', days: 7, turns: [[a, b]] }\nreserve: [{ name: 城域网, most: 4, categories: [metro] }]`,
    );
    expect(faults).toEqual([]);
    expect(rota.shifts).toEqual([{ name: '夜班', from: 1080, to: 1920, days: '每天' }]);
    expect(rota.rotation?.turns).toEqual([['a', 'b']]);
    expect(rota.reserve).toEqual([{ name: '城域网', aliases: [], most: 4, categories: ['metro'] }]);
  });

  it('may be missing: then nobody takes turns', () => {
    expect(read(null)).toEqual({ rota: { shifts: [], rotation: null, reserve: [] }, faults: [] });
  });

  it.each([
    ["shifts: [{ name: 夜班, hours: '18-8', days: 每天 }]", /shifts\[0\]\.hours: This is no stretch of a day/],
    ["shifts: [{ name: 夜班, hours: '18:00-08:00', days: 周末 }]", /shifts\[0\]\.days: "周末" .*→ Choose one of: 每天/],
    [`${SHIFT}\nrotation: { start: '2026-11-31', days: 7, turns: [[a]] }`, /rotation\.start: "2026-11-31" is no date/],
    ["rotation: { start: '2026-11-30', days: 7, turns: [[a]] }", /rotation: There is no shift/],
    ['reserve: [{ name: 城域网, most: 4, categories: [metros] }]', /reserve\[0\]\.categories\[0\]: "metros"/],
    [
      'reserve: [{ name: 甲, aliases: [城域], most: 1, categories: [metro] }, { name: 城域, most: 1, categories: [metro] }]',
      /"城域" stands twice/,
    ],
    ['shift: []', /shift: Unknown: shift/],
  ])('%s', (text, said) => {
    expect(read(text).faults).toEqual([expect.stringMatching(said)]);
  });
});
