// The state's place, as a drawing or as a list; and on a narrow screen the tabs that show one place at a time.

import { el } from '../dom.js';
import { choose, tabs } from '../tabs.js';

/** @typedef {import('./moment.js').Moment} Moment */

const PLACES = [['code', 'Code'], ['state', 'State'], ['runtime', 'Runtime'], ['out', 'Console']];

export class Places {
  /** @param {import('./figure.js').Figure} figure @param {import('./list.js').StateList} list @param {() => void} redraw */
  constructor(figure, list, redraw) {
    this.figure = figure;
    this.list = list;
    this.redraw = redraw;
    this.form = matchMedia('(max-width: 860px)').matches ? 'list' : 'drawing';
    this.forms = el('div', { class: 'segments forms', role: 'group', 'aria-label': 'How the state is shown' },
      el('button', { type: 'button', 'data-form': 'drawing' }, 'Drawing'), el('button', { type: 'button', 'data-form': 'list' }, 'List'));
    this.pane = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Call stack, scopes and heap' });
    this.element = el('div', { class: 'rec-state' }, this.forms, figure.unfolds.element, this.pane);
    this.tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Places of the recording' },
      ...PLACES.map(([place, word], i) => el('button', {
        type: 'button', role: 'tab', 'aria-selected': String(i === 0), tabindex: i ? '-1' : '0', 'data-place': place,
      }, word)));
    new ResizeObserver(() => this.resized()).observe(this.pane);
    this.forms.addEventListener('click', (event) => {
      const form = event.target instanceof Element ? event.target.closest('[data-form]')?.getAttribute('data-form') : undefined;
      if (form) this.change(form);
    });
  }

  /** @param {HTMLElement} root */
  govern(root) {
    root.dataset.place = 'code';
    tabs(this.tabs, (tab) => { root.dataset.place = tab.dataset.place ?? 'code'; });
    const first = this.tabs.firstElementChild;
    if (first instanceof HTMLElement) choose(this.tabs, first, () => {});
  }

  resized() {
    const [across, room] = [this.pane.clientWidth - 48, this.pane.clientHeight - 24];
    if (across === this.figure.across && room === this.figure.room) return;
    this.figure.fit(across, room);
    this.redraw();
  }

  /** @param {string} form */
  change(form) {
    this.form = form;
    this.redraw();
  }

  /** @param {Moment} moment */
  show(moment) {
    const view = this.form === 'list' ? this.list : this.figure;
    view.show(moment);
    this.element.classList.toggle('as-list', this.form === 'list');
    if (this.pane.firstChild !== view.element) this.pane.replaceChildren(view.element);
    for (const button of this.forms.children) button.setAttribute('aria-pressed', String(button.getAttribute('data-form') === this.form));
  }
}
