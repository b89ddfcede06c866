import pg from 'pg';

/**
 * A connection to PostgreSQL whose break is told to whoever waits on it, and to nobody else. A pool listens to the clients that lie idle,
 * TypeORM and BullMQ to some of those they use; in the moments between, Node ends the process for an `error` event nobody hears. Here it
 * goes unheard: the statement in flight rejects, the pool drops the client, the next statement opens another.
 */
export class LastingClient extends pg.Client {
  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false;
    return (super.emit as (event: string | symbol, ...values: unknown[]) => boolean).call(this, event, ...values);
  }
}
