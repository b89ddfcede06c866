/**
 * A scripted 小通 for the harness: recognises a report by a few words and walks it from receipt to closure. It understands nothing;
 * the page needs somebody to talk to.
 */
import type { Instant, Level } from '../../dispatcher/model.js';
import type { Person, PlaygroundMessage } from '../deps.js';
import { iso } from '../wire.js';
import { clocksOf } from './fake-desk.js';
import type { FakeTicket } from './fake-desk.js';
import type { FakePlayground } from './fake-playground.js';

const LEVELS: Readonly<Record<Level, string>> = { 1: '🔴|一级故障', 2: '🟠|二级故障', 3: '🔵|三级异常' };
const OFFER = [
  { id: 'accept', label: '接单' },
  { id: 'decline', label: '转派' },
];
const hm = (at: Instant): string => iso(at).slice(11, 16);

export class FakeBot {
  readonly tickets: FakeTicket[] = [];
  readonly #told = new Set<string>();
  #turn = 0;

  constructor(
    private readonly chat: FakePlayground,
    private readonly people: readonly Person[],
    private readonly now: () => Instant,
  ) {
    chat.onPost = (message) => this.#heard(message);
    chat.onPress = ({ from, message, button }) => this.#pressed(from, message, button);
  }

  get open(): readonly FakeTicket[] {
    return this.tickets.filter(({ state }) => state !== 'resolved');
  }

