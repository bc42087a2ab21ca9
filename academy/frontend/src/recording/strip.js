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
    /** @type {Map<string, { as: string, node: Element }>} lanes as they stand now: one that is the same stays */
    this.drawn = new Map();
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
    this.put('running', `${moment.queueMark} ${moment.running} ${moment.runningWords}`, () => this.running(moment));
    const waiting = byQueue(moment);
    for (const [queue, title] of this.lanes) this.lane(queue, title, waiting.get(queue) ?? [], moment);
    const either = eitherOrder(this.way, moment) ?? '';
    this.put('either', either, () => el('p', { class: 'either', hidden: either === '' }, el('span', {}, either)));
  }

  /** Making again what is there already would cost a browser more than all the rest. @param {string} name @param {string} as @param {() => Element} make */
  put(name, as, make) {
    const old = this.drawn.get(name);
    if (old?.as === as) return;
    const node = make();
    if (old) old.node.replaceWith(node);
    else this.element.append(node);
    this.drawn.set(name, { as, node });
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
    const most = MOST + (this.more.get(queue) ?? 0);
    const shown = (jobs.length > most + 1 ? jobs.slice(0, most) : jobs)
      .map(([id, job]) => ({ title: jobTitle(job), words: jobOrigin(job, this.way), fresh: moment.changes.jobs.has(id) }));
    const empty = jobs.length === 0 ? this.emptiness(queue, moment.step) : '';
    this.put(queue, JSON.stringify([shown, jobs.length, empty]), () => this.drawLane(queue, title, shown, jobs.length, empty));
  }

  /** @param {string} queue @param {string} title @param {{ title: string, words: string, fresh: boolean }[]} shown @param {number} count @param {string} empty */
  drawLane(queue, title, shown, count, empty) {
    const mark = markOfQueue(queue);
    const head = el('h2', {}, glyph(mark), title, ' ', el('span', { class: 'n' }, count ? String(count) : ''));
    const lane = el('section', { class: `lane q-${mark}` }, head);
    if (empty) lane.append(el('p', { class: 'soft' }, empty));
    lane.append(el('ol', {}, ...shown.map((job) => jobBox(job.title, job.words, mark, job.fresh))));
    if (shown.length < count) lane.append(el('button', { type: 'button', class: 'link small', 'data-more': queue }, `and ${count - shown.length} more`));
    return lane;
  }

  /** @param {string} queue @param {number} step */
  emptiness(queue, step) {
    const since = this.way.emptySince(queue, step);
    return since === undefined ? 'Empty.' : `Empty since ${since + 1}.`;
  }
}

/** What waits in each queue, in the order it will run. @param {Moment} moment @returns {Map<string, [number, Job][]>} */
function byQueue({ state }) {
  /** @type {Map<string, [number, Job][]>} */
  const queues = new Map();
  for (const [id, job] of Object.entries(state.jobs)) {
    if (Number(id) === state.running) continue;
    const queue = queues.get(job.queue) ?? [];
    queues.set(job.queue, queue);
    queue.push([Number(id), job]);
  }
  for (const [queue, jobs] of queues) jobs.sort(([a, x], [b, y]) => (queue === 'timer' ? (x.due ?? 0) - (y.due ?? 0) : 0) || a - b);
  return queues;
}

/** @param {string} title @param {string} words @param {string} mark @param {boolean} fresh */
function jobBox(title, words, mark, fresh) {
  const short = title.replace(/\bconsole\.log\(/g, 'log(');
  const item = el('li', { class: `job q-${mark}${fresh ? ' new' : ''}` }, el('code', { title }, visible(short)), el('span', {}, visible(words)));
  if (fresh) item.append(el('b', { class: 'word' }, ' new'));
  return item;
}
