/** Reads multipart/form-data as grammY writes it (headers without blanks, which the platform's own parser refuses). */

export type Part = { readonly name: string; readonly fileName: string | null; readonly bytes: Uint8Array };

/** Takes the body and its content type; gives the parts. Throws where there is no boundary. */
export function readMultipart(body: Buffer, contentType: string): readonly Part[] {
  const boundary = /boundary=("?)([^";]+)\1/i.exec(contentType)?.[2];
  if (boundary === undefined) throw new Error('multipart without a boundary');
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(mark);
  while (at !== -1) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, split).toString('utf8');
    parts.push({
      name: /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1] ?? '',
      fileName: /filename="?([^";\r\n]+)"?/i.exec(head)?.[1] ?? null,
      bytes: Uint8Array.from(part.subarray(split + 4)),
    });
    at = next;
  }
  return parts;
}
