// One step of a recording with all that the views need to show it.

import { changesOf } from './changes.js';
import { oneLine } from './stack.js';

/** @typedef {import('./format.js').State} State @typedef {import('./format.js').Job} Job @typedef {import('./way.js').Way} Way */
/** @typedef {import('./states.js').States} States @typedef {import('./changes.js').Changes} Changes */
/**
 * @typedef {{ step: number, state: State, changes: Changes, way: Way, running: string, runningKind: string, runningWords: string,
 *   queueMark: string, asking: string }} Moment `asking`: the kind of question that is open, and what comes is hidden
 */

/** @type {Record<string, string>} */
const MARK_OF_QUEUE = { tick: 'tick', micro: 'micro', timer: 'timer', immediate: 'check', poll: 'poll', listener: 'poll' };
/** @type {Record<string, [string, string]>} mark and word of a phase */
const PHASES = {
  script: ['script', 'script'], tick: ['tick', 'nextTick'], micro: ['micro', 'microtasks'], timers: ['timer', 'timers'], poll: ['poll', 'poll'],
  check: ['check', 'immediates'], close: ['poll', 'close'], beforeExit: ['poll', 'beforeExit'], exit: ['poll', 'exit'],
};
/** @type {Record<string, string>} one of a queue */
const QUEUE_ONE = { tick: 'nextTick', micro: 'microtask', timer: 'timer', poll: 'poll', immediate: 'immediate', listener: 'listener' };
/** @type {Record<string, string>} */
const KINDS = {
  tick: 'nextTick', reaction: 'promise reaction', await: 'after an await', thenable: 'a promise takes on another', microtask: 'queueMicrotask',
  timeout: 'setTimeout', interval: 'setInterval', immediate: 'setImmediate', file: 'a file', import: 'a module that loads', listener: 'listener',
};

/** @param {string} queue */
export function markOfQueue(queue) {
  return MARK_OF_QUEUE[queue] ?? 'poll';
}

/** @param {string} phase */
export function phaseMark(phase) {
  return PHASES[phase]?.[0] ?? 'poll';
}

/** @param {string} phase */
export function phaseWord(phase) {
  return PHASES[phase]?.[1] ?? phase;
}

/** @param {Job} job */
export function kindWords(job) {
  return KINDS[job.kind] ?? job.kind;
}

/** What a job is called. @param {Job} job */
export function jobTitle(job) {
  return oneLine(job.label || job.event || kindWords(job));
}

/** Who queued a job, where and when. @param {Job} job @param {Way} way */
export function jobOrigin(job, way) {
  const parts = [job.event ? `on '${job.event}'` : job.kind === 'timeout' ? '' : kindWords(job)];
  if (job.due !== undefined) parts.push(`due ${round(job.due)} ms`);
  const where = way.files.brief(job.at);
  if (where) parts.push(where);
  return parts.filter(Boolean).join(', ');
}

/** @param {number} millis */
export function round(millis) {
  return String(Math.round(millis * 100) / 100);
}

/** @param {States} states @param {Way} way @param {number} step @param {string} asking @returns {Moment} */
export function momentAt(states, way, step, asking) {
  const state = states.at(step);
  const job = state.running ? way.jobs.get(state.running) ?? state.jobs[state.running] : undefined;
  const idle = !job && state.top === 0;
  return {
    step, state, way, asking, changes: changesOf(way.trace, step),
    runningKind: job ? QUEUE_ONE[job.queue] ?? job.queue : idle ? 'nothing runs' : 'main script',
    running: job ? jobTitle(job) : idle ? 'nothing' : 'main script',
    runningWords: job ? jobOrigin(job, way) : idle ? 'Node is choosing' : way.trace.main,
    queueMark: job ? markOfQueue(job.queue) : phaseMark(state.phase),
  };
}
