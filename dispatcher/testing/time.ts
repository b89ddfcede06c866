import type { Instant } from '../model.js';

/** An instant from a time in Shanghai, `2026-11-23 10:47` or `2026-11-23 10:47:30`. Throws where it is none. */
export const at = (text: string): Instant => {
  const [day, time] = text.split(' ');
  const instant = Date.parse(`${day ?? ''}T${time?.length === 5 ? `${time}:00` : (time ?? '00:00:00')}+08:00`);
  if (Number.isNaN(instant)) throw new Error(`no time: ${text}`);
  return instant;
};

/** Monday 2026-11-23 10:47 in Shanghai, a working day: when the stories of the tests begin. */
export const NOW: Instant = at('2026-11-23 10:47');
