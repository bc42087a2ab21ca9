// The runtime as a strip, in the order it drains: what runs, then the queues.

import { el } from '../dom.js';
import { visible } from '../visible.js';
import { jobOrigin, jobTitle, markOfQueue } from './moment.js';
import { eitherOrder } from './either.js';
import { glyph } from './svg.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./format.js').Job} Job @typedef {import('./way.js').Way} Way */

const MOST = 4;
const FURTHER = 20;
const LANES = [['tick', 'nextTick'], ['micro', 'microtasks'], ['timer', 'timers'], ['poll', 'poll'], ['immediate', 'immediates'], ['listener', 'listeners']];

export class Strip {
  /** @param {Way} way @param {() => void} redraw */
  constructor(way, redraw) {
    this.way = way;
    this.redraw = redraw;
    /** @type {Map<string, number>} */
    this.more = new Map();
    const polls = [...way.jobs.values()].some(({ queue }) => queue === 'poll');
    this.lanes = LANES.filter(([queue]) => queue !== 'poll' || polls);
    this.element = el('div', { class: `rec-runtime${polls ? ' polls' : ''}`, role: 'group', tabindex: '0', 'aria-label': 'The runtime, in the order it drains' });
    this.element.addEventListener('click', (event) => {
      const queue = event.target instanceof Element ? event.target.closest('[data-more]')?.getAttribute('data-more') : undefined;
      if (!queue) return;
      this.more.set(queue, (this.more.get(queue) ?? 0) + FURTHER);
      this.redraw();
      const again = this.element.querySelector(`[data-more="${queue}"]`) ?? this.element;
      if (again instanceof HTMLElement) again.focus();
    });
  }

  /** @param {Moment} moment */
  show(moment) {
    const waiting = new Map(this.lanes.map(([queue]) => [queue, inOrder(queue, moment)]));
    this.element.replaceChildren(this.running(moment), ...this.lanes.map(([queue, title]) => this.lane(queue, title, waiting.get(queue) ?? [], moment)));
    const either = eitherOrder(this.way, moment);
    if (either) this.element.append(el('p', { class: 'either' }, el('span', {}, either)));
  }

  /** @param {Moment} moment */
  running(moment) {
    const lane = el('section', { class: `lane running q-${moment.queueMark}` }, el('h2', {}, 'Running'));
    if (moment.running === 'nothing') lane.append(el('p', { class: 'soft' }, 'Nothing. Node is choosing.'));
    else lane.append(el('ol', {}, jobBox(moment.running, moment.runningWords, moment.queueMark, false)));
    return lane;
  }

  /** @param {string} queue @param {string} title @param {[number, Job][]} jobs @param {Moment} moment */
  lane(queue, title, jobs, moment) {
    const mark = markOfQueue(queue);
    const head = el('h2', {}, glyph(mark), title, ' ', el('span', { class: 'n' }, jobs.length ? String(jobs.length) : ''));
    const lane = el('section', { class: `lane q-${mark}` }, head);
    if (jobs.length === 0) lane.append(el('p', { class: 'soft' }, this.emptiness(queue, moment.step)));
    const most = MOST + (this.more.get(queue) ?? 0);
    const shown = jobs.length > most + 1 ? jobs.slice(0, most) : jobs;
    lane.append(el('ol', {}, ...shown.map(([id, job]) => jobBox(jobTitle(job), jobOrigin(job, this.way), mark, moment.changes.jobs.has(id)))));
    if (shown.length < jobs.length) lane.append(el('button', { type: 'button', class: 'link small', 'data-more': queue }, `and ${jobs.length - shown.length} more`));
    return lane;
  }

  /** @param {string} queue @param {number} step */
  emptiness(queue, step) {
    const since = this.way.emptySince(queue, step);
    return since === undefined ? 'Empty.' : `Empty since ${since + 1}.`;
  }
}

/** What waits in a queue, in the order it will run. @param {string} queue @param {Moment} moment @returns {[number, Job][]} */
function inOrder(queue, { state }) {
  const jobs = Object.entries(state.jobs).map(([id, job]) => /** @type {[number, Job]} */ ([Number(id), job]))
    .filter(([id, job]) => job.queue === queue && id !== state.running);
  return jobs.sort(([a, x], [b, y]) => (queue === 'timer' ? (x.due ?? 0) - (y.due ?? 0) : 0) || a - b);
}

/** @param {string} title @param {string} words @param {string} mark @param {boolean} fresh */
function jobBox(title, words, mark, fresh) {
  const short = title.replace(/\bconsole\.log\(/g, 'log(');
  const item = el('li', { class: `job q-${mark}${fresh ? ' new' : ''}` }, el('code', { title }, visible(short)), el('span', {}, visible(words)));
  if (fresh) item.append(el('b', { class: 'word' }, ' new'));
  return item;
}
