/** What a test process tells the process that it will kill. Types only. */
import type { Role } from '../../../workers/host.js';
import type { Moment } from './doom.js';

export type Orders = {
  readonly role: Role;
  readonly wecom: {
    readonly botId: string;
    readonly secret: string;
    readonly wsUrl: string;
    readonly webhookUrl: string;
    readonly chatId: string;
  };
  readonly store: { readonly kind: 'postgres' | 'mysql'; readonly url: string };
  readonly redis: string | null;
  readonly dataDir: string;
  /** The district as shipped, or with the storm's fifteen units under one node. */
  readonly district: 'shipped' | 'storm';
  /** How far its clock is ahead of the machine's, ms. */
  readonly ahead: number;
  /** When it dies; null: when it is told to. */
  readonly moment: Moment | null;
};
