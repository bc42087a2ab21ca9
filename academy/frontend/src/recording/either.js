// Where Node leaves an order open: a timer of one millisecond or less against an immediate, both queued before the loop begins.

/** @typedef {import('./way.js').Way} Way @typedef {import('./format.js').State} State */

const SENTENCE = 'Timer or immediate: either order is legal here. Whether 1 ms has gone by when the loop begins is up to the machine.';
const BEFORE = new Set(['script', 'tick', 'micro']);
const SOON = 1;

/** @type {WeakMap<Way, number>} asked at each step, and the way is long */
const BEGINS = new WeakMap();

/** The first step of the loop: timers, poll or immediates. @param {Way} way */
export function loopBegins(way) {
  const known = BEGINS.get(way);
  if (known !== undefined) return known;
  const found = way.phase.findIndex((phase) => !BEFORE.has(phase));
  const begins = found < 0 ? way.phase.length : found;
  BEGINS.set(way, begins);
  return begins;
}

/** What to say where the order is open. @param {Way} way @param {{ state: State, step: number }} moment */
export function eitherOrder(way, { state, step }) {
  if (step >= loopBegins(way)) return undefined;
  const jobs = Object.values(state.jobs);
  const soon = jobs.some(({ queue, due }) => queue === 'timer' && (due ?? 0) - SOON <= state.clock + 0.5);
  return soon && jobs.some(({ queue }) => queue === 'immediate') ? SENTENCE : undefined;
}

/** The steps between which the order is open, for the time line. @param {Way} way @param {{ at: (step: number) => State }} states @returns {[number, number] | undefined} */
export function openSpan(way, states) {
  const begin = loopBegins(way);
  if (begin === 0 || begin >= way.phase.length) return undefined;
  const before = states.at(begin - 1);
  if (!eitherOrder(way, { state: before, step: begin - 1 })) return undefined;
  let end = begin;
  const seen = new Set();
  while (end < way.phase.length && !['poll', 'close', 'beforeExit', 'exit'].includes(way.phase[end])) {
    seen.add(way.phase[end]);
    end++;
    if (seen.has('timers') && seen.has('check') && way.phase[end] !== way.phase[end - 1]) break;
  }
  return [begin, end];
}
