import type { Api } from 'grammy';
import type { FetchedFile } from '../gateway.js';
import { readFailure } from './outcome.js';

/** Fetches what people attach (channels.md D.6). */

/** The Bot API gives no larger ones. */
const MAX_BYTES = 20 * 1024 * 1024;

export type FilePorts = {
  readonly api: Api;
  readonly token: string;
  readonly apiRoot: string;
  readonly downloadMs: number;
};

const gone = (reason: string): FetchedFile => ({ kind: 'gone', reason });

/** Takes a file id; gives its bytes, or why there are none. Never rejects; no reason holds a URL, which holds the token. */
export async function fetchTelegramFile(ref: string, ports: FilePorts): Promise<FetchedFile> {
  let path: string;
  try {
    const file = await ports.api.getFile(ref);
    if ((file.file_size ?? 0) > MAX_BYTES) return gone('larger than 20 MB');
    if (file.file_path === undefined) return gone('the Bot API gives no path for it');
    path = file.file_path;
  } catch (error) {
    const failure = readFailure(error);
    return gone(failure.kind === 'outcome' ? failure.outcome.reason : failure.kind);
  }
  try {
    const url = `${ports.apiRoot}/file/bot${ports.token}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(ports.downloadMs) });
    if (!response.ok || response.body === null) return gone(`the download was refused (${response.status})`);
    const bytes = await readAll(response.body);
    if (bytes === null) return gone('larger than 20 MB');
    return { kind: 'file', name: path.split('/').at(-1) ?? null, bytes };
  } catch {
    return gone('the download broke off');
  }
}

/** null where it is larger than it may be; the rest is not read then. */
async function readAll(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
