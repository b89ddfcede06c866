/** One line of `npm run triage`: JSON in, JSON out (issue 3). Pure, shared by triage, score and the benchmark. */
import { z } from 'zod';
import type { Context, Facts } from '../dispatcher/model.js';
import { ROLE } from './labelled.js';

const CONTEXT = z
  .object({
    unit: z.string().nullish(),
    event: z
      .object({ name: z.string(), units: z.array(z.string()), phase: z.enum(['on', 'tomorrow', 'next-week']) })
      .nullish(),
    open_assignment: z.boolean().nullish(),
    reply_to: z.enum(['dispatch', 'reminder', 'none']).nullish(),
    open_ticket: z.boolean().nullish(),
    bot_asked: z.enum(['location', 'phone', 'scope', 'rating', 'none']).nullish(),
  })
  .nullish();

const LINE = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  role: ROLE.nullish(),
  context: CONTEXT,
});
export type Line = z.infer<typeof LINE>;

/** The reader's context of a line's. `finished` is not told apart from `open` there: a rating that was asked for tells it. */
export const contextOf = (line: Line): Context => {
  const told = line.context ?? {};
  const replyTo = told.reply_to ?? 'none';
  const asked = told.bot_asked && told.bot_asked !== 'none' ? told.bot_asked : null;
  return {
    role: line.role ?? 'reporter',
    unit: told.unit ?? null,
    addressed: /@小通/.test(line.text),
    assignment: told.open_assignment ? (replyTo === 'dispatch' ? 'offered' : 'working') : 'none',
    replyTo,
    ticket: asked === 'rating' ? 'finished' : told.open_ticket ? 'open' : 'none',
    asked,
    event: told.event ?? null,
  };
};

/** The facts in the words of issue 3: top-level severity and category are those of the gravest fault, the first where tied. */
export const answerOf = (id: Line['id'], facts: Facts): Record<string, unknown> => {
  const gravest = [...facts.faults].sort((a, b) => a.severity - b.severity)[0];
  return {
    id: id ?? null,
    intent: facts.intent,
    severity: gravest?.severity ?? null,
    category: gravest?.category ?? null,
    unit: facts.unit,
    location: facts.location,
    phone: facts.phone,
    began: facts.began,
    faults: facts.faults.map(({ severity, category, location, summary }) => ({
      severity,
      category,
      location,
      summary,
    })),
    confidence: facts.confidence,
    evidence: facts.evidence,
  };
};

/** A line read, or why it cannot be: not JSON, or without text. The id is given back where one can be found. */
export const parseLine = (raw: string): { readonly line: Line } | { readonly id: unknown; readonly error: string } => {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return { id: null, error: 'not JSON: write one object a line' };
  }
  const parsed = LINE.safeParse(json);
  if (parsed.success) return { line: parsed.data };
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  const issue = parsed.error.issues[0];
  return { id, error: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a message'}`.replace(/^: /, '') };
};
