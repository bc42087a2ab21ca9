// What the drawing leaves out, as buttons: the drawing itself is one picture to those who do not look, and takes no keys.

import { el } from '../dom.js';
import { plain } from '../visible.js';

/** @typedef {import('./layout.js').Drawing} Drawing @typedef {{ what: string, says: string }} Fold */

export class Unfolds {
  /** @param {(what: string) => void} unfold */
  constructor(unfold) {
    this.unfold = unfold;
    this.shown = '';
    this.element = el('div', { class: 'unfolds', role: 'group', 'aria-label': 'What the drawing leaves out', hidden: true });
    this.element.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) this.pressed(button);
    });
  }

  /** The focus stays where it was, or goes to what stands there now. @param {HTMLElement} button */
  pressed(button) {
    const what = button.dataset.what ?? '';
    const at = [...this.element.children].indexOf(button);
    this.unfold(what);
    const all = /** @type {HTMLElement[]} */ ([...this.element.children]);
    const next = all.find((each) => each.dataset.what === what) ?? all[Math.min(at, all.length - 1)];
    if (next) next.focus();
    else /** @type {HTMLElement | null} */ (this.element.parentElement?.querySelector('.scroll'))?.focus();
  }

  /** @param {Drawing} drawing */
  show(drawing) {
    const folds = foldsOf(drawing);
    const key = JSON.stringify(folds);
    if (key === this.shown) return;
    this.shown = key;
    this.element.hidden = folds.length === 0;
    this.element.replaceChildren(...folds.map(({ what, says }) => el('button', { type: 'button', class: 'button', 'data-what': what }, says)));
  }
}

/** @param {Drawing} drawing @returns {Fold[]} */
function foldsOf({ frameRest, boxes, folded }) {
  const stack = frameRest ? [{ what: 'stack', says: `${frameRest} more calls` }] : [];
  const cut = [...boxes.values()].filter((box) => box.cut).map((box) => ({ what: `box ${box.key}`, says: `${box.cut} more of ${plain(box.title)}` }));
  return [...stack, ...cut, ...folded.map(({ column, count }) => ({ what: column, says: `${count} more boxes` }))];
}
