// Hints in tiers: one opens after an attempt that changed files and result, or when its time has come.

import { call, sentence } from './api.js';
import { announce, button, el, pressed } from './dom.js';
import { prose } from './visible.js';

/** @param {string} lab */
export function hints(lab) {
  const came = Date.now();
  document.addEventListener('click', (event) => {
    const asked = pressed(event, '[data-hint]');
    const row = asked?.closest('.next-hint');
    if (row instanceof HTMLElement) void open(lab, row);
  });
  window.setInterval(() => {
    for (const row of document.querySelectorAll('.next-hint')) {
      if (row instanceof HTMLElement) ripen(row, (Date.now() - Number(row.dataset.since ??= String(Math.max(came, Date.now() - 1000)))) / 60_000);
    }
  }, 5000);
}

/** Its time has come: the button takes the place of the sentence. @param {HTMLElement} row @param {number} minutes */
function ripen(row, minutes) {
  const hidden = row.querySelector('[data-hint][hidden]');
  if (!hidden || minutes < Number(row.dataset.minutes)) return;
  hidden.removeAttribute('hidden');
  row.querySelector('.soft')?.remove();
}

/** @param {string} lab @param {HTMLElement} row */
async function open(lab, row) {
  const { check = '', tier = '1' } = row.dataset;
  try {
    const { text } = await call('POST', `/api/labs/${lab}/hints`, { check, tier: Number(tier) });
    const label = row.querySelector('[data-hint]')?.textContent?.replace('Open hint', 'Hint') ?? `Hint ${tier}`;
    const shown = el('details', { class: 'hint', open: true, 'data-key': `hint-${check}-${tier}` },
      el('summary', {}, label), el('p', {}, prose(text)));
    row.before(shown);
    shown.querySelector('summary')?.focus();
    announce(text);
    advance(row, Number(tier), label);
  } catch (error) {
    row.querySelector('.soft')?.remove();
    row.append(el('span', { class: 'soft', role: 'status' }, ` ${sentence(error)}`));
  }
}

/** The row speaks of the next tier, or goes. @param {HTMLElement} row @param {number} tier @param {string} label */
function advance(row, tier, label) {
  const tiers = Number(label.match(/of (\d+)/)?.[1] ?? tier);
  if (tier >= tiers) {
    row.remove();
    return;
  }
  row.dataset.tier = String(tier + 1);
  row.dataset.minutes = '10';
  row.dataset.since = String(Date.now());
  const next = button(`Open hint ${tier + 1} of ${tiers}`, () => {});
  next.setAttribute('data-hint', '');
  next.hidden = true;
  row.replaceChildren(next, el('span', { class: 'soft' }, `Hint ${tier + 1} opens when an attempt changes files and result, or in 10 min.`));
}
