/**
 * Column kinds of the row types, each named for what it holds. Types are explicit (a bare column needs decorator metadata that
 * tsx and vitest do not emit), and the database's own types are the migrations' affair.
 */
import type { EntitySchemaColumnOptions } from 'typeorm';

/** Both drivers give 64-bit numbers as text; instants and counters stay far below 2^53. */
const asNumber = {
  to: (value: unknown): unknown => value,
  from: (value: string | number | null): number | null => (value === null ? null : Number(value)),
};

type Options = Pick<EntitySchemaColumnOptions, 'nullable' | 'primary'>;

/** Words from a closed list, ids, keys and names: short text compared byte by byte. */
export const text = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'varchar',
  ...options,
});

/** A document as JSON text, of any length. Parsed by whoever knows its type. */
export const json = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'text',
  ...options,
});

/** Milliseconds since the epoch, or a length of time in ms. */
export const millis = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'bigint',
  transformer: asNumber,
  ...options,
});

/** A small whole number. */
export const count = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'int',
  ...options,
});

/** True or false. */
export const flag = (name: string): EntitySchemaColumnOptions => ({ name, type: 'boolean' });

/** The order of making, given by the database; the primary key. */
export const sequence = (name: string): EntitySchemaColumnOptions => ({
  name,
  type: 'bigint',
  primary: true,
  generated: 'increment',
  transformer: asNumber,
});
