import { expect, it } from 'vitest';
import { chipOf, groups, idFault, stranger } from '../../web/js/roles.js';

/** @type {import('../../web/js/roles.js').Who} */
const WANG = { id: 'wang', name: '王老师', role: 'reporter', title: '张家湾中学' };
/** @type {import('../../web/js/roles.js').Who} */
const SU = { id: 'suzhe', name: '苏喆', role: 'desk', title: '服务台' };

it('groups everybody, and makes strangers of unknown ids, once each and never of the bot', () => {
  const found = groups([WANG, SU], ['laoli', 'laoli', 'wang', 'bot']);
  const shown = found
    .filter(({ people }) => people.length > 0)
    .map(({ name, people }) => [name, ...people.map(({ id }) => id)]);
  expect(shown).toEqual([
    ['学校联系人', 'wang'],
    ['服务台与负责人', 'suzhe'],
    ['陌生人', 'laoli'],
  ]);
});

it('says a school contact’s school, and everybody else’s role', () => {
  expect([WANG, SU, stranger('laoli')].map(chipOf)).toEqual(['张家湾中学', '服务台', '陌生人']);
});

it('says what is wrong with an id', () => {
  expect(['laoli', '李老师'].map(idFault)).toEqual([null, null]);
  expect(['', '  ', 'x'.repeat(65), 'bot'].map((id) => idFault(id) !== null)).toEqual([true, true, true, true]);
});
