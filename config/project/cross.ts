/** What one file says about another. Reads the raw files, so that a fault in one place does not hide these. */
import type { Report } from '../fault.js';
import type { People } from './playground.js';
import type { PolicyFile } from './policy.js';
import type { Roster } from './roster.js';
import type { RotaFile } from './rota.js';
import type { TopologyFile } from './topology.js';
import type { UnitRow } from './units.js';
import { CATEGORIES } from './vocabulary.js';
import { rawAt, type YamlFile } from './yaml-file.js';

const listAt = (value: unknown, path: readonly PropertyKey[]): readonly unknown[] => {
  const list = rawAt(value, path);
  return Array.isArray(list) ? list : [];
};

/** lead, manager and desk of the policy are people of the roster in just that role. */
export function checkPosts(policy: YamlFile, roster: YamlFile, report: Report): void {
  if (roster.raw === undefined) return;
  const people = listAt(roster.raw, ['people']);
  for (const post of ['lead', 'manager', 'desk'] as const) {
    const id = rawAt(policy.raw, [post]);
    if (typeof id !== 'string') continue;
    const tell = (problem: string, cure: string): void => {
      report({ file: policy.name, line: policy.line([post]), field: post, problem, cure });
    };
    const holder = people.find((person) => rawAt(person, ['id']) === id);
    if (holder === undefined)
      tell(`${id} is not on the roster.`, `Write the id of the person with role: ${post} in roster.yaml.`);
    else if (rawAt(holder, ['role']) !== post) {
      tell(`${id} has another role on the roster.`, `Give ${id} role: ${post} in roster.yaml, or name another person.`);
    }
  }
}

/** Every kind of work has somebody for it, and somebody after them (design.md 4, the ladder). */
export function checkDuties(roster: YamlFile, report: Report): void {
  if (roster.raw === undefined) return;
  const people = listAt(roster.raw, ['people']);
  for (const duty of ['primary', 'secondary'] as const) {
    const held = new Set(people.flatMap((person) => listAt(person, [duty])));
    for (const category of CATEGORIES) {
      if (held.has(category)) continue;
      const cure = `Add ${category} to the ${duty} list of somebody.`;
      report({
        file: roster.name,
        line: null,
        field: `people[].${duty}`,
        problem: `Nobody has ${category} as ${duty} duty.`,
        cure,
      });
    }
  }
}

/** Every unit hangs on a room of the policy. */
export function checkNodes(units: readonly UnitRow[], policy: YamlFile, report: Report): void {
  const rooms = listAt(policy.raw, ['rooms']).map((room) => rawAt(room, ['name']));
  if (rooms.length === 0) return;
  for (const { line, unit } of units) {
    if (unit.node === '' || rooms.includes(unit.node)) continue;
    const problem = `${unit.node} is no room of policy.yaml.`;
    report({ file: 'units.csv', line, field: 'node_site', problem, cure: `Choose one of: ${rooms.join(', ')}.` });
  }
}

/** Trunks and rings join rooms of the policy. */
export function checkTopology(topology: YamlFile, policy: YamlFile, report: Report): void {
  const known = listAt(policy.raw, ['rooms']).map((room) => rawAt(room, ['name']));
  if (known.length === 0) return;
  for (const [list, field] of [
    ['trunks', 'ends'],
    ['rings', 'rooms'],
  ] as const) {
    listAt(topology.raw, [list]).forEach((line, i) => {
      listAt(line, [field]).forEach((room, j) => {
        if (known.includes(room)) return;
        const problem = `${String(room)} is no room of policy.yaml.`;
        const at = { line: topology.line([list, i, field, j]), field: `${list}[${i}].${field}[${j}]` };
        report({ file: topology.name, ...at, problem, cure: `Choose one of: ${known.join(', ')}.` });
      });
    });
  }
}

/** The playground's reporters are nobody of the roster, have ids of their own, and come from units of the list. */
export function checkPeople(people: People, roster: Roster, units: readonly UnitRow[], report: Report): void {
  const taken = new Set(roster.staff.flatMap((staff) => [staff.id, staff.ids.playground]));
  const names = new Set(units.map((row) => row.unit.name));
  people.people.forEach((person, i) => {
    const tell = (field: string, problem: string, cure: string): void => {
      const path = ['people', i, field];
      report({ file: people.file.name, line: people.file.line(path), field: `people[${i}].${field}`, problem, cure });
    };
    if (taken.has(person.id))
      tell('id', `${person.id} is taken.`, 'Give every person of the playground an id of their own.');
    taken.add(person.id);
    if (person.unit !== null && units.length > 0 && !names.has(person.unit)) {
      tell('unit', `${person.unit} is no unit of units.csv.`, 'Write its official name, the first column.');
    }
  });
}

/** Whoever takes turns is on the roster and may be sent out: neither the manager nor 甲方 is. */
export function checkRota({ file, rota }: RotaFile, roster: Roster, report: Report): void {
  if (file === null || roster.staff.length === 0) return;
  const goes = roster.staff.filter(({ role }) => role !== 'manager' && role !== 'client').map(({ id }) => id);
  rota.rotation?.turns.forEach((turn, i) =>
    turn.forEach((id, j) => {
      if (goes.includes(id)) return;
      const path = ['rotation', 'turns', i, j];
      const field = `rotation.turns[${i}][${j}]`;
      const cure = `Choose one of: ${goes.join(', ')}.`;
      report({ file: file.name, line: file.line(path), field, problem: `${id} cannot have duty.`, cure });
    }),
  );
}

/** All checks across files. */
export function checkAcross(
  units: readonly UnitRow[],
  roster: Roster,
  policy: PolicyFile,
  people: People,
  topology: TopologyFile,
  report: Report,
): void {
  checkTopology(topology.file, policy.file, report);
  checkPosts(policy.file, roster.file, report);
  checkDuties(roster.file, report);
  checkNodes(units, policy.file, report);
  checkPeople(people, roster, units, report);
}
