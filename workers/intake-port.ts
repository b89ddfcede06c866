import type { ChannelId, Gateway, Inbound, Press, PressAnswer } from '../bot/gateway.js';

/** What the way in asks of the inside: to keep, and to handle what is kept. */
export type IntakeHandlers = {
  keepMessage(message: Inbound): Promise<{ readonly id: string; readonly fresh: boolean }>;
  keepPress(press: Press): Promise<{ readonly id: string; readonly fresh: boolean }>;
  keepFile(
    message: string,
    file: { readonly kind: string; readonly name: string | null; readonly bytes: Uint8Array },
  ): Promise<void>;
  handleMessage(id: string): Promise<void>;
  handlePress(id: string): Promise<PressAnswer>;
  handleGap(channel: ChannelId, from: number, to: number): Promise<void>;
};

/** The way in as the background sees it (bot/intake.ts). */
export type IntakePort = {
  attach(gateway: Gateway): void;
  again(kind: 'message' | 'press', id: string): Promise<void>;
  recover(): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
};
