// What Run prints, as it comes.

import { byId, el } from './dom.js';
import { visible } from './visible.js';

const MOST = 200_000;

export class Console {
  constructor() {
    this.out = byId('out');
    this.place = byId('console');
    this.shown = 0;
    /** @type {HTMLElement | undefined} */
    this.pre = undefined;
  }

  /** @param {string} says */
  begin(says) {
    this.shown = 0;
    this.pre = undefined;
    this.out.replaceChildren(el('p', { class: 'said' }, says));
  }

  /** @param {string} text @param {boolean} error */
  print(text, error) {
    const low = this.atFoot();
    if (!this.pre) {
      if (this.shown === 0) this.out.querySelector('.said')?.remove();
      this.pre = el('pre', { class: 'mono' });
      this.out.append(this.pre);
    }
    this.pre.append(error ? el('span', { class: 'err' }, visible(text)) : visible(text));
    this.shown += text.length;
    this.trim();
    if (low) this.place.scrollTop = this.place.scrollHeight;
  }

  /** A line of ours, or an exchange, between what is printed. @param {Node | string} what */
  say(what) {
    const low = this.atFoot();
    this.pre = undefined;
    this.out.append(typeof what === 'string' ? el('p', { class: 'said' }, visible(what)) : what);
    if (low) this.place.scrollTop = this.place.scrollHeight;
  }

  atFoot() {
    return this.place.scrollHeight - this.place.scrollTop - this.place.clientHeight < 24;
  }

  /** The newest is kept; that older output is gone is said. */
  trim() {
    while (this.shown > MOST && this.pre && this.pre.childNodes.length > 1) {
      this.shown -= this.pre.firstChild?.textContent?.length ?? 0;
      this.pre.firstChild?.remove();
      if (!this.out.querySelector('.left-out')) {
        this.out.prepend(el('p', { class: 'said left-out' }, 'Earlier output is left out here.'));
      }
    }
  }
}
