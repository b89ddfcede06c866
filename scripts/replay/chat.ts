/** What an exported chat is made of. Types only. */
import type { Instant } from '../../dispatcher/model.js';

/** Somebody as the export names them. `id` is the account in brackets, null where there is none. */
export type Speaker = { readonly name: string; readonly id: string | null };

/** One message. `line` is 1-based, the line of its head. */
export type Spoken = {
  readonly line: number;
  readonly at: Instant;
  readonly from: Speaker;
  readonly text: string;
  /** Pictures, files, voices: they stand as [图片] in an export and as nothing in what a bot reads. */
  readonly media: number;
};

/** A line that could not be used as it stands, and what was done instead. */
export type BadLine = { readonly line: number; readonly why: string };

export type Chat = {
  readonly messages: readonly Spoken[];
  readonly bad: readonly BadLine[];
  /** Lines of the platform itself: withdrawn messages, people who joined. */
  readonly notices: number;
};
