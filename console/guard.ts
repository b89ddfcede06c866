/**
 * Who may talk to the console. There is no log-in, so a page of somebody else's must not be able to use the browser of whoever
 * runs it: names that resolve to loopback are refused (DNS rebinding), and so are writes from another origin.
 */
import type { MiddlewareHandler } from 'hono';
import { fail } from './fault.js';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function nameOf(authority: string): string {
  return authority.replace(/:\d+$/, '').toLowerCase();
}

/** Refuses a Host header that is not local, where the console is bound to loopback (`host` is what it is bound to). */
export function localHostOnly(host: string): MiddlewareHandler {
  const names = isLoopback(host) ? new Set([...LOOPBACK_NAMES, host]) : null;
  return async (c, next) => {
    const asked = c.req.header('host') ?? new URL(c.req.url).host;
    if (names !== null && !names.has(nameOf(asked))) {
      return fail(c, 403, {
        code: 'host-refused',
        field: 'Host',
        message: `本服务只监听本机，请用 http://127.0.0.1 打开（要给别的机器用，请设置 HOST）。`,
      });
    }
    return next();
  };
}

/** Refuses writes that a page of another origin sent. Programs that send no Origin (curl, tests) are not browsers and may. */
export function sameOriginWrites(): MiddlewareHandler {
  return async (c, next) => {
    if (!WRITES.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const foreign = origin !== undefined && !sameHost(origin, host);
    if (foreign || (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none')) {
      return fail(c, 403, {
        code: 'origin-refused',
        field: 'Origin',
        message: '只接受本页面发出的请求，请从本页面操作。',
      });
    }
    return next();
  };
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** Headers of every answer: nothing from elsewhere is loaded, nobody may frame the page. */
export function safeHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
  };
}
