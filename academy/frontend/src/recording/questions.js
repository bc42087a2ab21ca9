// Questions made from the recording: each stands at the step before its answer shows.

import { orderQuestions } from './ask-order.js';
import { bindingQuestion, thisQuestion } from './ask-scope.js';

/** @typedef {import('./states.js').States} States @typedef {import('./way.js').Way} Way */
/** @typedef {{ text: string, right: boolean, model?: string }} Choice `model`: the wrong one that would expect this */
/** @typedef {{ step: number, kind: 'prints' | 'queue' | 'this' | 'binding', text: string, choices: Choice[], because: string }} Question */

const MOST = 16;
const EACH = 4;
const LOOKED_AT = 4000;

/** @param {States} states @param {Way} way @returns {Question[]} */
export function questionsOf(states, way) {
  const found = [...orderQuestions(states, way), ...codeQuestions(states, way)].sort((a, b) => a.step - b.step);
  const steps = new Set();
  return found.filter(({ step }) => !steps.has(step) && steps.add(step)).slice(0, MOST);
}

/** What `this` is and which variable is meant: asked where code is entered, of each function once. @param {States} states @param {Way} way */
function codeQuestions(states, way) {
  /** @type {Question[]} */
  const found = [];
  const asked = new Set();
  const counts = { this: 0, binding: 0 };
  for (let step = 1; step < Math.min(way.phase.length, LOOKED_AT); step++) {
    for (const make of [thisQuestion, bindingQuestion]) {
      const kind = make === thisQuestion ? 'this' : 'binding';
      if (counts[kind] >= EACH || !worthALook(way, step, asked, kind)) continue;
      const question = make(states, way, step);
      if (!question || asked.has(sameness(question))) continue;
      asked.add(sameness(question));
      counts[kind]++;
      found.push(question);
    }
  }
  return found;
}

/** The same function may be asked about again where its `this` is another; the same name at the same line is asked for once. @param {Question} question */
function sameness({ kind, text, choices }) {
  return kind === 'this' ? text + choices.find(({ right }) => right)?.text : text;
}

/** A place in the code is looked at a few times, not in each round of a loop. @param {Way} way @param {number} step @param {Set<string>} asked @param {string} kind */
function worthALook(way, step, asked, kind) {
  if (kind === 'this' && way.top[step] === way.top[step - 1]) return false;
  const tries = [0, 1, 2].map((n) => `${kind} ${way.span[step]} ${n}`).filter((key) => !asked.has(key));
  if (tries.length === 0) return false;
  asked.add(tries[0]);
  return true;
}

/** The choices in an order that tells nothing; nothing if there is nothing to choose from. @param {Choice} right @param {Choice[]} wrong @returns {Choice[] | undefined} */
export function choicesOf(right, wrong) {
  const texts = new Map([[right.text, right]]);
  for (const choice of wrong) if (!texts.has(choice.text) && texts.size < 4) texts.set(choice.text, choice);
  return texts.size < 2 ? undefined : [...texts.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}
