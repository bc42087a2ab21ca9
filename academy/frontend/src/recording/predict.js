// Predict first: at a question one stops, thinks, and is shown what happened. Never graded, always skippable.

import { sentence } from '../api.js';
import { el } from '../dom.js';
import { prose, visible } from '../visible.js';
import { instead } from './models.js';
import { questionsOf } from './questions.js';

/** @typedef {import('./states.js').States} States @typedef {import('./way.js').Way} Way @typedef {import('./moment.js').Moment} Moment */
/** @typedef {import('./questions.js').Question} Question */
/**
 * @typedef {{ question: Question, chosen: number, file: string, line: number }} Answer
 *   `chosen`: index of a choice; `file`, `line`: where the question stands
 */
/** @typedef {{ go: (step: number) => void, redraw: () => void, remember: (answer: Answer) => Promise<void> | void }} Told */

export class Predict {
  /** @param {States} states @param {Way} way @param {Told} told @param {boolean} on */
  constructor(states, way, told, on) {
    this.states = states;
    this.way = way;
    this.told = told;
    this.on = on;
    /** @type {Map<number, string | undefined>} by step what was chosen; nothing if it was skipped or only shown */
    this.answers = new Map();
    this.shown = '';
    /** @type {Map<number, Question> | undefined} */
    this.made = undefined;
    this.modes = el('div', { class: 'segments modes', role: 'group', 'aria-label': 'Way of watching' },
      el('button', { type: 'button', 'data-predict': 'false' }, 'Watch'), el('button', { type: 'button', 'data-predict': 'true' }, 'Predict first'));
    this.element = el('form', { class: 'rec-ask', 'aria-label': 'Predict first' });
    this.modes.addEventListener('click', (event) => this.modeChosen(event));
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submitted();
    });
    this.tell();
  }

  /** Made when first wanted: most who watch never ask. @returns {Map<number, Question>} */
  get questions() {
    this.made ??= new Map(questionsOf(this.states, this.way).map((question) => [question.step, question]));
    return this.made;
  }

  /** @param {Event} event */
  modeChosen(event) {
    const mode = event.target instanceof Element ? event.target.closest('[data-predict]') : null;
    if (!mode) return;
    this.on = mode.getAttribute('data-predict') === 'true';
    this.answers.clear();
    this.tell();
    this.told.redraw();
  }

  tell() {
    for (const button of this.modes.children) button.setAttribute('aria-pressed', String((button.getAttribute('data-predict') === 'true') === this.on));
  }

  /** Where a way forward ends: at the first question that has not been answered. @param {number} from @param {number} to */
  stop(from, to) {
    if (!this.on || to <= from) return to;
    for (const step of this.questions.keys()) {
      if (step >= from && step < to && !this.answers.has(step)) return step;
    }
    return to;
  }

  /** Whether the reason for what comes would give an answer away: a question about the end of the same job is still open. @param {number} step */
  hides(step) {
    if (!this.on) return false;
    for (const [at, { kind }] of this.questions) {
      const soon = at >= step && this.way.running[at] === this.way.running[step];
      if (soon && !this.answers.has(at) && (kind === 'prints' || kind === 'queue')) return true;
    }
    return false;
  }

  /** Which kind of question is open at a step. @param {number} step */
  asks(step) {
    return this.on && !this.answers.has(step) ? this.questions.get(step)?.kind ?? '' : '';
  }

  spoken() {
    const { text = '', choices = [] } = this.question ?? {};
    return `${text.replaceAll('`', '')} ${choices.map((choice) => choice.text).join(', ')}.`;
  }

  /** @param {Moment} moment */
  show({ step }) {
    this.question = this.on ? this.questions.get(step) : undefined;
    const answered = this.answers.has(step);
    const key = this.question ? `${step} ${answered}` : '';
    this.element.hidden = !this.question;
    if (key === this.shown) return;
    const held = this.element.contains(document.activeElement);
    this.shown = key;
    if (this.question) this.element.replaceChildren(...(answered ? this.result(this.question) : this.form(this.question)));
    if (this.question) this.takeFocus(answered);
    else if (held) /** @type {HTMLElement | null} */ (this.element.parentElement?.querySelector('input[type=range]'))?.focus();
  }

  /** The keyboard goes to the question, unless it is busy elsewhere on the page. @param {boolean} answered */
  takeFocus(answered) {
    const active = document.activeElement;
    if (active && active !== document.body && !this.element.parentElement?.contains(active)) return;
    const to = this.element.querySelector(answered ? 'button' : 'input');
    if (to instanceof HTMLElement) to.focus({ preventScroll: true });
  }

  /** @param {Question} question */
  form({ text, choices, step }) {
    const options = choices.map((choice, i) => el('label', {},
      el('input', { type: 'radio', name: 'prediction', value: String(i) }), el('code', {}, visible(choice.text))));
    const skip = el('button', { type: 'button', class: 'button quiet' }, 'Skip');
    skip.addEventListener('click', () => {
      this.answers.set(step, undefined);
      this.told.go(step + 1);
    });
    const show = el('button', { type: 'submit', class: 'button first' }, 'Show what happened');
    return [stepNumber(step, this.way.phase.length), el('fieldset', {}, el('legend', {}, prose(text)), ...options),
      el('p', { class: 'acts' }, show, skip, el('span', { class: 'soft' }, 'Never graded'))];
  }

  /** @param {Question} question */
  result({ choices, because, step }) {
    const right = choices.find((choice) => choice.right);
    const chosen = choices.find((choice) => choice.text === this.answers.get(step));
    const verdict = chosen === undefined ? 'It is' : chosen.right ? 'Yes:' : 'It is another:';
    const said = el('p', { class: 'because' }, el('b', {}, verdict), ' ', el('code', {}, visible(right?.text ?? '')), '. ', prose(because));
    const correction = chosen?.model ? instead(chosen.model) : '';
    if (correction && correction !== because) said.append(' ', prose(correction));
    return [stepNumber(step, this.way.phase.length), said, el('p', { class: 'acts' }, el('button', { type: 'submit', class: 'button first' }, 'Go on'))];
  }

  submitted() {
    const { question } = this;
    if (!question) return;
    if (this.answers.has(question.step)) {
      this.told.go(question.step + 1);
      return;
    }
    const field = this.element.querySelector('input:checked');
    const chosen = field instanceof HTMLInputElement ? question.choices[Number(field.value)] : undefined;
    this.answers.set(question.step, chosen?.text);
    this.told.redraw();
    if (chosen) void this.report(question, question.choices.indexOf(chosen));
  }

  /** @param {Question} question @param {number} chosen */
  async report(question, chosen) {
    const last = this.way.event[question.step] === 'end' ? Math.max(0, question.step - 1) : question.step;
    const place = this.way.files.place(this.way.span[last]);
    const file = this.way.trace.files[place?.file ?? 0]?.name ?? '';
    try {
      await this.told.remember({ question, chosen, file, line: place?.line ?? 1 });
    } catch (error) {
      this.element.querySelector('.acts')?.append(el('span', { class: 'soft' }, `Not remembered: ${sentence(error)}`));
    }
  }
}

/** @param {number} step @param {number} length */
export function stepNumber(step, length) {
  const [label, rest] = [el('span', { class: 'label' }, 'Step'), el('span', { class: 'soft' }, `of ${length}`)];
  return el('p', { class: 'stepno' }, label, ' ', el('b', {}, String(step + 1)), ' ', rest);
}
