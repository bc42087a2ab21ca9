// What the page has to say beside the result: each under a name, the newer in place of the older.

import { sentence } from './api.js';
import { announce, button, byId, el } from './dom.js';

/**
 * @param {string} name
 * @param {string | Node} text
 * @param {{ label: string, act: () => void, stays?: boolean }[]} [acts] each also takes the notice away, unless it stays
 */
export function notice(name, text, acts = []) {
  const buttons = acts.map(({ label, act, stays }) => button(label, () => {
    if (!stays) withdraw(name);
    act();
  }));
  const shown = el('div', { class: 'notice', 'data-notice': name }, el('p', {}, text));
  if (buttons.length) shown.append(el('p', { class: 'acts' }, ...buttons));
  withdraw(name);
  byId('notices').append(shown);
  announce(shown.querySelector('p')?.textContent ?? '');
}

/** @param {string} name */
export function withdraw(name) {
  document.querySelector(`[data-notice="${name}"]`)?.remove();
}

/** @param {string} name @param {unknown} error */
export function complain(name, error) {
  notice(name, sentence(error), [{ label: 'Close', act: () => {} }]);
}
