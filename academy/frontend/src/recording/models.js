// Well-known wrong models of how Node runs a program: what somebody who holds one would expect, and what to say to it.

import { markOfQueue } from './moment.js';

/** @typedef {import('./format.js').Job} Job @typedef {[number, Job]} Waiting */
/** @typedef {(waiting: Waiting[], right: Job) => Waiting | undefined} Expects */

const quick = (/** @type {Job} */ { queue }) => queue === 'tick' || queue === 'micro';
const first = (/** @type {Waiting[]} */ waiting, /** @type {string} */ queue) => waiting.find(([, job]) => job.queue === queue);

/** Which job would run next, were the model right. @type {Record<string, Expects>} */
export const ORDER = {
  'await-blocks': (waiting) => waiting.find(([, { kind }]) => kind === 'await'),
  'promises-before-ticks': (waiting, right) => (right.queue === 'tick' ? first(waiting, 'micro') : undefined),
  'ticks-always-first': (waiting, right) => (right.queue === 'micro' ? first(waiting, 'tick') : undefined),
  'timers-before-microtasks': (waiting, right) => (quick(right) ? byDue(waiting)[0] : undefined),
  'timers-in-order-written': (waiting, right) => (right.queue === 'timer' ? first(waiting, 'timer') : undefined),
  'immediate-at-once': (waiting, right) => (right.queue === 'immediate' ? undefined : first(waiting, 'immediate')),
  'one-queue': (waiting) => waiting.find(([, { queue }]) => queue !== 'listener'),
  'newest-first': (waiting) => waiting.filter(([, { queue }]) => queue !== 'listener').at(-1),
};

/** What is so instead. @type {Record<string, string>} */
const INSTEAD = {
  'await-blocks': '`await` blocks nobody: what follows it is queued as a microtask and waits for its turn.',
  'promises-before-ticks': 'The nextTick queue is drained before Node goes on to the microtasks here.',
  'ticks-always-first': 'While microtasks are being drained they are drained to the last; only then come the ticks.',
  'timers-before-microtasks': 'Ticks and microtasks are drained to the last before Node looks at a timer, even one of 0 ms.',
  'timers-in-order-written': 'Timers run by when they are due, not in the order they were written.',
  'immediate-at-once': '`setImmediate` does not run at once: it waits for the check phase of the loop.',
  'one-queue': 'There is not one queue for everything: each has its turn, whatever was queued first.',
  'newest-first': 'A queue is no stack: first in, first out.',
  'place-of-definition': '`this` comes from the call, not from where the function was written.',
  'callers-this': 'A plain call does not hand on the `this` of the code around it.',
  'global-this': 'Classes, modules and strict functions leave `this` undefined in a plain call.',
  'this-is-lost': 'Here something stands before the dot, or the function was bound to it.',
  'dynamic-scope': 'Names are looked up where a function was written, not where it is called from.',
  'outermost': 'The nearest variable of that name hides those further out.',
  'one-closure': 'Each call makes a scope of its own; a closure keeps the one it was made in.',
};

/** @param {string} model */
export function instead(model) {
  return INSTEAD[model] ?? '';
}

/** @param {Waiting[]} waiting */
function byDue(waiting) {
  return waiting.filter(([, { queue }]) => queue === 'timer').sort(([a, x], [b, y]) => (x.due ?? 0) - (y.due ?? 0) || a - b);
}

/** @type {Record<string, string>} */
const QUEUE_WORDS = { tick: 'nextTick', micro: 'microtasks', timer: 'timers', immediate: 'immediates', poll: 'poll', listener: 'listeners' };

/** @param {string} queue */
export function queueWord(queue) {
  return QUEUE_WORDS[queue] ?? markOfQueue(queue);
}
