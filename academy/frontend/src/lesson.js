// Questions to predict, and commands to copy. Nothing here is graded or kept.

import { announce, el, pressed } from './dom.js';

export function predictions() {
  document.addEventListener('change', (event) => {
    const chosen = event.target;
    const question = chosen instanceof HTMLInputElement ? chosen.closest('.predict') : null;
    if (question instanceof HTMLElement) reveal(question, /** @type {HTMLInputElement} */ (chosen));
  });
}

/** @param {HTMLElement} question @param {HTMLInputElement} chosen */
function reveal(question, chosen) {
  const right = chosen.value === question.dataset.answer;
  question.querySelectorAll('.verdict-word').forEach((word) => word.remove());
  for (const label of question.querySelectorAll('label')) {
    label.classList.toggle('is-right', label.querySelector('input')?.value === question.dataset.answer);
  }
  chosen.closest('label')?.append(el('span', { class: `verdict-word ${right ? 'right' : 'other'}` }, right ? 'yes' : 'it is another'));
  question.querySelector('details')?.setAttribute('open', '');
  announce(`${right ? 'Yes.' : 'It is another.'} ${question.querySelector('details p')?.textContent ?? ''}`);
}

export function copies() {
  document.addEventListener('click', (event) => {
    const copy = pressed(event, '[data-copy]');
    if (!copy) return;
    navigator.clipboard.writeText(copy.dataset.copy ?? '').then(() => told(copy, 'copied'), () => told(copy, 'could not be copied'));
  });
}

/** @param {HTMLElement} copy @param {string} says */
function told(copy, says) {
  copy.parentElement?.querySelector('.copied')?.remove();
  const word = el('span', { class: 'copied soft', role: 'status' }, says);
  copy.before(word);
  window.setTimeout(() => word.remove(), 2000);
}
