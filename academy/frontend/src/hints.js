// Hints in tiers: one opens after an attempt that changed files and result, or when its time has come.

import { call, sentence } from './api.js';
import { announce, el, pressed } from './dom.js';
import { prose } from './visible.js';

const LOOK = 5000;

/** @param {string} lab */
export function hints(lab) {
  document.addEventListener('click', (event) => {
    const row = pressed(event, '[data-hint]')?.closest('.next-hint');
    if (row instanceof HTMLElement) void open(lab, row);
  });
  window.setInterval(() => {
    for (const row of document.querySelectorAll('.next-hint')) {
      if (row instanceof HTMLElement) ripen(row);
    }
  }, LOOK);
}

/** When its time has come the button takes the place of the sentence. @param {HTMLElement} row */
function ripen(row) {
  const hidden = row.querySelector('[data-hint][hidden]');
  const minutes = Number(row.dataset.minutes);
  const since = Number((row.dataset.since ??= String(Date.now())));
  if (!hidden || minutes === 0 || Date.now() - since < minutes * 60_000) return;
  hidden.removeAttribute('hidden');
  row.querySelector('.soft')?.remove();
}

/** @param {string} lab @param {HTMLElement} row */
async function open(lab, row) {
  const { check = '', tier = '1' } = row.dataset;
  try {
    const { text, hints: now } = await call('POST', `/api/labs/${lab}/hints`, { check, tier: Number(tier) });
    const shown = el('details', { class: 'hint', open: true, 'data-key': `hint-${check}-${tier}`, 'data-touched': true },
      el('summary', {}, `Hint ${tier} of ${now.tiers}`), el('p', {}, prose(text)));
    row.before(shown);
    shown.querySelector('summary')?.focus();
    announce(text);
    advance(row, Number(tier) + 1, now);
  } catch (error) {
    row.querySelector('.soft')?.remove();
    row.append(el('span', { class: 'soft', role: 'status' }, ` ${sentence(error)}`));
  }
}

/**
 * The row speaks of the next tier, or goes.
 * @param {HTMLElement} row
 * @param {number} tier
 * @param {{ tiers: number, nextIsOpen: boolean, minutesToNext: number, heldBack: string }} now
 */
function advance(row, tier, { tiers, nextIsOpen, minutesToNext, heldBack }) {
  if (tier > tiers) {
    row.remove();
    return;
  }
  Object.assign(row.dataset, { tier: String(tier), minutes: String(minutesToNext), since: String(Date.now()) });
  const next = el('button', { type: 'button', class: 'button', 'data-hint': '', hidden: !nextIsOpen }, `Open hint ${tier} of ${tiers}`);
  row.replaceChildren(next);
  if (nextIsOpen) return;
  const later = minutesToNext > 0 ? `, or in ${minutesToNext} min` : '';
  row.append(el('span', { class: 'soft' }, heldBack || `Hint ${tier} opens when an attempt changes files and result${later}.`));
}
