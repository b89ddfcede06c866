import { StoreError } from './fault.js';

/** A database URL in its parts, percent signs decoded. */
export type DatabaseUrl = {
  readonly host: string;
  readonly port: number | null;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly query: URLSearchParams;
};

/** Takes a database URL apart. Throws `STORE_URL_INVALID`, without repeating the URL, for it may hold a password. */
export function parseUrl(url: string, protocols: readonly string[]): DatabaseUrl {
  const broken = (what: string): StoreError =>
    new StoreError(
      'STORE_URL_INVALID',
      `DATABASE_URL ${what}`,
      'Write it as mysql://user:password@host:3306/database or postgres://user:password@host:5432/database.',
    );
  if (!URL.canParse(url)) throw broken('is not a URL');
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
  if (!protocols.includes(protocol)) throw broken(`does not begin with ${protocols.join(' or ')}//`);
  const database = pathname.slice(1);
  if (database === '') throw broken('names no database');
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? null : Number(port),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(database),
      query: searchParams,
    };
  } catch {
    throw broken('has a percent sign that stands for nothing (write %25)');
  }
}