  /** Says what is overdue, once each; called when the clock was moved. */
  wake(): void {
    for (const ticket of this.open) {
      for (const clock of clocksOf(ticket, this.now())) {
        const key = `${ticket.no}:${clock.kind}`;
        if (!clock.late || clock.done || this.#told.has(key)) continue;
        this.#told.add(key);
        const what = { accept: '接单', arrive: '到场', resolve: '修复' }[clock.kind];
        this.#tell(ticket, `🔴 ${ticket.no} 已过${what}时限（应 ${hm(clock.due)} ${what}）。@张冰冰 请协调`, [
          'zhangbingbing',
        ]);
      }
    }
  }

  #heard(message: PlaygroundMessage): void {
    const person = this.people.find(({ id }) => id === message.from);
    const mine = this.open.findLast(({ assignee }) => assignee.id === message.from);
    const { text } = message;
    if (mine !== undefined && /接单|收到/.test(text)) return this.#accept(mine);
    if (mine !== undefined && /到场|到了/.test(text)) return this.#arrive(mine);
    if (mine !== undefined && /处理完毕|办结|换/.test(text)) return this.#resolve(mine, text);
    if (person?.role !== 'engineer' && /断网|上不了|连不上|没反应|黑屏|坏/.test(text))
      return this.#report(message, person);
    if (message.to === 'bot' || text.includes('@小通')) {
      const chat = message.to === 'bot' ? { to: message.from } : {};
      this.chat.say({
        ...chat,
        text: '我没看懂这句。报修请说学校、地点和现象，例如“三楼整层断网”。',
        mentions: [],
        replyTo: message.id,
      });
    }
  }

  #report(message: PlaygroundMessage, person: Person | undefined): void {
    const now = this.now();
    const level: Level = /全校/.test(message.text) ? 1 : /整层|楼/.test(message.text) ? 2 : 3;
    const engineers = this.people.filter(({ role }) => role === 'engineer');
    const engineer = engineers[(2 + this.#turn) % engineers.length];
    if (engineer === undefined) return;
    this.#turn += 1;
    const ticket: FakeTicket = {
      no: `TZ-${iso(now).slice(0, 10).replaceAll('-', '')}-${String(this.tickets.length + 1).padStart(4, '0')}`,
      unit: person?.role === 'reporter' ? person.title : null,
      place: /教学楼三层/.exec(message.text)?.[0] ?? null,
      fault: level === 1 ? '全校断网' : level === 2 ? '整层断网' : '终端连不上网',
      level,
      reporter: message.from,
      reportedAt: now,
      state: 'offered',
      assignee: { id: engineer.id, name: engineer.name },
      acceptedAt: null,
      arrivedAt: null,
    };
    this.tickets.push(ticket);
    const [sign, name] = LEVELS[level].split('|');
    const [accept, arrive] = clocksOf(ticket, now).map(({ due }) => hm(due));
    const what = `${[ticket.unit, ticket.place].filter(Boolean).join(' ')} ${ticket.fault}`;
    const receipt = `${sign} 已受理 ${ticket.no} · ${name}\n${what}\n派给 ${engineer.name}，${accept} 前接单，${arrive} 前到场\n方便留个现场联系电话吗？`;
    const chat = message.to === 'bot' ? { to: message.from } : {};
    this.chat.say({ ...chat, text: receipt, mentions: [], replyTo: message.id, ticket: ticket.no });
    const offer = `@${engineer.name} 派单 ${ticket.no} · ${name}\n${what}，${arrive} 前到场\n回复“接单”，来不了回复“转派”加原因`;
    this.chat.say({ text: offer, mentions: [engineer.id], buttons: OFFER, ticket: ticket.no });
    const brief = `${ticket.no} · ${name} · 校园网\n${what}，${hm(now)} 起\n联系人 ${person?.name ?? message.from}\n${accept} 前接单 · ${arrive} 前到场`;
    this.chat.say({ to: engineer.id, text: brief, mentions: [], buttons: OFFER, ticket: ticket.no });
  }

  #pressed(from: string, message: PlaygroundMessage, button: string): string {
    const ticket = this.tickets.find(({ no }) => no === message.ticket);
    if (ticket === undefined || !message.buttons?.some(({ id }) => id === button)) return '这个按钮已经失效';
    const chat = message.to ? { to: from } : {};
    if (ticket.assignee.id !== from) {
      const text = `您不是这张单的接单人。可以请${ticket.assignee.name}转派，或请张冰冰改派。`;
      this.chat.say({ ...chat, text, mentions: [], replyTo: message.id, ticket: ticket.no });
      return '';
    }
    if (button === 'accept') this.#accept(ticket);
    if (button === 'arrive') this.#arrive(ticket);
    if (button === 'resolve' || button === 'decline') {
      const text =
        button === 'resolve'
          ? '请用一句话说：什么原因、做了什么、用了什么。'
          : '转派给谁？请带上原因，例如“转给董亚杨，走不开”。';
      this.chat.say({ ...chat, text, mentions: [], replyTo: message.id, ticket: ticket.no });
    }
    return '收到';
  }

  #accept(ticket: FakeTicket): void {
    ticket.state = 'accepted';
    ticket.acceptedAt = this.now();
    this.#retire(ticket);
    const arrive = hm(clocksOf(ticket, this.now())[1]?.due ?? this.now());
    this.#tell(
      ticket,
      `${ticket.assignee.name} 已接单 ${ticket.no}，${arrive} 前到场`,
      [],
      [{ id: 'arrive', label: '到场' }],
    );
  }

  #arrive(ticket: FakeTicket): void {
    ticket.state = 'arrived';
    ticket.arrivedAt = this.now();
    this.#retire(ticket);
    this.#tell(ticket, `${ticket.assignee.name} 已到场 ${ticket.no}`, [], [{ id: 'resolve', label: '办结' }]);
  }

  #resolve(ticket: FakeTicket, words: string): void {
    ticket.state = 'resolved';
    this.#retire(ticket);
    const minutes = Math.round((this.now() - ticket.reportedAt) / 60_000);
    const times = `${hm(ticket.reportedAt)} 受理 · ${hm(ticket.acceptedAt ?? this.now())} 接单 · ${hm(this.now())} 修复，用时 ${minutes} 分`;
    this.#tell(
      ticket,
      `✅ ${ticket.no} 已办结 · ${ticket.unit ?? ''} ${ticket.fault}\n${words}\n${times}\n处理人 ${ticket.assignee.name}`,
    );
    const ask = `${ticket.no.slice(-4)} 这次处理您还满意吗？回复 1-5 分，也可以说两句。还没好就回复“还是不行”`;
    this.chat.say({ to: ticket.reporter, text: ask, mentions: [], ticket: ticket.no });
  }

  #retire(ticket: FakeTicket): void {
    for (const message of this.chat.list(0))
      if (message.ticket === ticket.no && message.buttons) this.chat.retire(message.id);
  }

  #tell(
    ticket: FakeTicket,
    text: string,
    mentions: string[] = [],
    buttons: { id: string; label: string }[] = [],
  ): void {
    this.chat.say({ text, mentions, buttons, ticket: ticket.no });
  }
}
