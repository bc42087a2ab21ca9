// What real Node made of the program, beside what the recording says.

import { el, mark } from '../dom.js';
import { visible } from '../visible.js';

/** @typedef {import('../recording/format.js').Trace} Trace @typedef {{ out: string, err: string, exit: number }} Said */
/** @typedef {{ same: 'yes' | 'no' | 'unknown', node: Said | null, absence: string | null, trace: Trace }} Recorded */

/** One line for the page's bar; where the two differ, both. @param {Recorded} recorded @returns {(globalThis.Node | string)[]} */
export function comparison({ same, node, absence, trace }) {
  const version = `Node ${trace.node.replace(/^v/, '')}`;
  if (same === 'yes') return [el('span', { class: 'ok' }, mark('ck-pass', 12)), `prints what ${version} prints`];
  if (same === 'no' && node) return [difference(version, node, trace)];
  return [`${version} was not asked${absence ? `: ${absence}` : ''}`];
}

/** @param {string} version @param {{ out: string, exit: number }} node @param {import('../recording/format.js').Trace} trace */
function difference(version, node, trace) {
  const own = trace.console.filter(({ stream }) => stream === 'out').map(({ text }) => text).join('');
  const side = (/** @type {string} */ who, /** @type {string} */ out, /** @type {number} */ exit) => el('section', {},
    el('h2', { class: 'label' }, `${who}, exit code ${exit}`),
    el('pre', { class: 'mono', tabindex: '0', 'aria-label': `What ${who} printed` }, visible(out || 'nothing')));
  const summary = el('summary', { class: 'button quiet' }, el('span', { class: 'no' }, mark('ck-fail', 12)), `${version} prints something else`);
  return el('details', { class: 'menu differs' }, summary, el('div', { class: 'sheet' },
    el('p', {}, 'This recording is not what Node does. Trust Node.'), side(version, node.out, node.exit), side('The recording', own, trace.end.exit)));
}
