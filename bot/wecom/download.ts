import { decryptFile } from '@wecom/aibot-node-sdk';
import axios from 'axios';
import { z } from 'zod';
import type { FetchedFile } from '../gateway.js';

/**
 * Fetches a picture or file that came with a message (channels.md A.4, «Media»).
 *
 * Not over the SDK's `downloadFile`: that reads an answer of any size into memory, and fails on a file name with a stray «%».
 * The decryption is the SDK's.
 */

const reference = z.object({ url: z.url({ protocol: /^https?$/ }), aeskey: z.string().nullable() });

/** Bytes of a file (A.7); the padding adds at most 32. */
export const FILE_BYTES = 20 * 1024 * 1024;

const gone = (reason: string): FetchedFile => ({ kind: 'gone', reason });

/** Takes an attachment's `ref` and a time limit in ms; gives the file, or why it cannot be had. Never rejects. */
export async function fetchAttachment(ref: string, timeoutMs: number): Promise<FetchedFile> {
  const parsed = readRef(ref);
  if (!parsed) return gone('not a reference of this channel');
  try {
    const answer = await axios.get<ArrayBuffer>(parsed.url, {
      responseType: 'arraybuffer',
      signal: AbortSignal.timeout(timeoutMs),
      validateStatus: () => true,
      maxContentLength: FILE_BYTES + 32,
    });
    if (answer.status !== 200) return gone(`HTTP ${answer.status}: an address is good for five minutes`);
    const header: unknown = answer.headers['content-disposition'];
    const raw = Buffer.from(answer.data);
    const bytes = parsed.aeskey === null ? raw : decryptFile(raw, parsed.aeskey);
    if (bytes.length > FILE_BYTES) return gone('larger than 20 MB');
    return { kind: 'file', name: typeof header === 'string' ? fileName(header) : null, bytes: new Uint8Array(bytes) };
  } catch (error) {
    return gone(whyNot(error));
  }
}

function readRef(ref: string): z.infer<typeof reference> | null {
  try {
    return reference.safeParse(JSON.parse(ref)).data ?? null;
  } catch {
    return null;
  }
}

/** In words without the address, which is a key in itself. */
function whyNot(error: unknown): string {
  if (!axios.isAxiosError(error)) return 'could not be decrypted';
  if (error.code === 'ERR_BAD_RESPONSE' && error.message.includes('maxContentLength')) return 'larger than 20 MB';
  return `download failed (${error.code ?? 'no code'})`;
}

/** Takes a Content-Disposition; gives the file's name without any path, or null. RFC 5987's form goes first. */
export function fileName(header: string): string | null {
  const encoded = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  const name = encoded ?? plain?.[1] ?? plain?.[2];
  if (name === undefined) return null;
  return unescape(name).split(/[\\/]/).at(-1)?.slice(0, 255) || null;
}

function unescape(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
