/**
 * What goes to the pages by SSE: playground messages (new and edited), the board when it changed, the clock. Every change gets a
 * number; a page that comes back within the last ones gets what it missed, any other gets everything anew.
 */
import type { BoardEntry, ConsoleDeps, PlaygroundMessage } from './deps.js';
import { FeedClient } from './feed-client.js';
import type { FeedEvent } from './feed-client.js';
import { iso, toWireMessage, toWireTicket } from './wire.js';
import type { WireSnapshot, WireTicket } from './wire.js';

/** Changes kept for pages that come back. */
const KEPT = 1000;
/** Messages of the newest that a fresh page gets. */
const SHOWN = 500;

type FeedDeps = Pick<ConsoleDeps, 'playground' | 'board' | 'advance' | 'now' | 'logger'>;

export class Feed {
  readonly #deps: FeedDeps;
  /** Makes ids of another run of this server foreign. */
  readonly #run: string;
  readonly #clients = new Set<FeedClient>();
  #changes: { readonly seq: number; readonly event: FeedEvent }[] = [];
  #seq = 0;
  #board: { readonly tickets: readonly WireTicket[]; readonly json: string } | null = null;
  #boardRun: Promise<void> | null = null;
  #boardAgain = false;
  #boardDown = false;
  #closed = false;
  readonly #unsubscribe: () => void;

  constructor(deps: FeedDeps, run: string) {
    this.#deps = deps;
    this.#run = run;
    this.#unsubscribe = deps.playground?.subscribe((message) => this.#heard(message)) ?? (() => undefined);
  }

  get watched(): boolean {
    return this.#clients.size > 0;
  }

  /**
   * Adds a page. `lastId` is the id of the last event it saw, or null. The client's first events are what it missed, or a snapshot.
   * Rejects where the playground cannot be read.
   */
  async open(lastId: string | null): Promise<FeedClient> {
    await this.refreshBoard();
    if (this.#closed) throw new Error('the console is closing');
    const client = new FeedClient(() => this.#clients.delete(client));
    // First listening, then reading: what comes between is sent twice at worst, and the page keeps messages by id.
    const missed = this.#missed(lastId);
    const id = this.#id(this.#seq);
    this.#clients.add(client);
    if (missed !== null) {
      const board: FeedEvent[] = this.#board === null ? [] : [{ event: 'board', data: this.#board.json }];
      client.first(...missed, ...board, this.#clockEvent());
      return client;
    }
    try {
      client.first({ event: 'snapshot', id, data: JSON.stringify(await this.#snapshot()) });
    } catch (error) {
      client.end();
      throw error;
    }
    return client;
  }

  /** Reads the board and tells the pages if it changed. One read at a time; asked for during a read, it reads once more. */
  refreshBoard(): Promise<void> {
    if (this.#boardRun !== null) {
      this.#boardAgain = true;
      return this.#boardRun;
    }
    this.#boardRun = this.#readBoard().finally(() => {
      this.#boardRun = null;
    });
    return this.#boardRun;
  }

  /** Tells every page the clock: after it was moved, and now and then so that a dead connection is noticed. */
  tellClock(): void {
    this.#send(this.#clockEvent());
  }

  /** Ends every page's stream; nothing is told any more. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    for (const client of [...this.#clients]) client.end();
  }

  #heard(message: PlaygroundMessage): void {
    this.#change('message', JSON.stringify(toWireMessage(message)));
    if (this.watched) void this.refreshBoard();
  }

  #change(event: FeedEvent['event'], data: string): void {
    this.#seq += 1;
    const change = { event, id: this.#id(this.#seq), data };
    this.#changes.push({ seq: this.#seq, event: change });
    if (this.#changes.length > KEPT * 2) this.#changes = this.#changes.slice(-KEPT);
    this.#send(change);
  }

  #send(event: FeedEvent): void {
    for (const client of [...this.#clients]) client.push(event);
  }

  #id(seq: number): string {
    return `${this.#run}-${seq}`;
  }

  #clockEvent(): FeedEvent {
    return { event: 'clock', data: JSON.stringify({ now: iso(this.#deps.now()) }) };
  }

  /** The messages after `lastId`; null where that is not of this run or too long ago. */
  #missed(lastId: string | null): FeedEvent[] | null {
    const [run, digits] = lastId?.split('-') ?? [];
    const seq = Number(digits);
    if (run !== this.#run || !Number.isInteger(seq) || seq > this.#seq) return null;
    const oldest = this.#changes[0]?.seq ?? this.#seq + 1;
    if (seq + 1 < oldest) return null;
    return this.#changes.filter((change) => change.seq > seq).map((change) => change.event);
  }

  async #snapshot(): Promise<WireSnapshot> {
    const messages = (await this.#deps.playground?.list(0)) ?? [];
    return {
      now: iso(this.#deps.now()),
      playground: this.#deps.playground !== null,
      clockMoves: this.#deps.advance !== null,
      messages: messages.slice(-SHOWN).map(toWireMessage),
      tickets: this.#board?.tickets ?? [],
    };
  }

  async #readBoard(): Promise<void> {
    do {
      this.#boardAgain = false;
      let entries: readonly BoardEntry[];
      try {
        entries = await this.#deps.board();
      } catch (error) {
        // The database may be away for a while; the page keeps what it shows, /readyz tells why.
        if (!this.#boardDown) this.#deps.logger.warn({ error: nameOf(error) }, 'board could not be read');
        this.#boardDown = true;
        return;
      }
      this.#boardDown = false;
      const tickets = entries.map(toWireTicket);
      const json = JSON.stringify({ tickets });
      const changed = this.#board?.json !== json;
      this.#board = { tickets, json };
      if (changed) this.#send({ event: 'board', data: json });
    } while (this.#boardAgain && !this.#closed);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
