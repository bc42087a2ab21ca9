// The controls of time: there and back, by the size of a step; the same from the keyboard.

import { el } from '../dom.js';
import { plain } from '../visible.js';
import { framesOf, liveScopes, scopeTitle } from './stack.js';
import { glyph } from './svg.js';
import { nextStop } from './way.js';

/** @typedef {import('./way.js').Way} Way @typedef {import('./moment.js').Moment} Moment */
/** @typedef {'step' | 'line' | 'call' | 'job' | 'console' | 'write'} Size @typedef {{ scope: number, name: string }} Variable */

/** @type {[Size, string][]} */
const SIZES = [['step', 'step'], ['line', 'line'], ['call', 'call'], ['job', 'job'], ['console', 'console line'], ['write', 'write of']];

const MOST = 60;

export class Controls {
  /** @param {Way} way @param {(step: number) => void} go @param {() => void} redraw */
  constructor(way, go, redraw) {
    this.way = way;
    this.go = go;
    this.redraw = redraw;
    /** @type {Size} */
    this.size = 'step';
    /** @type {Variable | undefined} */
    this.variable = undefined;
    this.step = 0;
    this.shownChoices = '';
    /** @type {(Variable & { title: string })[]} */
    this.choices = [];
    this.sizes = el('div', { class: 'segments sizes', role: 'group', 'aria-label': 'Size of a step' },
      ...SIZES.map(([size, word]) => el('button', { type: 'button', 'data-size': size }, word)));
    this.variables = /** @type {HTMLSelectElement} */ (el('select', { 'aria-label': 'Variable whose writes to stop at' }));
    this.keys = el('p', { class: 'soft keys' });
    this.element = el('div', { class: 'controls' }, this.moves(), el('span', { class: 'label' }, 'by'), this.sizes, this.variables, this.keys);
    this.sizes.addEventListener('click', (event) => this.sizeChosen(event));
    this.variables.addEventListener('change', () => this.pick(this.choices[this.variables.selectedIndex]));
    this.tell();
  }

  moves() {
    const move = (/** @type {string} */ mark, /** @type {string} */ label, /** @type {() => void} */ act) => {
      const made = el('button', { type: 'button', 'aria-label': label }, glyph(mark, 16));
      made.addEventListener('click', act);
      return made;
    };
    return el('div', { class: 'segments moves', role: 'group', 'aria-label': 'Go' },
      move('first', 'First step', () => this.go(0)), move('back', 'Back', () => this.move(-1)),
      move('fwd', 'Forward', () => this.move(1)), move('last', 'Last step', () => this.go(this.way.phase.length - 1)));
  }

  /** @param {Event} event */
  sizeChosen(event) {
    const size = event.target instanceof Element ? event.target.closest('[data-size]')?.getAttribute('data-size') : undefined;
    if (!size) return;
    this.size = /** @type {Size} */ (size);
    this.tell();
  }

  tell() {
    this.element.classList.toggle('by-write', this.size === 'write');
    for (const button of this.sizes.children) button.setAttribute('aria-pressed', String(button.getAttribute('data-size') === this.size));
    const word = SIZES.find(([size]) => size === this.size)?.[1];
    const key = (/** @type {string} */ name) => el('kbd', {}, name);
    const one = this.size === 'write' ? 'write' : word;
    this.keys.replaceChildren(key('Left'), ' ', key('Right'), ` one ${one}, with `, key('Shift'), ' one line, with ', key('Ctrl'), ' one job, ',
      key('C'), ' next console line, ', key('W'), ' last write');
  }

  /** @param {1 | -1} way @param {Size} [size] */
  move(way, size = this.size) {
    const stops = size === 'write' ? this.writes() : this.way.stopsOf(size);
    const to = nextStop(stops, this.step, way);
    if (to !== undefined) this.go(to);
  }

  writes() {
    const { scope, name } = this.variable ?? this.choices[0] ?? { scope: 0, name: '' };
    return this.way.writes(scope, name);
  }

  /** @param {Variable | undefined} variable */
  pick(variable) {
    this.variable = variable;
    this.redraw();
  }

  /** @param {Moment} moment */
  show(moment) {
    this.step = moment.step;
    this.choices = variablesOf(moment);
    const at = this.choices.findIndex(({ scope, name }) => scope === this.variable?.scope && name === this.variable.name);
    if (at < 0 && this.variable) this.choices.unshift({ ...this.variable, title: this.variable.name });
    const key = this.choices.map(({ scope, name }) => `${scope} ${name}`).join('\n');
    if (key !== this.shownChoices) this.variables.replaceChildren(...this.choices.map(({ title }) => el('option', {}, plain(title))));
    this.shownChoices = key;
    this.variables.selectedIndex = Math.max(0, at);
    this.variables.hidden = this.choices.length === 0;
  }

  /** Whether a key was for the recording. @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey || event.metaKey) return false;
    const { key, shiftKey, ctrlKey } = event;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      this.move(key === 'ArrowLeft' ? -1 : 1, ctrlKey ? 'job' : shiftKey ? 'line' : this.size);
      return true;
    }
    if (ctrlKey) return false;
    if (key === 'Home' || key === 'End') this.go(key === 'Home' ? 0 : this.way.phase.length - 1);
    else if (key === 'c' || key === 'C') this.move(shiftKey ? -1 : 1, 'console');
    else if (key === 'w' || key === 'W') this.move(shiftKey ? 1 : -1, 'write');
    else return false;
    return true;
  }
}

/** The variables in sight, the innermost first. @param {Moment} moment */
function variablesOf({ state, way }) {
  const seen = liveScopes(framesOf(state, way), state, way);
  const rest = Object.keys(state.scopes).map(Number).filter((id) => !seen.includes(id)).reverse();
  return [...seen, ...rest].flatMap((scope) => Object.keys(state.scopes[scope].vars ?? {})
    .map((name) => ({ scope, name, title: `${name} in ${scopeTitle(scope, state, way)}` }))).slice(0, MOST);
}
