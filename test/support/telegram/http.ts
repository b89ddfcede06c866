/** The HTTP side of the fake: routes, faults, the record. Loopback only, any free port; can be taken away and brought back. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './faults.js';
import { readMultipart } from './multipart.js';
import type { Answer, StoredFile } from './types.js';

export type Call = {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Aborted when the caller hangs up. */
  readonly gone: AbortSignal;
};
export type Played = { readonly answer: Answer; readonly fault: Fault | null };

export type HttpPorts = {
  readonly token: string;
  call(call: Call): Promise<Played>;
  keepFile(name: string, bytes: Uint8Array): StoredFile;
  file(path: string): StoredFile | null;
};

export class FakeHttp {
  readonly #ports: HttpPorts;
  #server: Server;
  #port = 0;

  constructor(ports: HttpPorts) {
    this.#ports = ports;
    this.#server = this.#make();
  }

  get root(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens; after `close`, again on the same port. */
  listen(): Promise<void> {
    if (this.#port !== 0) this.#server = this.#make();
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** Cuts every connection and stops listening. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #make(): Server {
    return createServer((request, response) => {
      this.#route(request, response).catch(() => response.destroy());
    });
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const [, kind, token, rest] = /^\/(bot|file\/bot)([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    if (kind === undefined || token === undefined || rest === undefined) return json(response, notFound);
    if (token !== this.#ports.token) return json(response, unauthorized);
    if (kind === 'file/bot') return sendFile(response, this.#ports.file(decodeURIComponent(rest)));
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const payload = await this.#payload(request, url);
    const { answer, fault } = await this.#ports.call({ method: rest, payload, gone: gone.signal });
    play(response, answer, fault);
  }

  async #payload(request: IncomingMessage, url: URL): Promise<Readonly<Record<string, unknown>>> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const type = request.headers['content-type'] ?? '';
    const query: Record<string, unknown> = Object.fromEntries(url.searchParams);
    if (type.startsWith('multipart/')) return this.#form(body, type);
    if (body.length === 0) return query;
    return { ...query, ...(JSON.parse(body.toString('utf8')) as Record<string, unknown>) };
  }

  /** A field that says `attach://x` means the part named x: it becomes the stored file's id. */
  #form(body: Buffer, type: string): Readonly<Record<string, unknown>> {
    const parts = readMultipart(body, type);
    const files = new Map(
      parts
        .filter((part) => part.fileName !== null)
        .map((part) => [`attach://${part.name}`, this.#ports.keepFile(part.fileName ?? 'file', part.bytes).fileId]),
    );
    return Object.fromEntries(
      parts
        .filter((part) => part.fileName === null)
        .map((part) => {
          const text = Buffer.from(part.bytes).toString('utf8');
          return [part.name, files.get(text) ?? (/^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text)];
        }),
    );
  }
}

const unauthorized: Answer = { ok: false, error_code: 401, description: 'Unauthorized' };
const notFound: Answer = { ok: false, error_code: 404, description: 'Not Found' };

function json(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
}

function play(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  switch (fault?.kind) {
    case undefined:
    case 'answer':
      return json(response, answer);
    case 'page':
      response.writeHead(fault.code, { 'content-type': 'text/html' });
      response.end('<html><body><h1>Bad Gateway</h1></body></html>');
      return;
    case 'lost-before':
    case 'lost-after':
      response.destroy();
      return;
    case 'cut': {
      const body = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.write(body.slice(0, body.length / 2), () => response.destroy());
      return;
    }
    case 'hang':
      return;
  }
}

function sendFile(response: ServerResponse, file: StoredFile | null): void {
  if (!file) return json(response, notFound);
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.end(file.bytes);
}
