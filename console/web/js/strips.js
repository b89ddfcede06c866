/** The strips above the messages: who was pinged, whose direct chat. */
import { become } from './actions.js';
import { avatar } from './avatar.js';
import { directChats, openPings } from './chats.js';
import { byId, h, keep } from './dom.js';
import { badge } from './format.js';
import { showMessage } from './reveal.js';
import { allMessages, state, who } from './store.js';

/** Who was mentioned in the group and has not looked: one press away from answering as that person. */
export function drawPings() {
  const strip = byId('pings');
  const pings = state.chat === 'group' ? openPings(allMessages(), state.seen).filter(({ id }) => id !== state.me) : [];
  strip.hidden = pings.length === 0;
  keep(strip, [null, ...pings], {
    key: (ping) => ping?.id ?? '',
    look: (ping) => (ping === null ? '' : `${ping.count} ${ping.message} ${who(ping.id).name}`),
    make: (ping) =>
      ping === null
        ? h('span', { class: 'strip-name', text: '有人被 @' })
        : h(
            'button',
            {
              class: 'strip-tab ping',
              type: 'button',
              title: `换成${who(ping.id).name}，看这条消息`,
              data: { ping: ping.id },
              on: {
                click: () => {
                  become(ping.id);
                  void showMessage(ping.message);
                },
              },
            },
            avatar(who(ping.id), 'small'),
            who(ping.id).name,
            h('span', { class: 'count', text: badge(ping.count) }),
          ),
  });
}

/** Everybody's direct chat with the bot, as tabs. */
export function drawDirects() {
  const strip = byId('directs');
  strip.hidden = state.chat !== 'direct';
  const chats = directChats(allMessages(), state.seen);
  const mine = { id: state.me, unread: 0, last: Infinity };
  const all = chats.some(({ id }) => id === state.me) || state.me === '' ? chats : [mine, ...chats];
  keep(strip, all, {
    key: ({ id }) => id,
    look: ({ id, unread }) => `${id === state.me} ${unread} ${who(id).name}`,
    make: ({ id, unread }) =>
      h(
        'button',
        {
          class: 'strip-tab',
          type: 'button',
          'aria-pressed': String(id === state.me),
          data: { direct: id },
          on: { click: () => become(id) },
        },
        avatar(who(id), 'small'),
        who(id).name,
        unread > 0 ? h('span', { class: 'count', text: badge(unread), 'aria-label': `${unread} 条未读` }) : null,
      ),
  });
}
