/**
 * One suite for every gateway: what the inside may rely on, whatever the platform. A channel joins by a rig: the gateway, and
 * hands and eyes on the fake platform behind it. Where platforms differ, the suite asks `capabilities`, never the channel's name.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatRef, Inbound, Outbound, Press, PressAnswer, Span } from '../../bot/gateway.js';
import type { GatewayRig, Seen } from './gateway-rig.js';
import { bare, hostile, legible, tricky } from './gateway-words.js';

export type { GatewayRig, RigPerson, Seen } from './gateway-rig.js';

const soon = { timeout: 5_000, interval: 5 };
/** Runs the suite over one channel. `makeRig` is called once a test; the suite closes what it gets. */
export function describeGateway(name: string, makeRig: () => Promise<GatewayRig>): void {
  describe(`gateway contract: ${name}`, () => {
    let rig: GatewayRig;
    let heard: Inbound[];
    let pressed: Press[];
    let keep: (message: Inbound) => Promise<void>;
    let answer: (press: Press) => Promise<PressAnswer>;

    beforeEach(async () => {
      rig = await makeRig();
      heard = [];
      pressed = [];
      keep = () => Promise.resolve();
      answer = () => Promise.resolve({ toast: '已记下', retire: true });
      rig.gateway.onMessage((message) => {
        heard.push(message);
        return keep(message);
      });
      rig.gateway.onPress((press) => {
        pressed.push(press);
        return answer(press);
      });
      rig.gateway.onGap(() => Promise.resolve());
    });
    afterEach(() => rig.close());

    const up = async (): Promise<void> => {
      await rig.gateway.start();
      await vi.waitFor(() => expect(rig.gateway.status().kind).toBe('up'), soon);
    };
    const heardTimes = (n: number) => vi.waitFor(() => expect(heard).toHaveLength(n), soon);
    const out = (spans: readonly Span[], more: Partial<Outbound> = {}): Outbound => ({
      chat: rig.group,
      spans,
      buttons: [],
      replyTo: null,
      ticket: null,
      ...more,
    });
    /** Sends, and gives what people see of it. */
    const said = async (message: Outbound): Promise<readonly Seen[]> => {
      const before = rig.seen().length;
      expect(await rig.gateway.send(message)).toMatchObject({ kind: 'sent' });
      return rig.seen().slice(before);
    };
    const onlySaid = async (message: Outbound): Promise<Seen> => {
      const [first, ...rest] = await said(message);
      expect(rest).toEqual([]);
      if (first === undefined) throw new Error('nothing was seen of what was sent');
      return first;
    };

    it('passes a group message with who, where, when and what', async () => {
      await up();
      const before = rig.now();
      await rig.saysInGroup(rig.reporter, tricky);
      await heardTimes(1);
      expect(heard[0]).toMatchObject({ chat: rig.group, text: tricky, addressed: true, quote: null, attachments: [] });
      expect(heard[0]?.from.id).toBe(rig.reporter.id);
      expect([null, rig.reporter.name]).toContain(heard[0]?.from.name);
      expect(heard[0]?.arrivedAt).toBeGreaterThanOrEqual(before);
      expect(heard[0]?.arrivedAt).toBeLessThanOrEqual(rig.now());
    });

    it('passes a direct message as addressed, its chat named by the person', async () => {
      await up();
      await rig.saysDirect(rig.engineer, '接单');
      await heardTimes(1);
      expect(heard[0]).toMatchObject({ chat: rig.direct(rig.engineer), text: '接单', addressed: true });
      expect(rig.direct(rig.engineer)).toEqual({ channel: rig.gateway.channel, kind: 'direct', id: rig.engineer.id });
    });

    it('tells what is not addressed to the bot apart, where it hears it at all', async () => {
      await up();
      await rig.saysInGroup(rig.reporter, '三楼断网了', { addressed: false });
      await rig.saysInGroup(rig.reporter, '请看一下');
      await vi.waitFor(() => expect(heard.at(-1)?.text).toBe('请看一下'), soon);
      const expected = rig.gateway.capabilities.hearsAll ? [false, true] : [true];
      expect(heard.map((message) => message.addressed)).toEqual(expected);
    });

    it('keeps the order of a chat', async () => {
      await up();
      const texts = Array.from({ length: 8 }, (_, i) => `第${i}条`);
      for (const text of texts) await rig.saysInGroup(rig.reporter, text);
      await heardTimes(8);
      expect(heard.map((message) => message.text)).toEqual(texts);
      expect(new Set(heard.map((message) => message.messageId)).size).toBe(8);
    });

    it('passes a quote of the bot with its words', async () => {
      await up();
      const mine = await onlySaid(out(['工单 TZ-20261122-0017 已受理']));
      await rig.saysInGroup(rig.reporter, '还没好', { quote: mine });
      await heardTimes(1);
      expect(heard[0]).toMatchObject({ text: '还没好', addressed: true });
      expect(heard[0]?.quote?.text).toContain('TZ-20261122-0017');
      expect([null, mine.messageId]).toContain(heard[0]?.quote?.messageId);
      expect([null, true]).toContain(heard[0]?.quote?.fromBot);
    });

    it('tells who is mentioned, without the bot', async (context) => {
      if (!rig.tellsMentions) context.skip();
      await up();
      await rig.saysInGroup(rig.reporter, '请处理', { mentions: [rig.engineer] });
      await heardTimes(1);
      expect(heard[0]?.mentions).toEqual([rig.engineer.id]);
    });

    it('passes a repeated delivery under the same id, and another message of the same words under another', async () => {
      await up();
      await rig.saysInGroup(rig.reporter, '断网了');
      await heardTimes(1);
      await rig.repeatsLast();
      await heardTimes(2);
      await rig.saysInGroup(rig.reporter, '断网了');
      await heardTimes(3);
      const ids = heard.map((message) => message.messageId);
      expect(ids[1]).toBe(ids[0]);
      expect(ids[2]).not.toBe(ids[0]);
    });

    it('outlives handlers that reject', async () => {
      await up();
      let refusals = 1;
      keep = () => (refusals-- > 0 ? Promise.reject(new Error('the store is away')) : Promise.resolve());
      await rig.saysInGroup(rig.reporter, '第一条');
      await rig.saysInGroup(rig.reporter, '第二条');
      await vi.waitFor(() => expect(heard.at(-1)?.text).toBe('第二条'), soon);
      expect(rig.gateway.status().kind).toBe('up');
    });

    it('sends words as they are', async () => {
      await up();
      const group = await onlySaid(out([tricky]));
      expect(group).toMatchObject({ chat: rig.group, notifies: [], links: [], buttons: [] });
      expect(group.text).toBe(tricky);
      await rig.saysDirect(rig.engineer, '在');
      await heardTimes(1);
      expect(await onlySaid(out(['您好'], { chat: rig.direct(rig.engineer) }))).toMatchObject({ text: '您好' });
    });

    it('a mention notifies exactly the mentioned, and its name stays words', async (context) => {
      if (rig.gateway.capabilities.mention === 'none') context.skip();
      await up();
      const seen = await said(out([{ mention: rig.engineer.id, name: '赵<b>高&斌' }, ' 派单 TZ-20261122-0017']));
      expect(seen.flatMap((message) => message.notifies)).toEqual([rig.engineer.id]);
      expect(legible(seen.map((message) => message.text).join('\n'))).toContain('TZ-20261122-0017');
    });

    it("keeps a reporter's markup, mentions and links dead", async () => {
      await up();
      const seen = await said(out(['🟠 ', hostile, '\n', hostile]));
      expect(seen.flatMap((message) => message.notifies)).toEqual([]);
      expect(seen.flatMap((message) => message.links)).toEqual([]);
      expect(bare(legible(seen.map((message) => message.text).join('')))).toContain(bare(legible(hostile)));
    });

    it('splits a long text, never inside a character, and loses nothing', async () => {
      await up();
      const { unit, size } = rig.gateway.capabilities.maxText;
      const lines = (line: (i: number) => string): string =>
        Array.from({ length: Math.ceil((Math.min(size, 25_000) * 2.2) / 20) }, (_, i) => line(i)).join('');
      for (const text of [lines((i) => `${i} 张家湾中学三层整层断网。\n`), lines(() => '👩‍👩‍👧‍👦𠮷')]) {
        const seen = await said(out([text]));
        const sizes = seen.map(({ text: t }) => (unit === 'utf8-bytes' ? Buffer.byteLength(t) : t.length));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(size);
        expect(bare(seen.map((message) => message.text).join('')) === bare(text)).toBe(true);
      }
    });

    it('keeps the order of sends in a chat', async () => {
      await up();
      const texts = Array.from({ length: 10 }, (_, i) => `第${i}句`);
      const outcomes = await Promise.all(texts.map((text) => rig.gateway.send(out([text]))));
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(texts.map(() => 'sent'));
      expect(rig.seen().map((message) => message.text)).toEqual(texts);
    });

    it('shows buttons, passes a press under its id, shows the answer and retires the buttons', async () => {
      await up();
      const buttons = [
        { id: 'accept:TZ-20261122-0017:1', label: '接单' },
        { id: 'decline:TZ-20261122-0017:1', label: '转派' },
      ];
      const seen = await onlySaid(out(['派单'], { buttons }));
      if (!rig.gateway.capabilities.buttons.group) {
        for (const { label } of buttons) expect(seen.text).toContain(`回复“${label}”`);
        return;
      }
      expect(seen.buttons).toEqual(buttons);
      expect(await rig.press(rig.engineer, seen, 'accept:TZ-20261122-0017:1')).toContain('已记下');
      expect(pressed).toHaveLength(1);
      expect(pressed[0]).toMatchObject({ chat: rig.group, button: 'accept:TZ-20261122-0017:1' });
      expect(pressed[0]?.arrivedAt).toBeLessThanOrEqual(rig.now());
      expect(pressed[0]?.from.id).toBe(rig.engineer.id);
      expect([null, seen.messageId]).toContain(pressed[0]?.messageId);
      expect(pressed[0]?.pressId).not.toBe('');
      await vi.waitFor(() => expect(rig.seen().at(-1)?.buttons).toEqual([]), soon);
    });

    it('leaves the buttons where the answer says so, and answers even where the handler rejects', async (context) => {
      if (!rig.gateway.capabilities.buttons.group) context.skip();
      await up();
      const seen = await onlySaid(out(['派单'], { buttons: [{ id: 'accept', label: '接单' }] }));
      answer = () => Promise.reject(new Error('the store is away'));
      expect(await rig.press(rig.engineer, seen, 'accept')).not.toBe('');
      answer = () => Promise.resolve({ toast: '这张单派给了别人', retire: false });
      expect(await rig.press(rig.reporter, seen, 'accept')).toContain('这张单派给了别人');
      expect(pressed.map((press) => press.from.id)).toEqual([rig.engineer.id, rig.reporter.id]);
      expect(new Set(pressed.map((press) => press.pressId)).size).toBe(2);
      expect(rig.seen().at(-1)?.buttons).toEqual([{ id: 'accept', label: '接单' }]);
    });

    it('never rejects a send, whatever it is given', async () => {
      await up();
      const nowhere: ChatRef = { ...rig.group, id: 'no-such-chat' };
      const odd: readonly Outbound[] = [
        out([]),
        out(['  \n ']),
        out(['\ud800 孤 \u0000\u0007']),
        out(['x'], { chat: nowhere }),
        out(['x'], { chat: { ...nowhere, kind: 'direct' } }),
        out(['x'], { replyTo: 'not an id of ours' }),
        out(['x'], { buttons: [{ id: 'x'.repeat(200), label: '' }] }),
        out([{ mention: '"><b>', name: '' }]),
      ];
      const kinds = (await Promise.all(odd.map((message) => rig.gateway.send(message)))).map(({ kind }) => kind);
      for (const kind of kinds) expect(['sent', 'retry', 'dead', 'unknown']).toContain(kind);
      expect(kinds[3]).not.toBe('sent');
      expect(await rig.gateway.send(out(['还在']))).toMatchObject({ kind: 'sent' });
    });

    it('stop finishes what is in flight, and then nothing is sent or passed any more', async () => {
      await up();
      let kept = (): void => undefined;
      keep = () => new Promise((resolve) => (kept = resolve));
      await rig.saysInGroup(rig.reporter, '断网了');
      await heardTimes(1);
      const sending = rig.gateway.send(out(['已受理']));
      let stopped = false;
      const stopping = rig.gateway.stop().then(() => (stopped = true));
      expect(await sending).toMatchObject({ kind: 'sent' });
      for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(stopped).toBe(false);
      kept();
      await stopping;
      expect(rig.gateway.status().kind).toBe('down');
      expect((await rig.gateway.send(out(['晚了']))).kind).not.toBe('sent');
      await rig.saysInGroup(rig.reporter, '还有人吗');
      expect(heard).toHaveLength(1);
      expect(rig.seen()).toHaveLength(1);
    });

    it('can be started again after a stop, as a lease that is lost and won again wants it', async () => {
      await up();
      await rig.gateway.stop();
      await rig.gateway.stop();
      await up();
      await rig.saysInGroup(rig.reporter, '又来了');
      await vi.waitFor(() => expect(heard.map((message) => message.text)).toEqual(['又来了']), soon);
      expect((await onlySaid(out(['在']))).text).toBe('在');
    });

    it('is down before it is started, and up after', async () => {
      const before = rig.gateway.status();
      expect(before.kind).toBe('down');
      if (before.kind === 'down') expect(before.reason).not.toBe('');
      await up();
      const after = rig.gateway.status();
      expect(after.since).toBeGreaterThanOrEqual(before.since);
      expect(after.since).toBeLessThanOrEqual(rig.now());
    });

    it('tells that the platform is away, comes back by itself and hears again', async (context) => {
      if (rig.outage === null) return context.skip();
      await up();
      await rig.outage.begin();
      await vi.waitFor(() => expect(rig.gateway.status()).toMatchObject({ kind: 'down', retrying: true }), soon);
      expect((await rig.gateway.send(out(['有人吗']))).kind).not.toBe('sent');
      await rig.outage.end();
      await vi.waitFor(() => expect(rig.gateway.status().kind).toBe('up'), soon);
      await rig.saysInGroup(rig.reporter, '又通了');
      await vi.waitFor(() => expect(heard.at(-1)?.text).toBe('又通了'), soon);
    });
  });
}
