/** The shipped district as the reader of messages takes it, for tests. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Context, Staff, Unit } from '../../model.js';
import { createUnderstand } from '../understand.js';
import type { Directory } from '../directory.js';

const file = (name: string): string =>
  readFileSync(new URL(`../../../config/tongzhou/${name}`, import.meta.url), 'utf8');

const unitOf = (line: string): Unit => {
  const [name = '', short = '', kind = '', town = '', node = '', key = '0'] = line.split(',');
  const shortNames = short.split('|');
  return {
    name,
    short: shortNames[0] ?? name,
    shortNames,
    kind,
    town: town === '' ? null : town,
    node,
    key: key.trim() === '1',
  };
};

const units = file('units.csv')
  .split(/\r?\n/)
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('name,'))
  .map(unitOf);

type Rostered = {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Staff['role'] }[];
};
const staff = (parse(file('roster.yaml')) as Rostered).people.map(({ id, name, role }): Staff => ({
  id,
  name,
  role,
  primary: [],
  secondary: [],
  ids: {},
}));
const { rooms } = parse(file('policy.yaml')) as { readonly rooms: Directory['rooms'] };

/** units.csv, roster.yaml and the policy's rooms. */
export const district: Directory = { units, staff, rooms };
export const reader = createUnderstand(district);

/** A reporter of no known unit in a quiet hour; `but` says what is else. */
export const context = (but: Partial<Context> = {}): Context => ({
  role: 'reporter',
  unit: null,
  addressed: false,
  assignment: 'none',
  replyTo: 'none',
  ticket: 'none',
  asked: null,
  event: null,
  ...but,
});

/** The whole of a unit's official name by its end. */
export const named = (end: string): string => units.find((unit) => unit.name.endsWith(end))?.name ?? end;
