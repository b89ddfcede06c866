/** @import { Who } from './roles.js' */
import { h } from './dom.js';
import { hueOf, initials } from './format.js';

/** The square with somebody's initials. @param {Who} who @param {string} [size] a class */
export function avatar(who, size = '') {
  const letters = [...initials(who.name)];
  const look = who.role === 'bot' ? 'bot' : `hue-${hueOf(who.id)}`;
  return h('span', {
    class: `avatar ${look} ${size}`,
    'aria-hidden': 'true',
    text: who.role === 'bot' ? '通' : size === 'small' ? (letters.at(-1) ?? '') : letters.join(''),
  });
}
