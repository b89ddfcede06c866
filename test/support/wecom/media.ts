import { createCipheriv, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Clock } from './types.js';

/** Encrypted pictures and files for download (A.4, «Media»). */

export type Media = {
  /** Takes bytes and a name; gives the path to fetch them at, good for five minutes, and the key. */
  put(bytes: Uint8Array, name: string | null): { readonly path: string; readonly aeskey: string };
  handle(response: ServerResponse, path: string): void;
};

/** Takes a clock; gives a store with nothing in it. */
export function createMedia(now: Clock): Media {
  const files = new Map<string, { readonly sealed: Buffer; readonly name: string | null; readonly at: number }>();
  return {
    put(bytes, name) {
      const key = randomBytes(32);
      const path = `/media/${files.size + 1}`;
      files.set(path, { sealed: seal(bytes, key), name, at: now() });
      return { path, aeskey: key.toString('base64') };
    },
    handle(response, path) {
      const file = files.get(path);
      if (!file) return void response.writeHead(404).end();
      if (now() - file.at > 300_000) return void response.writeHead(403).end();
      const named =
        file.name === null
          ? {}
          : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` };
      response.writeHead(200, { 'content-type': 'application/octet-stream', ...named }).end(file.sealed);
    },
  };
}

/** AES-256-CBC, the key's first half as IV, PKCS#7 to blocks of 32. */
function seal(bytes: Uint8Array, key: Buffer): Buffer {
  const pad = 32 - (bytes.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(pad, pad)])), cipher.final()]);
}
