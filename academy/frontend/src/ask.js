// A question that must be answered before something is done.

import { button, el } from './dom.js';

/**
 * @param {string} title
 * @param {string} says
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
export function ask(title, says, yes) {
  return new Promise((resolve) => {
    const box = /** @type {HTMLDialogElement} */ (el('dialog', { class: 'ask-box', 'aria-labelledby': 'ask-title' },
      el('h2', { id: 'ask-title' }, title), el('p', {}, says),
      el('p', { class: 'acts' },
        button('Leave it', () => box.close('no'), 'button quiet'),
        button(yes, () => box.close('yes'), 'button first'))));
    box.addEventListener('close', () => {
      box.remove();
      resolve(box.returnValue === 'yes');
    });
    document.body.append(box);
    box.showModal();
  });
}
