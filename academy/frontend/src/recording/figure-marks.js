// What does not depend on the program: the captions of the columns, the heads of the arrows, the legend.

import { svg } from './svg.js';

/** @typedef {import('./layout.js').Drawing} Drawing */

/** @param {Drawing} drawing */
export function captions({ boxes }) {
  const heap = [...boxes.values()].some(({ left }) => left > 500);
  const texts = [['Call stack', 0], ['Scopes', 240], ['Heap', 516]];
  return svg('g', {}, ...texts.map(([text, x]) => svg('text', { class: 'h', x, y: 14 }, String(text))),
    ...(heap ? [] : [svg('text', { class: 'note', x: 516, y: 46 }, 'nothing yet that is not a plain value')]));
}

export function heads() {
  const head = (/** @type {string} */ id, /** @type {string} */ look, /** @type {string} */ d) =>
    svg('marker', {
      id, markerUnits: 'userSpaceOnUse', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 10, markerHeight: 10, orient: 'auto',
    }, svg('path', { class: look, d }));
  return svg('defs', {}, head('rec-ref', 'fa', 'M1 1.2L9 5 1 8.8z'), head('rec-hot', 'fh', 'M1 1.2L9 5 1 8.8z'), head('rec-proto', 'fp', 'M1 1L9 5 1 9z'));
}

/** @param {number} height */
export function legend(height) {
  const y = height - 84;
  const line = (/** @type {string} */ look, /** @type {string} */ head, /** @type {number} */ at, /** @type {string} */ text) =>
    [svg('path', { class: look, d: `M0 ${at}h28`, 'marker-end': `url(#${head})` }), svg('text', { x: 40, y: at + 4 }, text)];
  return svg('g', { class: 'legend' }, ...line('ref', 'rec-ref', y, 'refers to'), ...line('proto', 'rec-proto', y + 22, 'has as its prototype'),
    ...line('outer', 'rec-ref', y + 44, 'looks further out in'),
    svg('rect', { class: 'hotmark', x: 0.5, y: y + 59.5, width: 27, height: 12 }), svg('path', { class: 'changed', d: `M1 ${y + 60}h3v11h-3z` }),
    svg('text', { x: 40, y: y + 70 }, 'changed in this step'));
}
