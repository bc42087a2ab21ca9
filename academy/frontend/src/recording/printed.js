// The console of the recording: each line leads to the step that printed it; lines still to come are not shown.

import { el } from '../dom.js';
import { visible } from '../visible.js';
import { round } from './moment.js';
import { lastUpTo } from './way.js';

/** @typedef {import('./format.js').Trace} Trace @typedef {import('./moment.js').Moment} Moment */

const MOST = 80;
const FURTHER = 400;

export class Printed {
  /** @param {Trace} trace @param {(step: number) => void} go */
  constructor(trace, go) {
    this.trace = trace;
    this.steps = trace.console.map(({ step }) => step);
    this.clock = el('span', { class: 'mono' });
    this.list = el('ol', { class: 'mono' });
    this.pane = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Console' }, this.list);
    this.element = el('div', { class: 'rec-out' }, el('h2', { class: 'label' }, 'Console ', this.clock), this.pane);
    this.shown = '';
    this.most = MOST;
    this.list.addEventListener('click', (event) => {
      const to = event.target instanceof Element ? event.target.closest('[data-step]') : null;
      if (to) go(Number(to.getAttribute('data-step')));
      if (event.target instanceof Element && event.target.closest('[data-earlier]')) this.earlier();
    });
  }

  /** @param {Moment} moment */
  show(moment) {
    const { step, state, asking } = moment;
    this.clock.textContent = `clock ${round(state.clock)} ms`;
    const count = lastUpTo(this.steps, step) + 1;
    const soon = !asking && this.steps[count] === step + 1;
    const now = this.steps[count - 1] === step;
    const key = `${count} ${soon} ${now}`;
    if (key === this.shown) return;
    this.shown = key;
    this.again = () => this.fill(count, soon, now ? step : -1);
    this.again();
  }

  earlier() {
    this.most += FURTHER;
    this.again?.();
    this.pane.focus();
  }

  /** @param {number} count @param {boolean} soon @param {number} now */
  fill(count, soon, now) {
    const lines = this.trace.console.slice(Math.max(0, count - this.most), count);
    const items = lines.map(({ step, stream, text }) => el('li', { class: `${stream === 'err' ? 'err' : ''}${step === now ? ' new' : ''}` },
      stepButton(step), el('span', {}, ...(stream === 'err' ? [el('span', { class: 'vh' }, 'error output: ')] : []), visible(text.replace(/\n$/, '')))));
    const earlier = el('button', { type: 'button', class: 'link small', 'data-earlier': '' }, `${count - this.most} earlier lines`);
    if (count > this.most) items.unshift(el('li', { class: 'whole' }, earlier));
    if (soon) items.push(el('li', {}, stepButton(this.steps[count]), el('span', { class: 'hush' }, 'next step')));
    if (!soon && count === 0) items.push(el('li', { class: 'whole' }, el('span', { class: 'hush' }, 'Nothing printed yet.')));
    this.list.replaceChildren(...items);
  }
}

/** @param {number} step */
function stepButton(step) {
  return el('button', { type: 'button', class: 'link', 'data-step': String(step), 'aria-label': `Go to step ${step + 1}` }, String(step + 1));
}
