/** The playground's clock, and moving it forward where that is allowed. */
import { advance } from './actions.js';
import { nextDeadline } from './chats.js';
import { byId, h } from './dom.js';
import { dateLabel, hm, hms, HOUR, MINUTE, nextMorning } from './format.js';
import { now, state } from './store.js';

/** A deadline has passed only after it. */
const JUST_AFTER = 1000;

const date = h('span', { class: 'clock-date' });
const time = h('time', { class: 'clock-time' });
const note = h('p', { class: 'clock-note', text: '接着真实的群，时钟照实走' });
/** For those who do not see the clock's face. */
const told = h('p', { class: 'unseen', role: 'status' });
const buttons = h('div', { class: 'clock-buttons', role: 'group', 'aria-label': '快进' });

/** Turns to choose from: a label, and how far to go from now in ms; null where there is nowhere to go. */
const TURNS = [
  { label: '+5 分钟', way: () => 5 * MINUTE },
  { label: '+30 分钟', way: () => 30 * MINUTE },
  { label: '+2 小时', way: () => 2 * HOUR },
  { label: '到下一个时限', way: toDeadline },
  { label: '明早 8 点', way: () => nextMorning(now()) - now() },
];

function toDeadline() {
  const due = nextDeadline(state.tickets, now());
  return due === null ? null : due - now() + JUST_AFTER;
}

const turns = TURNS.map(({ label, way }) => {
  const button = h('button', {
    class: 'turn',
    type: 'button',
    text: label,
    data: { turn: label },
    on: {
      click: async () => {
        const ms = way();
        if (ms === null) return;
        busy = true;
        draw();
        if (await advance(Math.ceil(ms))) told.textContent = `已快进到 ${dateLabel(now())} ${hm(now())}`;
        busy = false;
        draw();
      },
    },
  });
  buttons.append(button);
  return { button, way };
});
let busy = false;

function draw() {
  for (const { button, way } of turns) button.disabled = busy || way() === null;
  byId('clock').setAttribute('aria-busy', String(busy));
}

/** Draws the clock. */
export function drawClock() {
  byId('clock').hidden = !state.loaded;
  buttons.hidden = !state.clockMoves;
  note.hidden = state.clockMoves;
  draw();
  runClockFace();
}

/** Moves the hands; called each second. */
export function runClockFace() {
  date.textContent = dateLabel(now());
  time.textContent = hms(now());
}

/** Puts the clock on the page. */
export function startClock() {
  byId('clock').append(h('p', { class: 'clock-face' }, time, date), note, buttons, told);
}
