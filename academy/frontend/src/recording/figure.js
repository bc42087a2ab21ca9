// The drawing: call stack, scopes, heap. The list beside it says the same to those who do not look.

import { arrows, dotAt, rowMiddle } from './arrows.js';
import { ROW, TITLE, layout } from './layout.js';
import { glyph, svg } from './svg.js';
import { clip } from './values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./layout.js').Box} Box @typedef {import('./layout.js').Drawing} Drawing @typedef {import('./values.js').Row} Row */
/** @typedef {{ redraw: () => void, pick: (scope: number, name: string) => void, picked: () => { scope: number, name: string } | undefined }} Told */

const CHARACTER = 7.8;
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
      const as = JSON.stringify([{ ...box, left: 0, top: 0, hot: [...box.hot] }, dots, picked?.scope === box.id && picked.name]);
      const old = this.drawn.get(key);
      const node = old?.as === as ? old.node : this.box({ ...box, left: 0, top: 0 }, dots);
      node.setAttribute('transform', `translate(${box.left} ${box.top})`);
      if (old?.node === node) continue;
      if (old) old.node.replaceWith(node);
      else this.parts.boxes.append(node);
      this.drawn.set(key, { as, node });
    }
  }

  /** A box at the origin. @param {Box} box @param {(number | undefined)[]} dots where the arrows of its lines begin */
  box(box, dots) {
    const { left, top, width, height } = box;
    const drawn = svg('g', { class: `box ${box.look}` },
      svg('rect', { x: left + 0.5, y: top + 0.5, width, height, rx: 2 }),
      svg('text', { class: 't', x: left + 10, y: top + 17 }, clip(box.title, Math.floor((width - 20) / CHARACTER))));
    if (height > TITLE) drawn.append(svg('path', { class: 'hr', d: `M${left} ${top + TITLE + 0.5}h${width}` }));
    box.rows.forEach((row, i) => drawn.append(this.row(row, box, i, dots[i])));
    if (box.cut) drawn.append(fold(`box ${box.key}`, `and ${box.cut} more`, left + 10, top + TITLE + box.rows.length * ROW + 18));
    if (box.note) drawn.append(svg('text', { class: 'aside', x: left + 10, y: top + height - 8 }, clip(box.note, 30)));
    return drawn;
  }

  /** @param {Row} row @param {Box} box @param {number} i @param {number | undefined} dot */
  row(row, box, i, dot) {
    const y = rowMiddle(box, i) + 4;
    const room = Math.floor((box.width - 28) / CHARACTER);
    const text = dot !== undefined ? '' : clip(row.text, Math.max(room - Math.min(row.key.length, 11), 8));
    const hot = box.hot.has(row.path);
    const picked = box.type === 'scope' && this.told.picked()?.scope === box.id && this.told.picked()?.name === row.key;
    const drawn = svg('g', {
      class: `row${hot ? ' new' : ''}${picked ? ' picked' : ''}${box.type === 'scope' && row.path.startsWith('vars.') ? ' pick' : ''}`,
      'data-scope': box.type === 'scope' ? box.id : undefined, 'data-name': row.path.startsWith('vars.') ? row.key : undefined,
    }, svg('rect', { class: 'ground', x: box.left + 1, y: y - 15, width: box.width - 1, height: ROW }));
    if (hot) drawn.append(svg('path', { class: 'changed', d: `M${box.left + 1} ${y - 15}h3v${ROW - 2}h-3z` }));
    drawn.append(svg('text', { class: 'kk', x: box.left + 10, y }, clip(row.key, room - text.length)));
    drawn.append(dot !== undefined ? svg('circle', { class: 'dot', cx: dot, cy: y - 4, r: 3.5 })
      : svg('text', { class: 'vv', x: box.left + box.width - 10, y, 'text-anchor': 'end' }, text));
    return drawn;
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
    if (unfold?.startsWith('box ')) this.choices.open.add(unfold.slice(4));
    else if (unfold) this.choices.more.set(unfold, (this.choices.more.get(unfold) ?? 0) + FURTHER);
    else if (row) this.told.pick(Number(row.getAttribute('data-scope')), row.getAttribute('data-name') ?? '');
    if (unfold || row) this.told.redraw();
  }
}

/** Where the arrow of a line begins, within its box; nothing if its value stands there. @param {Box} box @param {Box | undefined} target @param {string} path */
function dotOf(box, target, path) {
  return target || path === 'scope' ? dotAt(box, target) - box.left : undefined;
}

/** @param {string} what @param {string} text @param {number} x @param {number} y */
function fold(what, text, x, y) {
  return svg('text', { class: 'fold', x, y, 'data-unfold': what }, text);
}

/** @param {Drawing} drawing */
function captions({ boxes }) {
  const heap = [...boxes.values()].some(({ left }) => left > 500);
  const texts = [['Call stack', 0], ['Scopes', 240], ['Heap', 516]];
  return svg('g', {}, ...texts.map(([text, x]) => svg('text', { class: 'h', x, y: 14 }, String(text))),
    ...(heap ? [] : [svg('text', { class: 'note', x: 516, y: 46 }, 'nothing yet that is not a plain value')]));
}

function heads() {
  const head = (/** @type {string} */ id, /** @type {string} */ look, /** @type {string} */ d) =>
    svg('marker', { id, markerUnits: 'userSpaceOnUse', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 10, markerHeight: 10, orient: 'auto' }, svg('path', { class: look, d }));
  return svg('defs', {}, head('rec-ref', 'fa', 'M1 1.2L9 5 1 8.8z'), head('rec-hot', 'fh', 'M1 1.2L9 5 1 8.8z'), head('rec-proto', 'fp', 'M1 1L9 5 1 9z'));
}

/** @param {number} height */
function legend(height) {
  const y = height - 84;
  const line = (/** @type {string} */ look, /** @type {string} */ head, /** @type {number} */ at, /** @type {string} */ text) =>
    [svg('path', { class: look, d: `M0 ${at}h28`, 'marker-end': `url(#${head})` }), svg('text', { x: 40, y: at + 4 }, text)];
  return svg('g', { class: 'legend' }, ...line('ref', 'rec-ref', y, 'refers to'), ...line('proto', 'rec-proto', y + 22, 'has as its prototype'),
    ...line('outer', 'rec-ref', y + 44, 'looks further out in'),
    svg('rect', { class: 'hotmark', x: 0.5, y: y + 59.5, width: 27, height: 12 }), svg('path', { class: 'changed', d: `M1 ${y + 60}h3v11h-3z` }), svg('text', { x: 40, y: y + 70 }, 'changed in this step'));
}
