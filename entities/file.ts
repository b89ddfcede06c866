import { EntitySchema } from 'typeorm';
import { count, json, millis, text } from './columns.js';

/** A picture or file that came with a message; its bytes lie under the files folder at `path`. One row a message and hash. */
export type FileRow = {
  id: string;
  message: string;
  /** image, file, voice or video, as the gateway said. */
  kind: string;
  /** As the sender named it, telephones sealed. */
  name: string | null;
  sha256: string;
  bytes: number;
  /** Relative to the files folder. */
  path: string;
  keptAt: number;
};

export const FileTable = new EntitySchema<FileRow>({
  name: 'file',
  columns: {
    id: text('id', { primary: true }),
    message: text('message'),
    kind: text('kind'),
    name: json('name', { nullable: true }),
    sha256: text('sha256'),
    bytes: count('bytes'),
    path: text('path'),
    keptAt: millis('kept_at'),
  },
});
