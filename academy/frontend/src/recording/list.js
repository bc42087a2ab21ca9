// Call stack, scopes and heap in words: for those who do not look, and for narrow screens.

import { el } from '../dom.js';
import { visible } from '../visible.js';
import { graphOf } from './graph.js';
import { oneLine, scopeTitle, thisOf } from './stack.js';
import { refOf, rowsOf, show, titleOf } from './values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./figure.js').Told} Told @typedef {import('./format.js').Value} Value */
/** @typedef {import('./graph.js').Node} Node @typedef {import('./graph.js').Graph} Graph @typedef {import('./stack.js').Frame} Frame */

const MOST = 60;
const ROWS = 100;

export class StateList {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    /** @type {Map<string, number>} how many more of a part are wanted */
    this.more = new Map();
    this.element = el('div', { class: 'statelist' });
    this.element.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.dataset.name !== undefined) this.pick(Number(button.dataset.scope), button.dataset.name);
      if (button?.dataset.part !== undefined) this.unfold(button.dataset.part);
    });
  }

  /** @param {number} scope @param {string} name */
  pick(scope, name) {
    this.told.pick(scope, name);
    this.told.redraw();
    this.focus((button) => Number(button.dataset.scope) === scope && button.dataset.name === name);
  }

  /** @param {string} title */
  unfold(title) {
    const before = this.element.querySelectorAll('button').length;
    this.more.set(title, (this.more.get(title) ?? 0) + MOST);
    this.told.redraw();
    this.focus((button, i) => button.dataset.part === title || i === before);
  }

  /** What was pressed has been made anew; the focus goes to its successor. @param {(button: HTMLElement, i: number) => boolean} wanted */
  focus(wanted) {
    const all = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('button')]);
    all.find(wanted)?.focus();
  }

  /** @param {Moment} moment */
  show(moment) {
    const graph = graphOf(moment.state, moment.way);
    const bottom = () => el('li', {}, visible(`${moment.running}, ${moment.runningWords}`));
    this.element.replaceChildren(
      this.part('Call stack', [...graph.frames, undefined], (frame) => (frame ? frameItem(frame, moment) : bottom())),
      this.part('Scopes', graph.scopes, (id) => this.scope(id, moment, graph)),
      this.part('Heap', [...graph.nodes.values()], (node) => this.node(node, moment, graph)),
    );
  }

  /**
   * @template T
   * @param {string} title
   * @param {T[]} all
   * @param {(one: T) => HTMLElement} made
   */
  part(title, all, made) {
    const most = MOST + (this.more.get(title) ?? 0);
    const list = el('ul', {}, ...all.slice(0, most).map(made));
    if (all.length > most) list.append(el('li', {}, el('button', { type: 'button', class: 'link', 'data-part': title }, `and ${all.length - most} more`)));
    if (all.length === 0) list.append(el('li', { class: 'soft' }, 'nothing'));
    return el('section', {}, el('h2', { class: 'label' }, title), list);
  }

  /** @param {number} id @param {Moment} moment @param {Graph} graph @param {string} [note] */
  scope(id, moment, graph, note) {
    const { state, way } = moment;
    const rows = Object.entries(state.scopes[id].vars ?? {}).map(([name, held]) => this.variable(id, name, held, moment));
    const self = thisOf(graph.frames.find(({ scope }) => scope === id), state, way);
    if (self !== undefined) rows.unshift(row('this', value(self, state), false));
    return el('li', {}, el('b', {}, visible(scopeTitle(id, state, way))), note ? ` ${note}` : '', el('ul', {}, ...rows));
  }

  /** @param {number} scope @param {string} name @param {Value} held @param {Moment} moment */
  variable(scope, name, held, { changes, state }) {
    const picked = this.told.picked();
    const pressed = String(picked?.scope === scope && picked.name === name);
    const button = el('button', {
      type: 'button', class: 'link', 'data-scope': String(scope), 'data-name': name, 'aria-pressed': pressed, title: 'Stop at its writes',
    }, el('code', {}, visible(name)));
    return row(button, value(held, state), changes.scopes.get(scope)?.paths.has(`vars.${name}`) ?? false);
  }

  /** @param {Node} node @param {Moment} moment @param {Graph} graph */
  node({ type, id, holder, called }, moment, graph) {
    const { state, changes } = moment;
    if (type === 'scope') {
      const by = holder === undefined ? '' : `, held by ${titleOf(holder, state, graph.nodes.get(`object ${holder}`)?.called)}`;
      return this.scope(id, moment, graph, `at rest${by}`);
    }
    const paths = changes.objects.get(id)?.paths;
    const rows = rowsOf(id, state).slice(0, ROWS)
      .map(({ key, text, to, path }) => row(key, to === undefined ? text : `${text} #${to}`, paths?.has(path) ?? false));
    const { proto } = state.objects[id];
    if (proto !== undefined && state.objects[proto]) rows.push(row(el('span', {}, 'prototype'), `${titleOf(proto, state)} #${proto}`, false));
    return el('li', {}, el('b', {}, visible(titleOf(id, state, called))), ` #${id}`, el('ul', {}, ...rows));
  }
}

/** @param {Frame} frame @param {Moment} moment */
function frameItem({ id, title, note, awaiting }, { state }) {
  return el('li', id === state.top ? { 'aria-current': 'true' } : {}, el('code', {}, visible(oneLine(title))), ` ${awaiting ? 'awaits, ' : ''}${note}`);
}

/** @param {string | HTMLElement} key @param {string} text @param {boolean} fresh */
function row(key, text, fresh) {
  const name = typeof key === 'string' ? el('code', {}, visible(key)) : key;
  return el('li', fresh ? { class: 'new' } : {}, name, ' ', el('code', { class: 'v' }, visible(text)), fresh ? el('span', { class: 'word' }, ' changed') : '');
}

/** @param {Value} held @param {import('./format.js').State} state */
function value(held, state) {
  const to = refOf(held);
  return to === undefined ? show(held, state, 200) : `${show(held, state)} #${to}`;
}
