/** What one look came to. `note` is worth knowing and stops nothing; `bad` has to be mended, and `cure` says how. */
export type Finding =
  | { readonly kind: 'ok'; readonly what: string }
  | { readonly kind: 'note'; readonly what: string; readonly cure: string }
  | { readonly kind: 'bad'; readonly what: string; readonly cure: string };

export const ok = (what: string): Finding => ({ kind: 'ok', what });
export const note = (what: string, cure: string): Finding => ({ kind: 'note', what, cure });
export const bad = (what: string, cure: string): Finding => ({ kind: 'bad', what, cure });

/** One finding as lines for a terminal. */
export function sayFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'ok':
      return `ok    ${finding.what}`;
    case 'note':
      return `note  ${finding.what}\n      ${finding.cure}`;
    case 'bad':
      return `BAD   ${finding.what}\n      → ${finding.cure}`;
    default:
      return finding satisfies never;
  }
}
