// Questions to predict, and commands to copy. Nothing here is graded; what was answered is remembered for review.

import { call, sentence } from './api.js';
import { announce, el, pressed } from './dom.js';

/** @typedef {{ right: boolean, box: number, dueAt: string }} Standing */

/** A choice is no answer yet: whoever walks through them by keys passes others. @param {(question: HTMLElement, standing: Standing) => void} [told] */
export function predictions(told = () => {}) {
  document.addEventListener('click', (event) => {
    const question = pressed(event, '[data-predicted]')?.closest('.predict');
    if (question instanceof HTMLElement) answer(question, told);
  });
  document.addEventListener('keydown', (event) => {
    const radio = event.target;
    const plain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const question = plain && radio instanceof HTMLInputElement && radio.checked ? radio.closest('.predict') : null;
    if (!(question instanceof HTMLElement) || !question.querySelector('[data-predicted]')) return;
    event.preventDefault(); // else the key would close the answer that has just been opened
    answer(question, told);
  });
}

/** @param {HTMLElement} question @param {(question: HTMLElement, standing: Standing) => void} told */
function answer(question, told) {
  const inputs = [...question.querySelectorAll('input')];
  const chosen = inputs.find((input) => input.checked);
  if (!chosen) {
    inputs[0].focus();
    announce('Choose an answer first.');
    return;
  }
  for (const input of inputs) input.disabled = input !== chosen;
  question.querySelector('[data-predicted]')?.parentElement?.remove();
  reveal(question, chosen);
  if (question.dataset.remember) void remember(question, Number(chosen.value), told);
}

/** @param {HTMLElement} question @param {HTMLInputElement} chosen */
function reveal(question, chosen) {
  const right = chosen.value === question.dataset.answer;
  for (const label of question.querySelectorAll('label')) {
    label.classList.toggle('is-right', label.querySelector('input')?.value === question.dataset.answer);
  }
  chosen.closest('label')?.append(el('span', { class: `verdict-word ${right ? 'right' : 'other'}` }, right ? 'yes' : 'it is another'));
  question.querySelector('details')?.setAttribute('open', '');
  question.querySelector('summary')?.focus({ preventScroll: true });
  announce(`${right ? 'Yes.' : 'It is another.'} ${question.querySelector('details p')?.textContent ?? ''}`);
}

/** @param {HTMLElement} question @param {number} chosen @param {(question: HTMLElement, standing: Standing) => void} told */
async function remember(question, chosen, told) {
  try {
    told(question, await call('POST', question.dataset.remember ?? '', { chosen }));
  } catch (error) {
    question.append(el('p', { class: 'soft small' }, `Not remembered: ${sentence(error)}`));
  }
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
