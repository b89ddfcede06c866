/**
 * The optional second opinion: a language model behind an OpenAI-compatible endpoint, asked about messages that the rules are unsure
 * of. Never needed: whenever it is late, absent or talks nonsense, the answer is null and the rules' answer stands.
 */
import type { Advisor, Clock, Logger } from '../dispatcher/ports.js';
import { readAnswer } from './answer.js';
import { ask } from './ask.js';
import { createBreaker } from './breaker.js';
import { SYSTEM, wordsFor } from './prompt.js';

export type AdvisorOptions = {
  /** Up to and without `/chat/completions`, as in http://127.0.0.1:11434/v1. */
  readonly baseUrl: string;
  readonly model: string;
  /** null for a local endpoint that wants none. */
  readonly apiKey: string | null;
  /** How long a message may wait for it, in ms; 3000 where not given (issue 3). */
  readonly timeoutMs?: number;
  readonly logger: Logger;
  readonly clock: Clock;
};

/** Failures in a row after which it is left alone, and for how long (ms): a dead endpoint must not cost every message its 3 s. */
const FAILURES = 5;
const PAUSE_MS = 60_000;

const PAUSED = 'the advisor rests for a minute; see LLM_BASE_URL, LLM_MODEL and the endpoint’s own log';

/** Makes the advisor. Numbers and names are masked before anything leaves; the log holds codes and times, never words. */
export const createAdvisor = (options: AdvisorOptions): Advisor => {
  const { baseUrl, model, apiKey, timeoutMs = 3_000, logger, clock } = options;
  const endpoint = { url: `${baseUrl.replace(/\/+$/, '')}/chat/completions`, model, apiKey, timeoutMs };
  const breaker = createBreaker(clock, FAILURES, PAUSE_MS);

  const fail = (fields: {
    readonly code: string;
    readonly detail?: number | string | null;
    readonly ms: number;
  }): null => {
    logger.warn(fields, 'no advice; the rules’ answer stands');
    if (breaker.failed()) logger.warn({ code: 'ADVISOR_PAUSED', pauseMs: PAUSE_MS }, PAUSED);
    return null;
  };

  return {
    advise: async (text, context) => {
      if (!breaker.enter()) return null;
      const began = clock.now();
      const asked = await ask(endpoint, SYSTEM, wordsFor(text, context));
      const ms = clock.now() - began;
      if (asked.kind === 'failed') return fail({ code: asked.code, detail: asked.detail, ms });
      const read = readAnswer(asked.body, context.role);
      if (read.kind === 'refused') return fail({ code: read.code, ms });
      breaker.succeeded();
      logger.debug({ intent: read.advice.intent, ms }, 'advised');
      return read.advice;
    },
  };
};
