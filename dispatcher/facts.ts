/** What a message says: the vocabulary of understanding. Types only (triage-rubric.md). */
import type { Category, Intent, Level, Role, Scope, StaffId, UnitName } from './terms.js';

/** Why an answer was given: the words that decided, and the line of the rubric. */
export type Evidence = { readonly field: string; readonly words: string; readonly rule: string };

/** One fault as told. */
export type Fault = {
  readonly severity: Level;
  readonly category: Category;
  readonly scope: Scope;
  readonly location: string | null;
  /** What is broken, in a few words of our own or the reporter's. */
  readonly summary: string;
  /** The level's reason for people: quoted words and what they mean (voice.md 3), e.g. “三楼整层”，影响一层楼. */
  readonly reason: { readonly words: string; readonly meaning: string };
};

/** A command that is answered at once and changes nothing. */
export type Command = 'help' | 'hello' | 'progress' | 'mine' | 'waiting' | 'today' | 'duty';

/** What somebody of the desk puts right on a ticket; null leaves it as it is. */
export type Correction = {
  readonly level: Level | null;
  readonly category: Category | null;
  readonly unit: UnitName | null;
  readonly reason: string;
};

/** When a fault began, as told. `minutes` after midnight; `daysAgo` from the day of the message; each null where the words leave it open. */
export type Began = { readonly words: string; readonly daysAgo: number | null; readonly minutes: number | null };

/** Who the sender says to be. */
export type Introduction = {
  readonly unit: UnitName;
  /** As they call themselves (王老师); null where only the unit is told. */
  readonly name: string | null;
  /** said: 「我是…的」, in words that can mean nothing else. signed: a unit and a name, 「玉桥中学 王老师」, which may be somebody else's. */
  readonly how: 'said' | 'signed';
  /** The message says nothing else. */
  readonly alone: boolean;
};

/** 恢复 · 恢复了 · 好了 · 是的, and nothing else but a ticket's number. */
export type BareWord = 'resume' | 'restored' | 'well' | 'yes';

/** What a message says, with its evidence. Pure data, the same for the same words and context. */
export type Facts = {
  readonly intent: Intent;
  readonly command: Command | null;
  readonly faults: readonly Fault[];
  /** Of a supplement that tells something broken: what it would tell as a report of its own. Whether it is one is decided later. */
  readonly symptoms: readonly Fault[];
  /** The words put right what was told before (说错了, 不是三楼是二楼). */
  readonly amends: boolean;
  /** The one affected unit; null where none or several are named, or a machine room. */
  readonly unit: UnitName | null;
  /** All units named. */
  readonly units: readonly UnitName[];
  /** A machine room that is itself affected, by its name in the policy. */
  readonly room: string | null;
  readonly location: string | null;
  /** Digits only. */
  readonly phone: string | null;
  readonly contact: string | null;
  /** Where the message tells of a fault and since when. */
  readonly began: Began | null;
  /** Ticket numbers in the text or its quote, whole (`TZ-20261122-0017`) or as the last four digits (`0017`). */
  readonly tickets: readonly string[];
  /** The choice made by a bare number or a circled one (1-based), where the text is nothing else. */
  readonly choice: number | null;
  readonly rating: number | null;
  /** The words say that a repair did not hold (「还是不行」「又断了」): with a finished ticket it is opened again. */
  readonly relapse: boolean;
  /** The message is one word that can mean two things of a job, or the yes to a question. */
  readonly bare: BareWord | null;
  /** The sender tells their own unit (「我是玉桥中学的」). */
  readonly introduction: Introduction | null;
  /** What somebody puts right on a ticket; who may is decided later. */
  readonly correction: Correction | null;
  /** A person named to take over. */
  readonly target: StaffId | null;
  /** The words that carry it: a reason, what was done, a comment. Without address, number and phone. */
  readonly words: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};

/** What the bot asked the sender last and still waits for. */
export type Asked = 'unit' | 'location' | 'phone' | 'scope' | 'fault' | 'rating' | 'choice';

/** What is known beside the words. `triage` reads the same from its JSON lines. */
export type Context = {
  readonly role: Role;
  readonly unit: UnitName | null;
  readonly addressed: boolean;
  /** offered: a job waits for the sender's answer. working: accepted or on site. */
  readonly assignment: 'none' | 'offered' | 'working';
  readonly replyTo: 'dispatch' | 'reminder' | 'other' | 'none';
  /** The reporter has an open ticket, or one closed within 48 h. */
  readonly ticket: 'none' | 'open' | 'finished';
  readonly asked: Asked | null;
  readonly event: {
    readonly name: string;
    readonly units: readonly UnitName[];
    readonly phase: 'on' | 'tomorrow' | 'next-week';
  } | null;
};
