/** topology.yaml: trunks and rings between the machine rooms, by which reports are seen to share a cause. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import type { Topology } from './types.js';
import { checkYaml, readYaml, type YamlFile } from './yaml-file.js';

const name = z.string().min(1);

const trunk = z.strictObject({ name, ends: z.tuple([name, name]) }).superRefine(({ ends: [a, b] }, ctx) => {
  const cure = 'Name the two rooms that the line joins.';
  if (a === b)
    ctx.addIssue({ code: 'custom', message: 'A trunk ends where it began.', path: ['ends'], params: { cure } });
});

const ring = z.strictObject({ name, rooms: z.array(name).min(3) }).superRefine(({ rooms }, ctx) => {
  const cure = 'Name each room of the ring once.';
  if (new Set(rooms).size < rooms.length)
    ctx.addIssue({ code: 'custom', message: 'A room stands twice.', path: ['rooms'], params: { cure } });
});

const schema = z
  .strictObject({ trunks: z.array(trunk), rings: z.array(ring) })
  .superRefine(({ trunks, rings }, ctx) => {
    const seen = new Set<string>();
    for (const [list, lines] of [
      ['trunks', trunks],
      ['rings', rings],
    ] as const) {
      lines.forEach((line, i) => {
        const params = { cure: 'Give every trunk and ring a name of its own.' };
        if (seen.has(line.name))
          ctx.addIssue({ code: 'custom', message: `"${line.name}" stands twice.`, path: [list, i, 'name'], params });
        seen.add(line.name);
      });
    }
  });

/** The topology, or null where the file has a fault; the file itself for checks across files. */
export type TopologyFile = { readonly file: YamlFile; readonly read: Topology | null };

/** Reads topology.yaml. That its rooms are the policy's is checked across files. */
export function readTopology(text: string | null, report: Report): TopologyFile {
  const file = readYaml('topology.yaml', text, report);
  return { file, read: checkYaml(file, schema, report) };
}
