import { describe, expect, it } from 'vitest';
import { sayFault, type Fault } from '../fault.js';
import { readInspections } from './inspections.js';

const read = (text: string | null) => {
  const faults: Fault[] = [];
  const { inspections } = readInspections(text, (fault) => faults.push(fault));
  return { inspections, faults: faults.map(sayFault) };
};
const plan = (name: string, of = '机房') =>
  `  - { name: ${name}, of: ${of}, rooms: [研修中心], staff: [guozhenxin], every: 1, start: '2026-11-23' }`;

describe('inspections.yaml', () => {
  it('is plans with their hours', () => {
    const { inspections, faults } = read(`morning: '08:00'\nevening: '18:00'\nplans:\n${plan('日巡')}`);
    expect(faults).toEqual([]);
    expect(inspections).toEqual({
      morning: 480,
      evening: 1080,
      plans: [{ name: '日巡', of: '机房', rooms: ['研修中心'], staff: ['guozhenxin'], every: 1, start: '2026-11-23' }],
    });
  });

  it('may be missing: nothing is inspected', () => {
    expect(read(null).inspections.plans).toEqual([]);
  });

  it('names every fault at once', () => {
    const { faults } = read(
      `morning: '18:00'\nevening: '08:00'\nplans:\n${plan('日巡')}\n${plan('日巡')}\n${plan('校园', '校园')}`,
    );
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).toMatch(/evening.*ends before it begins[^]*stands twice[^]*inspected twice/u);
  });
});
