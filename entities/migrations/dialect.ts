/**
 * The column types in which PostgreSQL, MySQL 8 and MariaDB 10.11 differ, so that one set of migrations serves all three. Text is
 * compared byte by byte everywhere, without padding: two ids that differ in a trailing blank are two ids.
 */
import { TableColumn, type QueryRunner } from 'typeorm';

type Options = { readonly nullable?: boolean; readonly primary?: boolean };

/** Builders of columns for one database; every name they take is a column's. */
export type Dialect = {
  /** Short text of at most `length` characters. */
  text(name: string, length: number, options?: Options): TableColumn;
  /** Text of any length: JSON documents and sealed words. */
  json(name: string, options?: Options): TableColumn;
  /** An instant or a length of time in ms. */
  millis(name: string, options?: Options): TableColumn;
  count(name: string, options?: Options): TableColumn;
  flag(name: string): TableColumn;
  /** The primary key, given by the database in the order of making. */
  sequence(name: string): TableColumn;
};

const at = (options: Options = {}): { isNullable: boolean; isPrimary: boolean } => ({
  isNullable: options.nullable ?? false,
  isPrimary: options.primary ?? false,
});

const collationOf = async (runner: QueryRunner): Promise<{ collation: string; charset?: string; long: string }> => {
  if (runner.dataSource.options.type === 'postgres') return { collation: 'C', long: 'text' };
  const rows = (await runner.query('SELECT VERSION() AS version')) as readonly { version: string }[];
  const mariadb = /mariadb/i.test(rows[0]?.version ?? '');
  return { charset: 'utf8mb4', collation: mariadb ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin', long: 'longtext' };
};

/** Asks the database what it is, and gives the builders for it. */
export async function dialect(runner: QueryRunner): Promise<Dialect> {
  const { long, ...words } = await collationOf(runner);
  return {
    text: (name, length, options) =>
      new TableColumn({ name, type: 'varchar', length: String(length), ...words, ...at(options) }),
    json: (name, options) => new TableColumn({ name, type: long, ...words, ...at(options) }),
    millis: (name, options) => new TableColumn({ name, type: 'bigint', ...at(options) }),
    count: (name, options) => new TableColumn({ name, type: 'int', ...at(options) }),
    flag: (name) => new TableColumn({ name, type: 'boolean', ...at() }),
    sequence: (name) =>
      new TableColumn({
        name,
        type: 'bigint',
        isGenerated: true,
        generationStrategy: 'increment',
        ...at({ primary: true }),
      }),
  };
}
