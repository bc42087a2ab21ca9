// What is to be looked at again: each question is answered where it stands.

import { el } from './dom.js';
import { predictions } from './lesson.js';

const DAY = 86_400_000;

let left = Number(document.querySelector('[data-left]')?.textContent ?? 0);

predictions((question, { right, dueAt }) => {
  if (right) left -= 1;
  const count = document.querySelector('[data-left]');
  if (count) count.textContent = String(left);
  question.append(el('p', { class: 'soft small' }, right ? `It comes back ${when(dueAt)}.` : 'It stays here until it is answered again.'));
});

/** @param {string} dueAt */
function when(dueAt) {
  const days = Math.round((Date.parse(dueAt) - Date.now()) / DAY);
  return days <= 1 ? 'in a day' : `in ${days} days`;
}

document.documentElement.dataset.ready = 'true';
