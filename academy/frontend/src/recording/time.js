// The time line: phases as lengths, console lines as marks above, the place one is at. Below it lies a range input, which is
// what the keyboard and screen readers get.

import { el } from '../dom.js';
import { phaseMark, phaseWord } from './moment.js';
import { glyph, svg } from './svg.js';

/** @typedef {import('./way.js').Way} Way @typedef {import('./moment.js').Moment} Moment */
/** @typedef {{ from: number, to: number, mark: string, word: string }} Segment */

const TOP = 20;

export class TimeLine {
  /** @param {Way} way @param {[number, number] | undefined} open where either order is legal @param {(step: number) => void} go */
  constructor(way, open, go) {
    this.way = way;
    this.open = open;
    this.go = go;
    this.segments = segmentsOf(way);
    this.width = 0;
    const range = { type: 'range', min: '1', max: String(way.phase.length), value: '1' };
    this.input = /** @type {HTMLInputElement} */ (el('input', { class: 'vh', ...range, 'aria-label': 'Step' }));
    this.input.addEventListener('input', () => this.later(Number(this.input.value) - 1));
    this.drawn = svg('g');
    this.ahead = svg('rect', { class: 'ahead', y: TOP - 1, height: 16 });
    this.cover = svg('rect', { class: 'cover', y: 0, height: 62 });
    this.head = svg('g', { class: 'headmark' }, svg('path', { class: 'head', d: 'M0 10v28' }), svg('path', { class: 'headcap', d: 'M-6 2h12v6l-6 6-6-6z' }));
    this.picture = svg('svg', { class: 'scrub', 'aria-hidden': 'true' }, this.drawn, this.ahead, this.cover, this.head);
    this.element = el('div', { class: 'line' }, this.input, this.picture);
    this.listen();
  }

  listen() {
    new ResizeObserver(() => this.resized()).observe(this.element);
    const seek = (/** @type {PointerEvent} */ event) => {
      const { left, width } = this.picture.getBoundingClientRect();
      this.later(Math.round(((event.clientX - left) / width) * (this.way.phase.length - 1)));
    };
    this.picture.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.picture.setPointerCapture(/** @type {PointerEvent} */ (event).pointerId);
      this.input.focus({ preventScroll: true });
      seek(/** @type {PointerEvent} */ (event));
    });
    this.picture.addEventListener('pointermove', (event) => {
      if (this.picture.hasPointerCapture(/** @type {PointerEvent} */ (event).pointerId)) seek(/** @type {PointerEvent} */ (event));
    });
  }

  /** However fast it is dragged, one step is shown a frame. @param {number} step */
  later(step) {
    const waits = this.wanted !== undefined;
    this.wanted = Math.max(0, Math.min(this.way.phase.length - 1, step));
    if (waits) return;
    requestAnimationFrame(() => {
      const wanted = this.wanted ?? 0;
      this.wanted = undefined;
      this.go(wanted);
    });
  }

  resized() {
    const width = Math.floor(this.element.clientWidth);
    if (width === this.width || width === 0) return;
    this.width = width;
    this.picture.setAttribute('viewBox', `0 0 ${width} ${this.picture.clientHeight || 60}`);
    this.picture.setAttribute('width', String(width));
    this.drawn.replaceChildren(...this.phases(), ...this.marks(), ...this.bracket());
    if (this.moment) this.show(this.moment);
  }

  /** @param {number} step */
  x(step) {
    return Math.round((step / Math.max(1, this.way.phase.length)) * this.width * 10) / 10;
  }

  /** Short phases share a pixel: the line never has more pieces than it has pixels. */
  phases() {
    const drawn = [];
    let [painted, named] = [-1, 0];
    for (const { from, to, mark, word } of this.segments) {
      const [left, right] = [this.x(from), this.x(to)];
      if (right - painted < 1) continue;
      painted = right;
      const part = svg('g', { class: `seg q-${mark}` }, svg('rect', { x: left, y: TOP, width: Math.max(1, right - left - 1), height: 14 }));
      const room = 24 + word.length * 6.6;
      if (right - left > room || (left >= named && left + room < this.width && right - left > 24)) {
        const sign = glyph(mark, 12);
        sign.setAttribute('x', String(left));
        sign.setAttribute('y', '43');
        part.append(sign, svg('text', { x: left + 17, y: 53 }, word));
        named = left + room;
      }
      drawn.push(part);
    }
    return drawn;
  }

  marks() {
    const places = [...new Set(this.way.stopsOf('console').map((step) => Math.round(this.x(step + 0.5))))];
    return places.map((x) => svg('path', { class: 'mark', d: `M${x + 0.5} 6v12` }));
  }

  bracket() {
    if (!this.open) return [];
    const [left, right] = this.open.map((step) => this.x(step));
    return [svg('path', { class: 'either', d: `M${left} 36v4H${right - 1}v-4` }), svg('title', {}, 'either order is legal here')];
  }

  /** @param {Moment} moment */
  show(moment) {
    this.moment = moment;
    const x = this.x(moment.step + 0.5);
    this.input.value = String(moment.step + 1);
    this.input.setAttribute('aria-valuetext', `step ${moment.step + 1} of ${this.way.phase.length}, ${phaseWord(moment.state.phase)}`);
    this.head.setAttribute('transform', `translate(${x} 0)`);
    for (const cover of [this.ahead, this.cover]) {
      cover.setAttribute('x', String(x));
      cover.setAttribute('width', String(Math.max(0, this.width - x + 1)));
    }
    this.cover.setAttribute('visibility', moment.asking ? 'visible' : 'hidden');
  }
}

/** @param {Way} way @returns {Segment[]} */
function segmentsOf(way) {
  /** @type {Segment[]} */
  const found = [];
  way.phase.forEach((phase, i) => {
    const last = found.at(-1);
    const word = phaseWord(phase);
    if (last?.word === word) last.to = i + 1;
    else found.push({ from: i, to: i + 1, mark: phaseMark(phase), word });
  });
  return found;
}
