import type { Facts } from '../model.js';

/** A reading less sure than this asks for a second opinion, where one is configured (issue 3). */
export const UNSURE = 0.6;

/** May advice change this reading? A command is what it says, however it was read. */
export const isUnsure = (facts: Facts): boolean => facts.command === null && facts.confidence < UNSURE;
