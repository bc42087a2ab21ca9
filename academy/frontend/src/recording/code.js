// The program with what is about to run, the values at the ends of its lines, and where waiting jobs were queued.

import { el } from '../dom.js';
import { choose, tabs } from '../tabs.js';
import { visible } from '../visible.js';
import { Lines } from './lines.js';
import { glyph } from './svg.js';
import { markOfQueue } from './moment.js';
import { valuesAtLines } from './line-values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./declarations.js').Declarations} Declarations */
/** @typedef {import('./files.js').Files} Files @typedef {import('./files.js').Place} Place */

const LINE = 20;
const GUTTER = 60;
const CHARACTER = 7.8;
const MARKS = 2;
/** After these it is what has just run that is marked. */
const PAST = new Set(['return', 'throw', 'suspend']);

export class Code {
  /** @param {Files} files @param {Declarations} declarations */
  constructor(files, declarations) {
    this.files = files;
    this.declarations = declarations;
    this.file = -1;
    /** @type {Lines | undefined} of the file that is open */
    this.lines = undefined;
    /** @type {Set<number>} lines that show more than their text */
    this.touched = new Set();
    this.height = 0;
    this.width = 0;
    this.list = el('ol');
    this.pane = el('div', { class: 'source scroll', tabindex: '0', role: 'region', 'aria-label': 'Program' }, this.list);
    this.tabs = el('div', { class: 'files', role: 'tablist', 'aria-label': 'Files' });
    this.element = el('div', { class: 'rec-code' }, this.tabs, this.pane);
    this.fillTabs();
    new ResizeObserver(() => { [this.width, this.height] = [this.pane.clientWidth, this.pane.clientHeight]; }).observe(this.pane);
  }

  fillTabs() {
    const { files } = this.files.trace;
    this.tabs.hidden = files.length < 2;
    this.tabs.append(...files.map(({ name }, i) => el('button', {
      type: 'button', role: 'tab', 'aria-selected': String(i === 0), tabindex: i ? '-1' : '0', 'data-file': String(i),
    }, visible(name))));
    tabs(this.tabs, (tab) => {
      this.open(Number(tab.dataset.file));
      if (this.moment) this.decorate(this.moment);
    });
  }

  /** @param {Moment} moment */
  show(moment) {
    this.moment = moment;
    const { scrollTop, scrollLeft } = this.pane;
    const place = this.files.place(moment.state.at) ?? this.files.place(this.callerSpan(moment));
    const file = place?.file ?? Math.max(this.file, 0);
    if (file !== this.file) {
      this.open(file);
      const tab = this.tabs.children[file];
      if (tab instanceof HTMLElement && !this.tabs.hidden) choose(this.tabs, tab, () => {});
    }
    this.decorate(moment);
    if (place) {
      this.reveal(place.line, scrollTop);
      this.revealAcross(place, scrollLeft);
    }
  }

  /** @param {Moment} moment */
  callerSpan({ state }) {
    return state.calls[state.top]?.at;
  }

  /** @param {number} file */
  open(file) {
    this.file = file;
    this.touched.clear();
    this.lines = new Lines(this.files, file);
    this.list.replaceChildren(...this.lines.items);
  }

  /** @param {Moment} moment */
  decorate(moment) {
    for (const line of this.touched) this.lines?.plain(line);
    this.touched.clear();
    for (const { at } of Object.values(moment.state.calls)) this.lineClass(at, 'call');
    if (moment.asking !== 'prints' && moment.asking !== 'queue') this.current(this.files.place(moment.state.at), moment.state.event);
    this.queued(moment);
    for (const [line, shown] of valuesAtLines(moment, this.declarations, this.file)) this.atEnd(line, shown);
  }

  /** @param {number | undefined} span @param {string} name */
  lineClass(span, name) {
    const place = this.files.place(span);
    if (place?.file !== this.file) return;
    this.touch(place.line)?.classList.add(name);
  }

  /** A line that will show more than its text. @param {number} line */
  touch(line) {
    this.touched.add(line);
    return this.lines?.item(line);
  }

  /** @param {Place | undefined} place @param {string} event */
  current(place, event) {
    if (!place || place.file !== this.file) return;
    const past = PAST.has(event);
    const item = this.touch(place.line);
    this.lines?.write(place.line, place, past ? 'past' : 'now');
    item?.classList.add('now');
    item?.setAttribute('aria-current', 'step');
  }

  /** @param {Moment} moment */
  queued({ state, way }) {
    /** @type {Map<number, Set<string>>} the marks at a line */
    const marks = new Map();
    const runs = way.jobs.get(state.running);
    for (const job of [...(runs ? [runs] : []), ...Object.values(state.jobs)]) {
      const place = this.files.place(job.at);
      if (place?.file !== this.file) continue;
      const there = marks.get(place.line) ?? new Set();
      marks.set(place.line, there);
      const mark = markOfQueue(job.queue);
      if (there.has(mark) || there.size >= MARKS) continue;
      const says = `${job === runs ? 'runs now' : 'queued here'}: ${job.queue}`;
      this.touch(place.line)?.append(el('span', { class: `queued q-${mark} nth-${there.size}` }, glyph(mark, 11, says)));
      there.add(mark);
    }
  }

  /** @param {number} line @param {import('./line-values.js').AtLine[]} shown */
  atEnd(line, shown) {
    const values = el('span', { class: 'vals' });
    for (const { name, text, rests, fresh } of shown) {
      const value = el('span', { class: fresh ? 'val new' : 'val' }, visible(name ? `${name} ${text}` : text));
      if (rests) value.append(el('i', {}, ' at rest'));
      if (fresh) value.prepend(el('span', { class: 'vh' }, 'changed: '));
      values.append(value);
    }
    this.touch(line)?.append(values);
  }

  /** A long line's end is brought into sight where what runs stands there. @param {Place} place @param {number} left */
  revealAcross({ file, line, from, to }, left) {
    const start = this.files.starts[file][line - 1];
    const end = Math.min(to, (this.files.starts[file][line] ?? Infinity) - 1);
    const [x, right] = [from, end].map((offset) => GUTTER + (offset - start) * CHARACTER);
    const width = this.width || Infinity;
    const least = Math.max(0, right + 40 - width);
    const wanted = Math.min(least, x - GUTTER);
    if (wanted !== left && (wanted === 0 || x < left + GUTTER || right + 40 > left + width)) this.pane.scrollLeft = wanted;
  }

  /** Brings a line into sight without asking the browser where it is: lines are of one height. @param {number} line @param {number} low */
  reveal(line, low) {
    const top = (line - 1) * LINE;
    if (top < low || top + 3 * LINE > low + (this.height || Infinity)) this.pane.scrollTop = Math.max(0, top - this.height / 3);
  }
}
