/** How much each channel may say: below what the platform allows, so that a burst never meets its refusal (channels.md G.6). */
import { z } from 'zod';
import type { Budget, Lanes } from './types.js';

type Limit = { readonly perSecond: number; readonly perMinute: number; readonly perHour: number };

/** What the platforms allow a chat (channels.md E, row "rate"). The playground has no platform. */
const NONE = Number.POSITIVE_INFINITY;
const WECOM_CHAT: Limit = { perSecond: NONE, perMinute: 30, perHour: 1000 };
const WECOM_WEBHOOK: Limit = { perSecond: NONE, perMinute: 20, perHour: NONE };
const TELEGRAM_CHAT: Limit = { perSecond: 1, perMinute: 20, perHour: NONE };
const PLAYGROUND: Limit = { perSecond: NONE, perMinute: NONE, perHour: NONE };

const count = z.int().min(1).max(1_000_000);

const budget = (limit: Limit) =>
  z
    .strictObject({
      perSecond: count.nullable().default(null),
      perMinute: count,
      perHour: count.nullable().default(null),
    })
    .superRefine((asked: Budget, ctx) => {
      for (const per of ['perSecond', 'perMinute', 'perHour'] as const) {
        if ((asked[per] ?? 0) <= limit[per]) continue;
        const message = `The platform allows ${limit[per]}, not ${String(asked[per])}.`;
        ctx.addIssue({
          code: 'custom',
          message,
          path: [per],
          params: { cure: `Write at most ${limit[per]}, better a fifth less.` },
        });
      }
    });

/** The lanes' budgets by channel; `mention` is the budget of WeCom's second robot, the group webhook. */
export const lanes = z
  .strictObject({
    wecom: z.strictObject({ chat: budget(WECOM_CHAT), mention: budget(WECOM_WEBHOOK) }),
    telegram: z.strictObject({ chat: budget(TELEGRAM_CHAT) }),
    playground: z.strictObject({ chat: budget(PLAYGROUND) }),
  })
  .transform((read): Lanes => ({
    wecom: read.wecom,
    telegram: { ...read.telegram, mention: null },
    playground: { ...read.playground, mention: null },
  }));
