// The recording: a program's run that one can walk through, both ways.

import { el } from './dom.js';
import { prose } from './visible.js';
import { Code } from './recording/code.js';
import { Controls } from './recording/controls.js';
import { Declarations } from './recording/declarations.js';
import { openSpan } from './recording/either.js';
import { Figure } from './recording/figure.js';
import { Files } from './recording/files.js';
import { StateList } from './recording/list.js';
import { momentAt, phaseMark, phaseWord } from './recording/moment.js';
import { Places } from './recording/places.js';
import { Predict, stepNumber } from './recording/predict.js';
import { Printed } from './recording/printed.js';
import { spoken } from './recording/sentence.js';
import { States } from './recording/states.js';
import { Strip } from './recording/strip.js';
import { glyph } from './recording/svg.js';
import { TimeLine } from './recording/time.js';
import { Way } from './recording/way.js';

/** @typedef {import('./recording/format.js').Trace} Trace @typedef {import('./recording/predict.js').Answer} Answer */
/** @typedef {{ step?: number, predict?: boolean, bar?: Element, remember?: (answer: Answer) => Promise<void> | void, moved?: (step: number) => void }} Options
 *  `step`: where to begin; `bar`: where the choice of watching or predicting goes, else into the controls; `remember`: told each answer */

/**
 * Shows a recording in an element.
 * @param {HTMLElement} element
 * @param {Trace} trace
 * @param {Options} [options]
 */
export function mount(element, trace, options = {}) {
  if (trace.schema !== 1) throw new Error(`This page reads recordings of schema 1; this one is of schema ${trace.schema}.`);
  if (trace.steps.length === 0) throw new Error('This recording has no steps.');
  return new Recording(element, trace, options);
}

class Recording {
  /** @param {HTMLElement} element @param {Trace} trace @param {Options} options */
  constructor(element, trace, options) {
    this.root = element;
    this.trace = trace;
    this.options = options;
    this.step = -1;
    this.files = new Files(trace);
    this.states = new States(trace);
    this.way = new Way(trace, this.files);
    const redraw = () => this.draw();
    const go = (/** @type {number} */ step) => this.go(step);
    /** @type {import('./recording/figure.js').Told} */
    const told = { redraw, pick: (scope, name) => this.controls.pick({ scope, name }), picked: () => this.controls.variable };
    this.controls = new Controls(this.way, go, redraw);
    this.code = new Code(this.files, new Declarations(this.files, this.way));
    this.places = new Places(new Figure(told), new StateList(told), redraw);
    this.strip = new Strip(this.way, redraw);
    this.printed = new Printed(this.trace, go);
    this.time = new TimeLine(this.way, openSpan(this.way, this.states), go);
    this.predict = new Predict(this.states, this.way, { go, redraw, remember: this.options.remember ?? (() => {}) }, this.options.predict ?? false);
    this.why = el('section', { class: 'rec-why', 'aria-label': 'Why the next thing runs' });
    this.voice = el('p', { class: 'vh', role: 'status' });
    this.assemble();
    this.listen();
    this.go(Math.min(Math.max(options.step ?? 0, 0), trace.steps.length - 1));
  }

  assemble() {
    const foot = el('section', { class: 'rec-time', 'aria-label': 'Time' }, this.time.element, this.controls.element);
    (this.options.bar ?? this.controls.element).append(this.predict.modes);
    this.root.classList.add('recording');
    const { places, code, predict, strip, printed } = this;
    this.root.replaceChildren(places.tabs, code.element, places.element, this.why, predict.element, strip.element, printed.element, foot, this.voice);
    this.places.govern(this.root);
  }

  listen() {
    this.keyed = (/** @type {KeyboardEvent} */ event) => {
      if (event.defaultPrevented || !this.root.isConnected || this.root.offsetParent === null || takesKeys(event)) return;
      if (this.controls.key(event)) event.preventDefault();
    };
    document.addEventListener('keydown', this.keyed);
  }

  /** Goes to a step; while one predicts, no further than the next question. @param {number} step */
  go(step) {
    const to = this.step < 0 ? step : this.predict.stop(this.step, step);
    if (to === this.step) return;
    this.step = to;
    this.draw();
    this.speak();
    this.options.moved?.(to);
  }

  draw() {
    const asking = this.predict.asks(this.step);
    const moment = momentAt(this.states, this.way, this.step, asking);
    this.root.classList.toggle('asking', asking !== '');
    this.code.show(moment);
    this.controls.show(moment);
    this.places.show(moment);
    this.strip.show(moment);
    this.printed.show(moment);
    this.time.show(moment);
    this.predict.show(moment);
    this.showWhy(moment);
  }

  /** @param {import('./recording/moment.js').Moment} moment */
  showWhy({ step, state, asking }) {
    const mark = phaseMark(state.phase);
    const end = step === this.trace.steps.length - 1 ? this.ending() : '';
    this.why.hidden = asking !== '' || this.predict.element.hidden === false;
    this.why.replaceChildren(
      stepNumber(step, this.trace.steps.length),
      el('p', { class: `phase q-${mark}` }, glyph(mark), phaseWord(state.phase)),
      el('p', { class: 'because' }, this.predict.hides(step) ? 'Why the next thing runs is said after the question.' : prose(state.why ?? ''), end),
    );
  }

  ending() {
    const { exit, recorded, ran, sentence } = this.trace.end;
    const rest = sentence ?? (ran > recorded ? `The recording holds ${recorded} of ${ran} steps; console and exit code are whole.` : '');
    return ` ${rest} Exit code ${exit}.`;
  }

  /** One sentence a step, and only the last one while somebody drags. */
  speak() {
    clearTimeout(this.speaking);
    this.speaking = window.setTimeout(() => {
      this.voice.textContent = this.predict.asks(this.step) ? this.predict.spoken() : spoken(momentAt(this.states, this.way, this.step, ''));
    }, 120);
  }

  /** The keyboard goes to the time line, from where all keys of the recording work. */
  focus() {
    this.time.input.focus({ preventScroll: true });
  }

  destroy() {
    clearTimeout(this.speaking);
    if (this.keyed) document.removeEventListener('keydown', this.keyed);
    this.predict.modes.remove();
    this.root.replaceChildren();
    this.root.classList.remove('recording', 'asking');
  }
}

/** Whether a key belongs to what has the focus. @param {KeyboardEvent} event */
function takesKeys(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'range') return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role=tab], [role=separator]');
}
