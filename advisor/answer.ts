/** What a model answered, made into an Advice or refused. Nothing of it is believed but the labels of the rubric. */
import { z } from 'zod';
import { CATEGORIES, INTENTS, type Intent, type Role } from '../dispatcher/model.js';
import type { Advice } from '../dispatcher/ports.js';

export type AnswerRead =
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'refused'; readonly code: 'ADVISOR_MALFORMED' | 'ADVISOR_LABELS' };

const ENVELOPE = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

const LABELS = z.object({
  intent: z.enum(INTENTS),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullish(),
  category: z.enum(CATEGORIES).nullish(),
  confidence: z.number().min(0).max(1).nullish(),
});

/** Only the team does these (triage-rubric.md 1); from anybody else such a label is nonsense. */
const WORK: readonly Intent[] = ['accept', 'decline', 'arrive', 'progress', 'suspend', 'resume', 'resolve'];

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The content's JSON, which some models wrap into a fence or think aloud before. */
const jsonIn = (content: string): unknown => {
  const said = content.replace(/^[\s\S]*<\/think>/, '');
  return parsed(said) ?? parsed(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1));
};

const MALFORMED: AnswerRead = { kind: 'refused', code: 'ADVISOR_MALFORMED' };
const WRONG: AnswerRead = { kind: 'refused', code: 'ADVISOR_LABELS' };

/**
 * Reads the body of a chat completion. Refused: what is no JSON or no completion (MALFORMED); a label that the rubric does not have,
 * that `role` cannot mean, or a report without level and category (LABELS).
 */
export const readAnswer = (body: string, role: Role): AnswerRead => {
  const envelope = ENVELOPE.safeParse(parsed(body));
  const content = envelope.data?.choices[0]?.message.content;
  const json = content === undefined ? undefined : jsonIn(content);
  if (json === undefined) return MALFORMED;
  const labels = LABELS.safeParse(json);
  if (!labels.success) return WRONG;
  const { intent, severity, category, confidence } = labels.data;
  if ((role === 'reporter' || role === 'client') && WORK.includes(intent)) return WRONG;
  const fault = severity && category ? { severity, category } : null;
  if (intent === 'report' && fault === null) return WRONG;
  const told = intent === 'report' || intent === 'supplement';
  return { kind: 'advice', advice: { intent, fault: told ? fault : null, confidence: confidence ?? null } };
};
