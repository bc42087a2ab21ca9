// Questions at drain points: a job has ended, and Node chooses what runs next.

import { eitherOrder } from './either.js';
import { ORDER, queueWord } from './models.js';
import { choicesOf } from './questions.js';
import { lastUpTo } from './way.js';

/** @typedef {import('./questions.js').Question} Question @typedef {import('./questions.js').Choice} Choice */
/** @typedef {import('./states.js').States} States @typedef {import('./way.js').Way} Way @typedef {import('./models.js').Waiting} Waiting */
/** @typedef {import('./format.js').Job} Job */

const LOOKED_AT = 300;
const ALIKE = 2;

/** @param {States} states @param {Way} way @returns {Question[]} */
export function orderQuestions(states, way) {
  const begins = jobBeginnings(way);
  const first = new Map(begins.map((step) => [way.running[step], step]));
  /** @type {Map<string, number>} */
  const alike = new Map();
  /** @type {Question[]} */
  const found = [];
  for (const step of begins.slice(0, LOOKED_AT)) {
    const point = drainPoint(states, way, step);
    const question = point && makeQuestion(point, first, found.at(-1)?.kind);
    if (!question || !point) continue;
    const sort = [...new Set(point.waiting.map(([, { queue }]) => queue))].sort().join() + point.right.queue + question.kind;
    alike.set(sort, (alike.get(sort) ?? 0) + 1);
    if ((alike.get(sort) ?? 0) <= ALIKE) found.push(question);
  }
  return found;
}

/** Where each job begins to run. @param {Way} way */
function jobBeginnings(way) {
  const seen = new Set([0]);
  const found = [];
  for (let step = 1; step < way.running.length; step++) {
    if (seen.has(way.running[step])) continue;
    seen.add(way.running[step]);
    found.push(step);
  }
  return found;
}

/** @typedef {{ step: number, waiting: Waiting[], right: Job, way: Way, because: string }} Point */

/** @param {States} states @param {Way} way @param {number} step @returns {Point | undefined} */
function drainPoint(states, way, step) {
  const right = way.jobs.get(way.running[step]);
  const before = states.at(step - 1);
  const waiting = Object.entries(before.jobs).map(([id, job]) => /** @type {Waiting} */ ([Number(id), job]))
    .filter(([id]) => id !== before.running).sort(([a], [b]) => a - b);
  const open = ['timer', 'immediate'].includes(right?.queue ?? '') && eitherOrder(way, { state: before, step: step - 1 });
  if (!right || open || waiting.length < 2 || !waiting.some(([id]) => id === way.running[step])) return undefined;
  return { step, waiting, right, way, because: states.at(step).why };
}

/** @param {Point} point @param {Map<number, number>} begins @param {string | undefined} last @returns {Question | undefined} */
function makeQuestion(point, begins, last) {
  const prints = printsQuestion(point, begins);
  const queue = queueQuestion(point);
  return last === 'prints' ? queue ?? prints : prints ?? queue;
}

/** @param {Point} point @param {Map<number, number>} begins @returns {Question | undefined} */
function printsQuestion({ step, waiting, right, way, because }, begins) {
  const steps = way.trace.console.map((line) => line.step);
  const next = way.trace.console[lastUpTo(steps, step - 1) + 1];
  if (!next) return undefined;
  /** @type {Choice[]} */
  const wrong = [];
  for (const [model, expects] of Object.entries(ORDER)) {
    const job = expects(waiting, right);
    const text = job && firstPrinted(job[0], begins, way);
    if (text && job[0] !== way.running[step]) wrong.push({ text, right: false, model });
  }
  const choices = choicesOf({ text: next.text.trimEnd(), right: true }, wrong);
  return choices && { step: step - 1, kind: 'prints', text: ended(way, step), choices, because };
}

/** @param {Way} way @param {number} step */
function ended(way, step) {
  return way.running[step - 1] === 0 && way.phase[step - 1] === 'script' ? 'The script has ended. What prints next?' : 'The job has ended. What prints next?';
}

/** The first line a job prints, when its turn comes. @param {number} job @param {Map<number, number>} begins @param {Way} way */
function firstPrinted(job, begins, way) {
  const begin = begins.get(job);
  if (begin === undefined) return undefined;
  return way.trace.console.find((line) => line.step >= begin && way.running[line.step] === job)?.text.trimEnd();
}

/** @param {Point} point @returns {Question | undefined} */
function queueQuestion({ step, waiting, right, because }) {
  /** @type {Choice[]} */
  const wrong = [];
  for (const [model, expects] of Object.entries(ORDER)) {
    const job = expects(waiting, right);
    if (job && job[1].queue !== right.queue) wrong.push({ text: queueWord(job[1].queue), right: false, model });
  }
  const choices = choicesOf({ text: queueWord(right.queue), right: true }, wrong);
  return choices && { step: step - 1, kind: 'queue', text: 'Which queue does Node take from next?', choices, because };
}
