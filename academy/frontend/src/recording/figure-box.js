// A box of the drawing: a scope or an object with its lines.

import { dotAt, rowMiddle } from './arrows.js';
import { ROW, TITLE } from './layout.js';
import { svg } from './svg.js';
import { clip } from './values.js';

/** @typedef {import('./layout.js').Box} Box @typedef {import('./values.js').Row} Row */

const CHARACTER = 7.8;

/**
 * A box at the origin.
 * @param {Box} box
 * @param {(number | undefined)[]} dots where the arrows of its lines begin
 * @param {string | undefined} picked the variable whose writes one stops at
 */
export function drawBox(box, dots, picked) {
  const { width, height } = box;
  const drawn = svg('g', { class: `box ${box.look}` },
    svg('rect', { x: 0.5, y: 0.5, width, height, rx: 2 }),
    svg('text', { class: 't', x: 10, y: 17 }, clip(box.title, Math.floor((width - 20) / CHARACTER))));
  if (height > TITLE) drawn.append(svg('path', { class: 'hr', d: `M0 ${TITLE + 0.5}h${width}` }));
  box.rows.forEach((row, i) => drawn.append(drawRow(row, box, rowMiddle(i) + 4, dots[i], picked)));
  if (box.cut) drawn.append(fold(`box ${box.key}`, `and ${box.cut} more`, 10, TITLE + box.rows.length * ROW + 18));
  if (box.note) drawn.append(svg('text', { class: 'aside', x: 10, y: height - 8 }, clip(box.note, 30)));
  return drawn;
}

/** @param {Row} row @param {Box} box @param {number} y @param {number | undefined} dot @param {string | undefined} picked */
function drawRow(row, box, y, dot, picked) {
  const hot = box.hot.has(row.path);
  const variable = box.type === 'scope' && row.path.startsWith('vars.');
  const look = ['row', hot && 'new', variable && 'pick', variable && picked === row.key && 'picked'].filter(Boolean).join(' ');
  const drawn = svg('g', { class: look, ...(variable ? { 'data-scope': box.id, 'data-name': row.key } : {}) },
    svg('rect', { class: 'ground', x: 1, y: y - 15, width: box.width - 1, height: ROW }));
  if (hot) drawn.append(svg('path', { class: 'changed', d: `M1 ${y - 15}h3v${ROW - 2}h-3z` }));
  drawn.append(...keyAndValue(row, box.width, y, dot));
  return drawn;
}

/** The two share the width; the value is cut last. @param {Row} row @param {number} width @param {number} y @param {number | undefined} dot */
function keyAndValue(row, width, y, dot) {
  const room = Math.floor((width - 28) / CHARACTER);
  const text = dot === undefined ? clip(row.text, Math.max(room - Math.min(row.key.length, 11), 8)) : '';
  const key = svg('text', { class: 'kk', x: 10, y }, clip(row.key, room - text.length));
  if (dot !== undefined) return [key, svg('circle', { class: 'dot', cx: dot, cy: y - 4, r: 3.5 })];
  return [key, svg('text', { class: 'vv', x: width - 10, y, 'text-anchor': 'end' }, text)];
}

/** Where the arrow of a line begins, within its box; nothing if its value stands there. @param {Box} box @param {Box | undefined} target @param {string} path */
export function dotOf(box, target, path) {
  return target || path === 'scope' ? dotAt(box, target) - box.left : undefined;
}

/** @param {string} what @param {string} text @param {number} x @param {number} y */
export function fold(what, text, x, y) {
  return svg('text', { class: 'fold', x, y, 'data-unfold': what }, text);
}
