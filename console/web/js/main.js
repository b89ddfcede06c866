/** Puts the page together. */
import { go } from './actions.js';
import * as api from './api.js';
import { drawBoard, runClocks } from './board.js';
import { drawClock, runClockFace, startClock } from './clock.js';
import { drawComposer, startComposer } from './composer.js';
import { drawCounts } from './counts.js';
import { drawPeople, startPeople } from './people.js';
import { change, draws, keepMessage, setClock, state, takeSnapshot } from './store.js';
import { listen } from './stream.js';
import { drawDirects, drawPings } from './strips.js';
import { drawTalk, startTalk } from './talk.js';
import { toast } from './toast.js';

/** Who can be spoken as, and what with; asked anew with each connection until it is there. */
async function loadCast() {
  if (state.people.length > 0) return;
  try {
    const [people, samples] = await Promise.all([api.people(), api.samples()]);
    const first = people.find(({ role }) => role === 'reporter') ?? people[0];
    change({ people, samples, me: state.me === '' ? (first?.id ?? '') : state.me });
  } catch (error) {
    toast(error);
  }
}

for (const button of document.querySelectorAll('[data-go]')) {
  const place = /** @type {HTMLElement} */ (button).dataset['go'];
  if (place === 'group' || place === 'direct' || place === 'board') button.addEventListener('click', () => go(place));
}
startTalk();
startComposer();
startPeople();
startClock();
for (const view of [drawPeople, drawDirects, drawPings, drawTalk, drawComposer, drawClock, drawBoard, drawCounts])
  draws(view);

listen({
  on: {
    snapshot: (snapshot) => {
      takeSnapshot(snapshot);
      void loadCast();
    },
    message: keepMessage,
    board: ({ tickets }) => change({ tickets }),
    clock: ({ now }) => setClock(now),
  },
  online: (online) => change({ online }),
});

setInterval(() => {
  runClockFace();
  runClocks();
}, 1000);
