import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf } from '../src/recording/changes.js';
import { merge } from '../src/recording/merge.js';
import { States } from '../src/recording/states.js';
import { longTrace } from './long-trace.js';
import { orderTrace } from './order-trace.js';

/** The slow way, which nobody can get wrong. @param {Record<string, any>[]} steps */
function everyState(steps) {
  const all = [];
  let state = {};
  for (const patch of steps) all.push(state = structuredClone(slow(state, patch)));
  return all;
}

/** @param {any} target @param {any} patch @returns {any} */
function slow(target, patch) {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const out = new Map(Object.entries(typeof target === 'object' && !Array.isArray(target) ? target ?? {} : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) out.delete(key);
    else out.set(key, slow(out.get(key), value));
  }
  return Object.fromEntries(out);
}

/** @param {unknown} state */
const plain = (state) => JSON.parse(JSON.stringify(state, (key, value) => (key === 'functions' ? undefined : value)));

test('every step has the state that all patches up to it make, in whatever order steps are asked for', () => {
  const trace = longTrace(700, 9);
  const expected = everyState(trace.steps);
  const states = new States(trace);
  let at = 350;
  for (let i = 0; i < 2000; i++) {
    at = (at * 7919 + 13 * i) % 700;
    assert.deepEqual(plain(states.at(at)), plain(expected[at]), `step ${at}`);
  }
});

test('a step back is the state that was there before', () => {
  const states = new States(orderTrace);
  const forth = orderTrace.steps.map((_, i) => plain(states.at(i)));
  for (let i = forth.length - 1; i >= 0; i--) assert.deepEqual(plain(states.at(i)), forth[i]);
});

test('a state that was given out is never changed by going on', () => {
  const states = new States(orderTrace);
  const early = states.at(3);
  const text = JSON.stringify(early);
  for (let i = 4; i < orderTrace.steps.length; i++) states.at(i);
  assert.equal(JSON.stringify(early), text);
});

test('a key frame is taken instead of the way there', () => {
  const trace = longTrace(1200, 5);
  const whole = plain(new States(trace).at(1000));
  const unreadable = trace.steps.map((patch, i) => (i > 0 && i <= 1000 ? new Proxy({}, { ownKeys() { throw new Error('read'); } }) : patch));
  const states = new States({ ...trace, steps: unreadable, frames: { 1000: whole } });
  assert.deepEqual(plain(states.at(1000)), whole);
  assert.equal(states.at(1100).scopes[2].vars?.i, 1100);
});

test('names of the program are only names', () => {
  const patch = JSON.parse('{"objects":{"1":{"props":{"__proto__":{"polluted":true},"constructor":"c"}}}}');
  const state = merge({}, patch, new Set());
  assert.equal(Object.getPrototypeOf(state.objects[1].props), null);
  assert.deepEqual(Object.keys(state.objects[1].props), ['__proto__', 'constructor']);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test('what a step changed is what its patch names', () => {
  const written = orderTrace.steps.findIndex(({ scopes }) => scopes?.[2]?.vars?.n === 2);
  assert.deepEqual([...changesOf(orderTrace, written).scopes.get(2)?.paths ?? []], ['vars.n']);
  assert.equal(changesOf(orderTrace, 0).scopes.size, 0);
});
