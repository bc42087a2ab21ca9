// The program with what is about to run, the values at the ends of its lines, and where waiting jobs were queued.

import { el } from '../dom.js';
import { choose, tabs } from '../tabs.js';
import { visible } from '../visible.js';
import { glyph } from './svg.js';
import { markOfQueue } from './moment.js';
import { pieces } from './source.js';
import { valuesAtLines } from './line-values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./files.js').Files} Files @typedef {import('./files.js').Place} Place @typedef {import('./declarations.js').Declarations} Declarations */

const LINE = 20;
const GUTTER = 60;
const CHARACTER = 7.8;

export class Code {
  /** @param {Files} files @param {Declarations} declarations */
  constructor(files, declarations) {
    this.files = files;
    this.declarations = declarations;
    this.file = -1;
    /** @type {HTMLElement[]} */
    this.lines = [];
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
    files.forEach(({ name }, i) => this.tabs.append(el('button', { type: 'button', role: 'tab', 'aria-selected': String(i === 0), tabindex: i ? '-1' : '0', 'data-file': String(i) }, visible(name))));
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
    const { text } = this.files.trace.files[file];
    this.pieces = pieces(text);
    this.lines = this.files.starts[file].map((_, i) => el('li', { 'data-line': String(i + 1) }));
    this.lines.forEach((_, i) => this.write(i + 1));
    this.list.replaceChildren(...this.lines);
  }

  /** @param {Moment} moment */
  decorate(moment) {
    for (const line of this.touched) this.plain(line);
    this.touched.clear();
    for (const { at } of Object.values(moment.state.calls)) this.lineClass(at, 'call');
    if (moment.asking !== 'prints' && moment.asking !== 'queue') this.current(this.files.place(moment.state.at), moment.state.event);
    this.queued(moment);
    for (const [line, shown] of valuesAtLines(moment, this.declarations, this.file)) this.atEnd(line, shown);
  }

  /** @param {number} line */
  plain(line) {
    const item = this.lines[line - 1];
    item.className = '';
    item.removeAttribute('aria-current');
    this.write(line);
  }

  /** @param {number | undefined} span @param {string} name */
  lineClass(span, name) {
    const place = this.files.place(span);
    if (place?.file !== this.file) return;
    this.lines[place.line - 1]?.classList.add(name);
    this.touched.add(place.line);
  }

  /** @param {Place | undefined} place @param {string} event */
  current(place, event) {
    if (!place || place.file !== this.file) return;
    const past = event === 'return' || event === 'throw';
    this.touched.add(place.line);
    this.write(place.line, place, past ? 'past' : 'now');
    const item = this.lines[place.line - 1];
    item.classList.add('now');
    item.setAttribute('aria-current', 'step');
  }

  /** A line's text; what lies between the ends of a place in a frame. @param {number} line @param {Place} [place] @param {string} [look] */
  write(line, place, look = '') {
    const item = this.lines[line - 1];
    const { text } = this.files.trace.files[this.file];
    const start = this.files.starts[this.file][line - 1];
    const end = (this.files.starts[this.file][line] ?? text.length + 1) - 1;
    if (!place) {
      item.replaceChildren(this.coloured(start, end));
      return;
    }
    const [from, to] = [Math.max(place.from, start), Math.min(place.to, end)];
    const marked = el('mark', { class: `${look}${place.to > end ? ' goes-on' : ''}` }, this.coloured(from, to));
    item.replaceChildren(this.coloured(start, from), marked, this.coloured(to, end));
  }

  /** @param {number} from @param {number} to */
  coloured(from, to) {
    const { text } = this.files.trace.files[this.file];
    const part = document.createDocumentFragment();
    let at = from;
    for (let i = this.firstPiece(from); i < (this.pieces?.length ?? 0); i++) {
      const piece = /** @type {import('./source.js').Piece[]} */ (this.pieces)[i];
      if (piece.from >= to) break;
      if (piece.kind === '' || piece.kind === 'i') continue;
      const [start, end] = [Math.max(piece.from, from), Math.min(piece.to, to)];
      if (start > at) part.append(visible(text.slice(at, start)));
      part.append(el('span', { class: piece.kind }, visible(text.slice(start, end))));
      at = end;
    }
    if (at < to) part.append(visible(text.slice(at, to)));
    return part;
  }

  /** The first piece that ends after an offset. @param {number} offset */
  firstPiece(offset) {
    const all = this.pieces ?? [];
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle].to <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {Moment} moment */
  queued({ state, way }) {
    const seen = new Set();
    const runs = way.jobs.get(state.running);
    for (const job of [...(runs ? [runs] : []), ...Object.values(state.jobs)]) {
      const { queue, at } = job;
      const place = this.files.place(at);
      const mark = markOfQueue(queue);
      if (!place || place.file !== this.file || seen.has(`${place.line} ${mark}`)) continue;
      const before = [...seen].filter((key) => key.startsWith(`${place.line} `)).length;
      seen.add(`${place.line} ${mark}`);
      this.touched.add(place.line);
      if (before < 2) this.lines[place.line - 1].append(el('span', { class: `queued q-${mark} nth-${before}` }, glyph(mark, 11, job === runs ? `runs now: ${queue}` : `queued here: ${queue}`)));
    }
  }

  /** @param {number} line @param {import('./line-values.js').AtLine[]} shown */
  atEnd(line, shown) {
    const item = this.lines[line - 1];
    if (!item) return;
    this.touched.add(line);
    const values = el('span', { class: 'vals' });
    for (const { name, text, rests, fresh } of shown) {
      const value = el('span', { class: fresh ? 'val new' : 'val' }, visible(name ? `${name} ${text}` : text));
      if (rests) value.append(el('i', {}, ' at rest'));
      if (fresh) value.prepend(el('span', { class: 'vh' }, 'changed: '));
      values.append(value);
    }
    item.append(values);
  }

  /** A long line's end is brought into sight where what runs stands there. @param {Place} place @param {number} left */
  revealAcross({ file, line, from, to }, left) {
    const start = this.files.starts[file][line - 1];
    const end = Math.min(to, (this.files.starts[file][line] ?? Infinity) - 1);
    const [x, right] = [from, end].map((offset) => GUTTER + (offset - start) * CHARACTER);
    const wanted = right + 40 < (this.width || Infinity) ? 0 : Math.max(0, x - this.width / 4);
    if (wanted !== left && (wanted === 0 || x < left + GUTTER || right + 40 > left + this.width)) this.pane.scrollLeft = wanted;
  }

  /** Brings a line into sight without asking the browser where it is: lines are of one height. @param {number} line @param {number} low */
  reveal(line, low) {
    const top = (line - 1) * LINE;
    if (top < low || top + 3 * LINE > low + (this.height || Infinity)) this.pane.scrollTop = Math.max(0, top - this.height / 3);
  }
}
