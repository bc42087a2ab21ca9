// The arrows between boxes: refers to, has as its prototype, looks further out.

import { ROW, TITLE, outerOf } from './layout.js';
import { svg } from './svg.js';

/** @typedef {import('./layout.js').Box} Box @typedef {import('./layout.js').Drawing} Drawing @typedef {import('./format.js').State} State */

const FAR = 140;

/** The height of a line within its box. @param {number} row */
export function rowMiddle(row) {
  return TITLE + row * ROW + 14;
}

/** @param {Drawing} drawing @param {State} state */
export function arrows(drawing, state) {
  const drawn = svg('g', { class: 'arrows' });
  let lane = 0;
  for (const box of drawing.boxes.values()) {
    box.rows.forEach((row, i) => {
      const to = row.to === undefined ? undefined : drawing.boxes.get(`object ${row.to}`);
      if (to) drawn.append(arrow(box.hot.has(row.path) ? 'ref hot' : 'ref', between(box, to, box.top + rowMiddle(i), to.top + 13 + Math.min(i, 4) * 2)));
    });
    const proto = box.type === 'object' ? drawing.boxes.get(`object ${state.objects[box.id].proto}`) : undefined;
    if (proto) drawn.append(arrow('proto', prototypePath(box, proto)));
    const outer = box.type === 'scope' || box.rows.some(({ path }) => path === 'scope') ? outerOf(box, state, drawing.boxes) : undefined;
    if (outer && !leadsFarBack(box, outer)) drawn.append(arrow('outer', outward(box, outer, lane++)));
  }
  return drawn;
}

/** From deep in the heap every scope looks out to the file's: lines across all that lies between would only be in the way. @param {Box} from @param {Box} to */
function leadsFarBack(from, to) {
  return to.left + to.width + FAR < from.left;
}

/** @param {string} look @param {string} d */
function arrow(look, d) {
  const head = look.startsWith('proto') ? 'rec-proto' : look.endsWith('hot') ? 'rec-hot' : 'rec-ref';
  return svg('path', { class: look, d, 'marker-end': `url(#${head})` });
}

/** Where an arrow out of a line of a box begins: on the side it leaves by. @param {Box} from @param {Box | undefined} to */
export function dotAt(from, to) {
  return to && to.left + to.width < from.left ? from.left : from.left + from.width - 12;
}

/**
 * Into the left edge of what lies to the right, into the right edge of the rest.
 * @param {Box} from
 * @param {Box} to
 * @param {number} y
 * @param {number} end
 * @param {number} [x]
 */
function between(from, to, y, end, x = dotAt(from, to)) {
  if (to.left > from.left + from.width) {
    const bend = Math.min(60, (to.left - x) * 0.55);
    return `M${x} ${y}C${x + bend} ${y} ${to.left - bend} ${end} ${to.left - 1} ${end}`;
  }
  const edge = to.left + to.width + 1;
  if (edge < from.left) return `M${x} ${y}C${x - 44} ${y} ${edge + 44} ${end} ${edge} ${end}`;
  const far = from.left + from.width + 36;
  return `M${x} ${y}C${far} ${y} ${far} ${end} ${edge} ${end}`;
}

/** @param {Box} from @param {Box} to */
function prototypePath(from, to) {
  const y = from.top + 13;
  if (to.left > from.left) return `M${from.left + from.width} ${y}C${from.left + from.width + 24} ${y} ${to.left - 24} ${to.top + 13} ${to.left - 1} ${to.top + 13}`;
  const below = to.top > from.top;
  const middle = from.left + from.width / 2;
  const next = to.left === from.left && Math.abs(below ? to.top - from.top - from.height : from.top - to.top - to.height) < 40;
  if (next) return `M${middle} ${below ? from.top + from.height : from.top}V${below ? to.top - 1 : to.top + to.height + 1}`;
  return between(from, to, y, to.top + 13, to.left < from.left ? from.left : from.left + from.width);
}

/** @param {Box} from @param {Box} to @param {number} lane so that lines side by side do not cover each other */
function outward(from, to, lane) {
  const inHeap = from.type === 'object' || from.look.startsWith('rest');
  if (!inHeap) {
    const x = from.left - 10 - (lane % 3) * 5;
    return `M${from.left} ${from.top + 13}H${x}V${to.top + 13 + 4}H${to.left - 1}`;
  }
  if (from.left === to.left) {
    const [start, x] = [from.type === 'object' ? from.top + rowMiddle(from.rows.findIndex(({ path }) => path === 'scope')) : from.top + 13, from.left + from.width];
    const foot = from.top + from.height;
    const next = to.top > from.top && to.top - foot < 40;
    if (next) return `M${x - 12} ${start}C${x - 12} ${to.top - 20} ${x - 60} ${foot} ${x - 60} ${to.top - 1}`;
    return `M${x} ${start}C${x + 30} ${start} ${x + 30} ${to.top + 13} ${x + 1} ${to.top + 13}`;
  }
  const [x, edge] = [from.left, to.left + to.width];
  const [y, end] = [from.top + 13, to.top + Math.min(to.height - 6, 20 + (lane % 4) * 6)];
  if (to.left > from.left) return between(from, to, y, end);
  return `M${x} ${y}C${x - 40} ${y} ${edge + 50} ${end} ${edge + 1} ${end}`;
}
