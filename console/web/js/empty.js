/** What stands where there is nothing yet: what to do first. */
import { say } from './composer.js';
import { byId, h, keep } from './dom.js';
import { chipOf } from './roles.js';
import { state, who } from './store.js';

/** @param {{ title: string, text: string, action?: { label: string, words: string } }} what */
function nothing({ title, text, action }) {
  return h(
    'div',
    { class: 'nothing' },
    h('p', { class: 'nothing-title', text: title }),
    h('p', { text }),
    action
      ? h('button', { class: 'plain', type: 'button', text: action.label, on: { click: () => say(action.words) } })
      : null,
  );
}

/** @param {HTMLElement} place @param {Parameters<typeof nothing>[0] | null} what */
function fill(place, what) {
  place.hidden = what === null;
  keep(place, what === null ? [] : [what], { key: () => '', look: (item) => JSON.stringify(item), make: nothing });
}

/** @param {boolean} none */
export function drawEmptyTalk(none) {
  fill(byId('talk-empty'), none ? talkText() : null);
}

/** @returns {Parameters<typeof nothing>[0]} */
function talkText() {
  if (!state.loaded) return { title: '正在打开', text: '稍等，消息马上就到。' };
  if (!state.playground) {
    return { title: '没有开演练群', text: '这个实例接着真实的群，请到群里说话。这里可以看未完的工单。' };
  }
  const me = who(state.me);
  if (state.chat === 'direct') {
    return {
      title: `${me.name}和小通还没有私聊`,
      text: '这里的话只有他们两个看得到。派给工程师的详情和给报修人的回访，都会发到私聊。',
      action: { label: '先问问小通会什么', words: '帮助' },
    };
  }
  const sample = state.samples.find(({ role }) => role === 'reporter');
  const reporter = me.role === 'reporter';
  return {
    title: '群里还没有人说话',
    text: reporter
      ? `现在以${chipOf(me)}${me.name}的身份说话。报一个故障试试：说清学校、地点和现象，小通就会受理、派单。`
      : '先选一位学校联系人作说话人，报一个故障：小通会受理、派单，工程师会在群里被 @。',
    ...(reporter && sample && { action: { label: '用一句现成的报修', words: sample.text } }),
  };
}

/** @param {boolean} none */
export function drawEmptyBoard(none) {
  const text = '有人在群里报修，工单就会出现在这里，带着级别、接单人和倒计时。';
  fill(byId('board-empty'), none && state.loaded ? { title: '没有未完的工单', text } : null);
}
