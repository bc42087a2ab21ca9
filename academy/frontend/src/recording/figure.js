// The drawing: call stack, scopes, heap. The list beside it says the same to those who do not look.

import { arrows } from './arrows.js';
import { dotOf, drawBox, fold } from './figure-box.js';
import { captions, heads, legend } from './figure-marks.js';
import { layout } from './layout.js';
import { glyph, svg } from './svg.js';
import { Unfolds } from './unfolds.js';
import { clip } from './values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./layout.js').Drawing} Drawing */
/** @typedef {{ redraw: () => void, pick: (scope: number, name: string) => void, picked: () => { scope: number, name: string } | undefined }} Told */

const FURTHER = 20;
const ROUGHLY = 120;

export class Figure {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    /** @type {import('./layout.js').Choices} */
    this.choices = { open: new Set(), more: new Map() };
    this.room = 0;
    this.across = 0;
    /** @type {Map<string, { as: string, node: Element }>} boxes as they are drawn now: one that is the same stays */
    this.drawn = new Map();
    this.parts = { captions: svg('g'), frames: svg('g'), boxes: svg('g'), arrows: svg('g'), folds: svg('g'), legend: svg('g') };
    this.element = svg('svg', { class: 'figure', role: 'img', preserveAspectRatio: 'xMinYMin meet' }, heads(), ...Object.values(this.parts));
    this.element.addEventListener('click', (event) => this.clicked(event));
    this.unfolds = new Unfolds((what) => this.unfold(what));
  }

  /** How much room there is; the legend stands at its foot. @param {number} across @param {number} room */
  fit(across, room) {
    this.across = across;
    this.room = room;
  }

  /** @param {Moment} moment */
  show(moment) {
    const drawing = layout(moment.state, moment.way, moment.changes, this.choices);
    const { width } = drawing;
    const room = Math.floor(this.room / Math.min(1, Math.max(0.9, this.across / width)));
    this.resize(width, drawing.height <= room ? room : Math.ceil(drawing.height / ROUGHLY) * ROUGHLY);
    this.element.setAttribute('aria-label', `Drawing of call stack, scopes and heap at step ${moment.step + 1}. “List” says the same in words.`);
    this.put('captions', captions(drawing));
    this.put('frames', this.frames(drawing, moment));
    this.boxes(drawing);
    this.put('arrows', arrows(drawing, moment.state));
    this.put('folds', this.folds(drawing));
    this.unfolds.show(drawing);
  }

  /** Setting what is set already would still have the browser lay out every text anew. @param {number} width @param {number} height */
  resize(width, height) {
    const size = `0 0 ${width} ${height}`;
    if (this.element.getAttribute('viewBox') === size) return;
    this.element.setAttribute('viewBox', size);
    this.element.setAttribute('width', String(width));
    this.element.setAttribute('height', String(height));
    this.element.style.minWidth = `${Math.floor(width * 0.9)}px`;
    this.put('legend', legend(height));
  }

  /** Puts a part in place of the one before, unless it is the same. @param {keyof Figure['parts']} name @param {SVGElement} made */
  put(name, made) {
    const old = this.parts[name].firstChild;
    if (old?.isEqualNode(made)) return;
    this.parts[name].replaceChildren(made);
  }

  /** @param {Drawing} drawing @param {Moment} moment */
  frames({ frames, frameRest, boxes }, moment) {
    const drawn = svg('g');
    for (const { top, title, note, look, scope } of frames) {
      drawn.append(svg('g', { class: `frame ${look}` },
        svg('rect', { x: 0, y: top, width: 196, height: 48 }),
        svg('text', { class: 'fn', x: 14, y: top + 20 }, clip(title, 22)),
        svg('text', { class: 'note', x: 14, y: top + 38 }, look === 'awaiting' ? `awaits, ${note}` : note),
        svg('path', { class: 'hair', d: `M0 ${top + 48.5}h196` })));
      const box = boxes.get(`scope ${scope}`);
      if (box) drawn.append(svg('path', { class: 'link', d: `M196 ${top + 22}h10L${box.left - 30} ${box.top + 13}H${box.left}` }));
    }
    const foot = frames.length ? frames[frames.length - 1].top + 49 : 28;
    drawn.append(this.base(moment, foot));
    if (frameRest) drawn.append(fold('stack', `and ${frameRest} more calls`, 14, foot - 62));
    return drawn;
  }

  /** What the bottom call was called by. @param {Moment} moment @param {number} top */
  base({ runningKind, runningWords, queueMark }, top) {
    const mark = svg('g', { class: `q-${queueMark}`, transform: `translate(14 ${top + 8})` }, glyph(queueMark, 12));
    return svg('g', { class: 'frame base' }, mark,
      svg('text', { class: 'fn', x: 33, y: top + 19 }, runningKind), svg('text', { class: 'note', x: 14, y: top + 38 }, clip(runningWords, 32)),
      svg('path', { class: 'hair', d: `M0 ${top + 48.5}h196` }));
  }

  /** Only what has changed is drawn anew: text is what costs a browser time. @param {Drawing} drawing */
  boxes({ boxes }) {
    const picked = this.told.picked();
    for (const [key, { node }] of this.drawn) {
      if (boxes.has(key)) continue;
      node.remove();
      this.drawn.delete(key);
    }
    for (const [key, box] of boxes) {
      const dots = box.rows.map(({ to, path }) => dotOf(box, to === undefined ? undefined : boxes.get(`object ${to}`), path));
      const variable = picked && box.type === 'scope' && picked.scope === box.id ? picked.name : undefined;
      const as = JSON.stringify([{ ...box, left: 0, top: 0, hot: [...box.hot] }, dots, variable]);
      const old = this.drawn.get(key);
      const node = old?.as === as ? old.node : drawBox(box, dots, variable);
      node.setAttribute('transform', `translate(${box.left} ${box.top})`);
      if (old?.node === node) continue;
      if (old) old.node.replaceWith(node);
      else this.parts.boxes.append(node);
      this.drawn.set(key, { as, node });
    }
  }

  /** @param {Drawing} drawing */
  folds({ folded }) {
    return svg('g', {}, ...folded.map(({ column, count, left, top }) => fold(column, `and ${count} more`, left + 10, top + 14)));
  }

  /** @param {Event} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const unfold = target?.closest('[data-unfold]')?.getAttribute('data-unfold');
    const row = target?.closest('[data-name]');
    if (unfold) {
      this.unfold(unfold);
    } else if (row) {
      this.told.pick(Number(row.getAttribute('data-scope')), row.getAttribute('data-name') ?? '');
      this.told.redraw();
    }
  }

  /** Shows more of a column, or all of a box. @param {string} what */
  unfold(what) {
    if (what.startsWith('box ')) this.choices.open.add(what.slice(4));
    else this.choices.more.set(what, (this.choices.more.get(what) ?? 0) + FURTHER);
    this.told.redraw();
  }
}
