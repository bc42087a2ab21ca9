// The state at any step: from the nearest one known before it, patch by patch.

import { merge } from './merge.js';

/** @typedef {import('./format.js').Trace} Trace @typedef {import('./format.js').State} State */

const APART = 50;
const KEPT = 64;

export class States {
  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
    /** @type {Map<number, State>} the last ones that were asked for */
    this.recent = new Map();
    /** @type {Map<number, State>} one every so often, wherever somebody came by */
    this.posts = new Map();
  }

  get length() {
    return this.trace.steps.length;
  }

  /** @param {number} step @returns {State} */
  at(step) {
    const known = this.recent.get(step) ?? this.posts.get(step) ?? this.roll(step);
    this.recent.delete(step);
    this.recent.set(step, known);
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= KEPT) break;
      this.recent.delete(oldest);
    }
    return known;
  }

  /** @param {number} step */
  roll(step) {
    let [from, state] = this.before(step);
    let owned = new Set();
    for (let i = from + 1; i <= step; i++) {
      state = merge(state, this.trace.steps[i], owned);
      if (i % APART !== 0) continue;
      this.posts.set(i, state);
      owned = new Set();
    }
    return state;
  }

  /** The nearest known state at or before a step. @param {number} step @returns {[number, State]} */
  before(step) {
    for (let i = step; i > 0 && i > step - APART; i--) {
      const known = this.recent.get(i);
      if (known) return [i, known];
    }
    for (let i = step - (step % APART); i > 0; i -= APART) {
      const known = this.posts.get(i) ?? this.frame(i);
      if (known) return [i, known];
    }
    return [0, this.posts.get(0) ?? this.keep(0, this.trace.steps[0])];
  }

  /** @param {number} step */
  frame(step) {
    const whole = this.trace.frames[step];
    return whole === undefined ? undefined : this.keep(step, whole);
  }

  /** @param {number} step @param {Record<string, any>} whole */
  keep(step, whole) {
    const state = merge({}, whole, new Set());
    state.functions = this.trace.functions;
    this.posts.set(step, state);
    return state;
  }
}
