// Call stack, scopes and heap in words: for those who do not look, and for narrow screens.

import { el } from '../dom.js';
import { visible } from '../visible.js';
import { graphOf } from './graph.js';
import { oneLine, scopeTitle, thisOf } from './stack.js';
import { refOf, rowsOf, show, titleOf } from './values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./graph.js').Node} Node @typedef {import('./figure.js').Told} Told */

const MOST = 60;

export class StateList {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    this.element = el('div', { class: 'statelist' });
    this.element.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-name]') : null;
      if (!button) return;
      const [scope, name] = [Number(button.getAttribute('data-scope')), button.getAttribute('data-name') ?? ''];
      told.pick(scope, name);
      told.redraw();
      for (const again of this.element.querySelectorAll('[data-name]')) {
        if (again instanceof HTMLElement && Number(again.dataset.scope) === scope && again.dataset.name === name) again.focus();
      }
    });
  }

  /** @param {Moment} moment */
  show(moment) {
    const graph = graphOf(moment.state, moment.way);
    const nodes = [...graph.nodes.values()];
    this.element.replaceChildren(
      part('Call stack', [...graph.frames.slice(0, MOST).map((frame, i) => el('li', i === 0 ? { 'aria-current': 'true' } : {}, el('code', {}, visible(oneLine(frame.title))), ` ${frame.awaiting ? 'awaits, ' : ''}${frame.note}`)), el('li', {}, visible(`${moment.running}, ${moment.runningWords}`))], graph.frames.length - MOST),
      part('Scopes', graph.scopes.slice(0, MOST).map((id) => this.scope(id, moment, graph)), graph.scopes.length - MOST),
      part('Heap', nodes.slice(0, MOST).map((node) => this.node(node, moment, graph)), nodes.length - MOST),
    );
  }

  /** @param {number} id @param {Moment} moment @param {import('./graph.js').Graph} graph @param {string} [note] */
  scope(id, moment, graph, note) {
    const { state, way } = moment;
    const rows = Object.entries(state.scopes[id].vars ?? {}).map(([name, value]) => this.variable(id, name, value, moment));
    const self = thisOf(graph.frames.find(({ scope }) => scope === id), state, way);
    if (self !== undefined) rows.unshift(el('li', {}, el('code', {}, 'this'), ' ', el('code', { class: 'v' }, visible(value(self, state)))));
    return el('li', {}, el('b', {}, visible(scopeTitle(id, state, way))), note ? ` ${note}` : '', el('ul', {}, ...rows));
  }

  /** @param {number} scope @param {string} name @param {import('./format.js').Value} held @param {Moment} moment */
  variable(scope, name, held, moment) {
    const fresh = moment.changes.scopes.get(scope)?.paths.has(`vars.${name}`);
    const picked = this.told.picked();
    const button = el('button', { type: 'button', class: 'link', 'data-scope': String(scope), 'data-name': name, 'aria-pressed': String(picked?.scope === scope && picked.name === name), title: 'Stop at its writes' }, el('code', {}, visible(name)));
    return el('li', fresh ? { class: 'new' } : {}, button, ' ', el('code', { class: 'v' }, visible(value(held, moment.state))), fresh ? el('span', { class: 'word' }, ' changed') : '');
  }

  /** @param {Node} node @param {Moment} moment @param {import('./graph.js').Graph} graph */
  node({ type, id, holder, called }, moment, graph) {
    const { state, changes } = moment;
    if (type === 'scope') return this.scope(id, moment, graph, holder === undefined ? 'at rest' : `at rest, held by ${titleOf(holder, state, graph.nodes.get(`object ${holder}`)?.called)}`);
    const paths = changes.objects.get(id)?.paths;
    const rows = rowsOf(id, state).slice(0, MOST).map((row) => el('li', paths?.has(row.path) ? { class: 'new' } : {}, el('code', {}, visible(row.key)), ' ', el('code', { class: 'v' }, visible(row.to === undefined ? row.text : `${row.text} #${row.to}`)), paths?.has(row.path) ? el('span', { class: 'word' }, ' changed') : ''));
    const { proto } = state.objects[id];
    if (proto !== undefined && state.objects[proto]) rows.push(el('li', {}, 'prototype ', el('code', { class: 'v' }, visible(`${titleOf(proto, state)} #${proto}`))));
    return el('li', {}, el('b', {}, visible(titleOf(id, state, called))), ` #${id}`, el('ul', {}, ...rows));
  }
}

/** @param {import('./format.js').Value} held @param {import('./format.js').State} state */
function value(held, state) {
  const to = refOf(held);
  return to === undefined ? show(held, state, 200) : `${show(held, state)} #${to}`;
}

/** @param {string} title @param {HTMLElement[]} items @param {number} rest */
function part(title, items, rest) {
  const list = el('ul', {}, ...items);
  if (rest > 0) list.append(el('li', { class: 'soft' }, `and ${rest} more`));
  if (items.length === 0) list.append(el('li', { class: 'soft' }, 'nothing'));
  return el('section', {}, el('h2', { class: 'label' }, title), list);
}
