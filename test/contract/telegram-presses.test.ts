/** Presses and files: what may be late, gone or odd (channels.md D.5, D.6). */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Attachment, Press, PressAnswer } from '../../bot/gateway.js';
import type { StoredMessage } from '../support/telegram/types.js';
import { GROUP_ID, makeTelegramRig } from './telegram-rig.js';
import type { TelegramRig } from './telegram-rig.js';

const soon = { timeout: 5_000, interval: 5 };

let rig: TelegramRig;
let pressed: Press[];
let answer: PressAnswer;
let message: StoredMessage;
let attachments: readonly Attachment[];

beforeEach(async () => {
  rig = await makeTelegramRig();
  pressed = [];
  answer = { toast: '已接单', retire: true };
  rig.gateway.onPress((press) => {
    pressed.push(press);
    return Promise.resolve(answer);
  });
  attachments = [];
  rig.gateway.onMessage((inbound) => {
    attachments = [...attachments, ...inbound.attachments];
    return Promise.resolve();
  });
  await rig.gateway.start();
  await vi.waitFor(() => expect(rig.gateway.status().kind).toBe('up'), soon);
  const buttons = [{ id: 'accept:1', label: '接单' }];
  await rig.gateway.send({ chat: rig.group, spans: ['派单'], buttons, replyTo: null, ticket: null });
  const [first] = rig.fake.sent();
  if (!first) throw new Error('nothing was sent');
  message = first;
});
afterEach(() => rig.close());

const answered = (pressId: string) => vi.waitFor(() => expect(rig.fake.answerTo(pressId)).not.toBeNull(), soon);
const press = (how: 'whole' | 'inaccessible' | 'absent' = 'whole', data = 'accept:1') =>
  rig.fake.press(rig.people.engineer, message, data, how);
const warned = (): readonly unknown[] =>
  rig.log.filter(({ level }) => level === 'warn').map(({ fields }) => fields['code']);

it.each([
  ['inaccessible', `${GROUP_ID}:1`, 'group'],
  ['absent', null, 'direct'],
] as const)('takes a press whose message is %s', async (how, messageId, kind) => {
  await answered(press(how));
  expect(pressed[0]).toMatchObject({ messageId, button: 'accept:1', from: { id: '5002', name: '赵高斌' } });
  expect(pressed[0]?.chat.kind).toBe(kind);
});

it('does the work of a press that comes too late to be answered', async () => {
  rig.fake.updates.hold();
  press();
  rig.moveClock(200_000);
  rig.fake.updates.release({ reverse: false });
  await vi.waitFor(() => expect(rig.codes()).toContain('TELEGRAM_PRESS_UNANSWERED'), soon);
  expect(pressed).toHaveLength(1);
  await vi.waitFor(() => expect(message.keyboard).toEqual([]), soon);
});

it('takes the buttons off an earlier message, gone or not, and never rejects', async () => {
  const old = { chat: rig.group, messageId: `${GROUP_ID}:1` };
  await rig.gateway.retire?.(old);
  expect(message.keyboard).toEqual([]);
  await rig.gateway.retire?.(old);
  await rig.gateway.retire?.({ chat: rig.group, messageId: 'no id of ours' });
  expect(warned()).toEqual([]);
});

it('takes two presses at once: buttons that are gone already are as good', async () => {
  rig.fake.updates.hold();
  const ids = [press(), press()];
  rig.fake.updates.release({ reverse: false });
  for (const id of ids) await answered(id);
  await vi.waitFor(
    () => expect(rig.fake.record.filter((call) => call.method === 'editMessageReplyMarkup')).toHaveLength(2),
    soon,
  );
  expect(warned()).toEqual([]);
});

it('says where the buttons could not be taken off, and goes on', async () => {
  rig.fake.chat(GROUP_ID).messages.delete(message.messageId);
  await answered(press());
  await vi.waitFor(() => expect(warned()).toEqual(['TELEGRAM_BUTTONS_STAY']), soon);
});

it('a stop waits for the answer and the buttons', async () => {
  rig.fake.faults.add({ method: 'answerCallbackQuery', fault: { kind: 'hang' } });
  press();
  await vi.waitFor(() => expect(pressed).toHaveLength(1), soon);
  await rig.gateway.stop();
  expect(rig.codes()).toContain('TELEGRAM_PRESS_UNANSWERED');
  expect(message.keyboard).toEqual([]);
});

it('cuts a toast to what a toast can hold, between characters', async () => {
  answer = { toast: `${'接'.repeat(199)}😀${'x'.repeat(100)}`, retire: false };
  const id = press();
  await answered(id);
  expect(rig.fake.answerTo(id)).toBe('接'.repeat(199));
});

it('answers a press that carries nothing, and an answer without words', async () => {
  await answered(press('whole', ''));
  expect(pressed).toEqual([]);
  answer = { toast: '', retire: false };
  const id = press();
  await answered(id);
  expect(rig.fake.answerTo(id)).toBe('');
});

it('the same press delivered twice has the same id', async () => {
  await answered(press());
  rig.fake.updates.repeatLast();
  await vi.waitFor(() => expect(pressed).toHaveLength(2), soon);
  expect(pressed[1]?.pressId).toBe(pressed[0]?.pressId);
});

it('fetches a picture, and says why where there is none', async () => {
  rig.fake.say({ user: rig.people.reporter, chat: GROUP_ID, text: '机房', photo: true });
  const big = rig.fake.world.keepFile('big.mp4', Buffer.from('x'), 21 * 1024 * 1024);
  rig.fake.say({ user: rig.people.reporter, chat: GROUP_ID, text: '', file: { kind: 'video', file: big } });
  const named = rig.fake.world.keepFile('报告 1.docx', Buffer.from('words'));
  rig.fake.say({ user: rig.people.reporter, chat: GROUP_ID, text: '', file: { kind: 'document', file: named } });
  await vi.waitFor(() => expect(attachments.map(({ kind }) => kind)).toEqual(['image', 'video', 'file']), soon);
  const [photo, video, report] = await Promise.all(attachments.map(({ ref }) => rig.gateway.fetchFile(ref)));
  expect(photo).toEqual({ kind: 'file', name: 'photo.jpg', bytes: new Uint8Array(Buffer.from('jpeg')) });
  expect(video).toMatchObject({ kind: 'gone' });
  expect(report).toMatchObject({ kind: 'file', name: '报告 1.docx' });
  rig.fake.world.files.clear();
  expect(await rig.gateway.fetchFile(attachments[0]?.ref ?? '')).toMatchObject({ kind: 'gone' });
  await rig.fake.close();
  const gone = await rig.gateway.fetchFile('x');
  expect(gone).toMatchObject({ kind: 'gone' });
  expect(JSON.stringify(gone)).not.toContain(rig.fake.token);
});
