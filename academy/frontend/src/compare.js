// Two states of the files beside each other, in a sheet over the page.

import { align } from './diff.js';
import { button, el } from './dom.js';
import { choose, tabs } from './tabs.js';
import { visible } from './visible.js';

/** @typedef {import('./workspace.js').Files} Files */
/** @typedef {{ name: string, files: Files }} Side */

const AROUND = 4;

/**
 * @param {string} title
 * @param {Side} mine
 * @param {Side[]} others one at a time stands beside mine
 * @param {{ label: string, act: (side: Side) => void }[]} [acts] each also closes the sheet
 */
export function compare(title, mine, others, acts = []) {
  let other = others[0];
  let path = firstDifference(mine, other);
  const body = el('div', { class: 'body', tabindex: '0', role: 'region', 'aria-label': 'The files beside each other' });
  const sheet = /** @type {HTMLDialogElement} */ (el('dialog', { class: 'sheet-box', 'aria-labelledby': 'sheet-title' }));
  const draw = () => body.replaceChildren(table(mine, other, path));
  const picks = el('div', { class: 'pick-row' });
  if (others.length > 1) {
    picks.append(row('Answers', others.map((side) => side.name), other.name, (name) => {
      other = others.find((side) => side.name === name) ?? other;
      draw();
    }));
  }
  const paths = [...new Set([...Object.keys(mine.files), ...others.flatMap((side) => Object.keys(side.files))])];
  picks.append(row('Files', paths, path, (name) => {
    path = name;
    draw();
  }));
  sheet.append(
    el('header', {}, el('h2', { id: 'sheet-title' }, title), el('p', { class: 'acts' },
      ...acts.map(({ label, act }) => button(label, () => {
        sheet.close();
        act(other);
      })),
      button('Close', () => sheet.close()))),
    picks, body);
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  draw();
  sheet.showModal();
}

/**
 * @param {string} label
 * @param {string[]} names
 * @param {string} now
 * @param {(name: string) => void} chosen
 */
function row(label, names, now, chosen) {
  const list = el('div', { class: 'files', role: 'tablist', 'aria-label': label },
    ...names.map((name) => el('button', { type: 'button', role: 'tab', 'data-name': name }, visible(name))));
  const take = (/** @type {HTMLElement} */ tab) => chosen(tab.dataset.name ?? '');
  tabs(list, take);
  const first = list.querySelector(`[data-name="${CSS.escape(now)}"]`);
  if (first instanceof HTMLElement) choose(list, first, () => {});
  return list;
}

/** @param {Side} mine @param {Side} other */
function firstDifference(mine, other) {
  const paths = Object.keys(other.files);
  return paths.find((path) => mine.files[path] !== other.files[path]) ?? paths[0] ?? '';
}

/** @param {Side} mine @param {Side} other @param {string} path */
function table(mine, other, path) {
  const [left, right] = [mine.files[path] ?? '', other.files[path] ?? ''].map((text) => text.replace(/\n$/, '').split('\n'));
  if (left.join('\n') === right.join('\n')) {
    return el('div', {}, el('p', { class: 'same' }, 'The same in both.'), draw(mine, other, left, right, false));
  }
  return draw(mine, other, left, right, true);
}

/**
 * @param {Side} mine
 * @param {Side} other
 * @param {string[]} left
 * @param {string[]} right
 * @param {boolean} folded whether long runs of equal lines are left out
 */
function draw(mine, other, left, right, folded) {
  const pairs = align(left, right);
  const equal = pairs.map((pair) => pair.left !== undefined && pair.right !== undefined && left[pair.left] === right[pair.right]);
  const near = pairs.map((_, i) => !folded || equal.slice(Math.max(0, i - AROUND), i + AROUND + 1).includes(false));
  const rows = el('tbody');
  for (let i = 0; i < pairs.length; i += 1) {
    if (near[i]) {
      rows.append(line(pairs[i], left, right, equal[i]));
    } else if (i === 0 || near[i - 1]) {
      const until = near.indexOf(true, i);
      const count = (until < 0 ? pairs.length : until) - i;
      rows.append(el('tr', { class: 'skip-row' }, el('td', { colspan: '4' }, `${count} equal ${count === 1 ? 'line' : 'lines'}`)));
    }
  }
  return el('table', { class: 'diff' },
    el('colgroup', {}, el('col', { class: 'n' }), el('col'), el('col', { class: 'n' }), el('col')),
    el('thead', {}, el('tr', {}, el('th', { colspan: '2', scope: 'col' }, mine.name), el('th', { colspan: '2', scope: 'col' }, other.name))),
    rows);
}

/**
 * @param {import('./diff.js').Pair} pair
 * @param {string[]} left
 * @param {string[]} right
 * @param {boolean} equal
 */
function line(pair, left, right, equal) {
  return el('tr', {}, ...cell(pair.left, left, equal, 'mine', '-'), ...cell(pair.right, right, equal, 'theirs', '+'));
}

/**
 * @param {number | undefined} number
 * @param {string[]} lines
 * @param {boolean} equal
 * @param {string} style
 * @param {string} sign
 */
function cell(number, lines, equal, style, sign) {
  if (number === undefined) return [el('td', { class: 'n' }), el('td')];
  return [
    el('td', { class: 'n' }, String(number + 1)),
    el('td', equal ? {} : { class: style }, el('span', { class: 'sign' }, equal ? ' ' : sign), visible(lines[number])),
  ];
}
