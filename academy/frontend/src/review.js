// What is to be looked at again: each question is answered where it stands, and a lab may be said to be known.

import { call, sentence } from './api.js';
import { announce, el, pressed } from './dom.js';
import { predictions } from './lesson.js';

const DAY = 86_400_000;

let left = Number(document.querySelector('[data-left]')?.textContent ?? 0);

predictions((question, { right, dueAt }) => {
  if (right) left -= 1;
  const count = document.querySelector('[data-left]');
  if (count) count.textContent = String(left);
  question.append(el('p', { class: 'soft small' }, right ? `It comes back ${when(dueAt)}.` : 'It stays here until it is answered again.'));
});

document.addEventListener('click', async (event) => {
  const known = pressed(event, '[data-recall]');
  if (!(known instanceof HTMLButtonElement)) return;
  known.disabled = true;
  const told = el('p', { class: 'soft small' });
  try {
    const { dueAt } = await call('POST', known.dataset.recall ?? '');
    told.textContent = `It comes back ${when(dueAt)}.`;
    known.closest('p')?.replaceWith(told);
  } catch (error) {
    known.disabled = false;
    known.closest('li')?.querySelector('.trouble')?.remove();
    told.textContent = sentence(error);
    told.className = 'trouble';
    known.closest('p')?.after(told);
  }
  announce(told.textContent);
});

/** @param {string} dueAt */
function when(dueAt) {
  const days = Math.round((Date.parse(dueAt) - Date.now()) / DAY);
  return days <= 1 ? 'in a day' : `in ${days} days`;
}

document.documentElement.dataset.ready = 'true';
