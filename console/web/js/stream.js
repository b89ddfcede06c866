/**
 * The live stream. The browser reconnects by itself and says what it saw last; where it gives up (the server answered an error, the
 * line was silent), this makes a new connection.
 */

/** The server tells the clock every 15 s; a line silent for longer than this, in ms, is dead. */
const SILENT_MS = 40_000;
const AGAIN_MS = 2000;

/**
 * @param {{ on: Record<string, (data: any) => void>, online: (online: boolean) => void }} how `on`: what to do with each event
 */
export function listen({ on, online }) {
  let last = '';
  let heard = Date.now();
  /** @type {EventSource | null} */
  let source = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;

  const open = () => {
    clearTimeout(again);
    source?.close();
    heard = Date.now();
    const mine = new EventSource(`/api/playground/stream${last === '' ? '' : `?last=${encodeURIComponent(last)}`}`);
    source = mine;
    mine.addEventListener('hello', () => online(true));
    mine.addEventListener('error', () => {
      online(false);
      if (mine.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    });
    for (const [name, take] of Object.entries(on)) {
      mine.addEventListener(name, (event) => {
        heard = Date.now();
        if (event.lastEventId) last = event.lastEventId;
        take(JSON.parse(event.data));
      });
    }
  };

  open();
  setInterval(() => {
    if (Date.now() - heard > SILENT_MS) open();
  }, 5000);
  // A phone that was asleep or a page that was put aside comes back at once.
  addEventListener('online', open);
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
}
