// Small words for drawing.

import { plain } from '../visible.js';

const SPACE = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, string | number | undefined>} [attributes]
 * @param {...(Node | string)} children
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...children.map((child) => (typeof child === 'string' ? plain(child) : child)));
  return node;
}

/** The marks of the queues are drawn here, so that a recording needs no sprite of its page. @type {Record<string, [string, Record<string, string>][]>} */
const MARKS = {
  script: [['path', { d: 'M2 5h12v6H2z', class: 'solid' }]],
  tick: [['path', { d: 'M8 2.5l6 11H2z', class: 'solid' }]],
  micro: [['circle', { cx: '8', cy: '8', r: '5.5', class: 'solid' }]],
  timer: [['circle', { cx: '8', cy: '8', r: '5.6', class: 'open' }], ['path', { d: 'M8 4.6V8h2.6', class: 'open' }]],
  check: [['path', { d: 'M3 3h10v10H3z', class: 'solid' }]],
  poll: [['path', { d: 'M8 1.8L14.2 8 8 14.2 1.8 8z', class: 'open' }]],
  back: [['path', { d: 'M10.5 3.5L6 8l4.5 4.5', class: 'open' }]],
  fwd: [['path', { d: 'M5.5 3.5L10 8l-4.5 4.5', class: 'open' }]],
  first: [['path', { d: 'M11.5 3.5L7 8l4.5 4.5M4 3.5v9', class: 'open' }]],
  last: [['path', { d: 'M4.5 3.5L9 8l-4.5 4.5M12 3.5v9', class: 'open' }]],
};

/** @param {string} name @param {number} [size] @param {string} [label] what it says to those who listen */
export function glyph(name, size = 13, label) {
  const said = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' };
  const drawn = svg('svg', { width: size, height: size, viewBox: '0 0 16 16', class: 'glyph', ...said });
  for (const [tag, attributes] of MARKS[name] ?? []) drawn.append(svg(tag, attributes));
  return drawn;
}
