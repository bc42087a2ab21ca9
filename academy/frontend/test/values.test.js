import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graphOf } from '../src/recording/graph.js';
import { Files } from '../src/recording/files.js';
import { layout } from '../src/recording/layout.js';
import { changesOf } from '../src/recording/changes.js';
import { States } from '../src/recording/states.js';
import { preview, rowsOf, show } from '../src/recording/values.js';
import { Way } from '../src/recording/way.js';
import { longTrace } from './long-trace.js';
import { orderTrace } from './order-trace.js';

/** @param {Record<string, any>} objects @returns {any} */
const holding = (objects) => ({ objects });

test('every kind of value of the format has words', () => {
  const state = holding({ 5: { kind: 'object', class: 'Job' } });
  /** @type {[any, string][]} */
  const words = [['it\'s', '"it\'s"'], [1.5, '1.5'], [true, 'true'], [['undefined'], 'undefined'], [['null'], 'null'], [['-0'], '-0'], [['NaN'], 'NaN'], [['bigint', '12'], '12n'],
    [['symbol', 'Symbol(a)'], 'Symbol(a)'], [['ref', 5], 'Job'], [['uninitialized'], 'not initialised'], [['cut', 'abc', 9], "'abc' 9 characters"], [['native', 'isArray'], 'ƒ isArray'],
    [['accessor', ['ref', 1], ['undefined']], 'getter'], [['ref', 99], 'an object']];
  for (const [value, text] of words) assert.equal(show(value, state), text);
});

test('an object is shown in one short line by what it holds', () => {
  const state = holding({ 1: { kind: 'object', class: 'Object', props: { a: 1, b: ['ref', 2] } }, 2: { kind: 'array', class: 'Array', props: { 0: 1, 1: 'x' } }, 3: { kind: 'object', class: 'Object', props: {} } });
  assert.equal(preview(['ref', 1], state), '{ a: 1, b: Array(2) }');
  assert.equal(preview(['ref', 2], state), "[1, 'x']");
  assert.equal(preview(['ref', 3], state), '{}');
});

test('maps, promises and what was left out have lines', () => {
  const state = holding({ 1: { kind: 'map', class: 'Map', entries: { 0: ['k', 2] }, more: 7 }, 2: { kind: 'promise', class: 'Promise', state: 'rejected', result: 'no', reactions: 1 } });
  assert.deepEqual(rowsOf(1, state).map(({ key, text }) => [key, text]), [["'k'", '2'], ['and 7 more, not recorded', '']]);
  assert.deepEqual(rowsOf(2, state).map(({ key, text }) => [key, text]), [['state', 'rejected'], ['reason', "'no'"], ['waiting for it', '1']]);
});

test('a closure at rest has a box, below the function that holds it', () => {
  const way = new Way(orderTrace, new Files(orderTrace));
  const state = new States(orderTrace).at(28);
  const { nodes } = graphOf(state, way);
  assert.equal(nodes.get('scope 2')?.holder, 8);
  const { boxes } = layout(state, way, changesOf(orderTrace, 28), { open: new Set(), more: new Map() });
  const [held, scope] = [boxes.get('object 8'), boxes.get('scope 2')];
  assert.ok(held && scope && held.left === scope.left && scope.top > held.top);
  assert.deepEqual(scope?.rows.map(({ key, text }) => [key, text]), [['start', '0'], ['n', '2']]);
});

test('the program’s own prototypes are drawn, those every object has are not', () => {
  const way = new Way(orderTrace, new Files(orderTrace));
  const { nodes } = graphOf(new States(orderTrace).at(30), way);
  assert.ok(nodes.has('object 6'), 'Job.prototype');
  assert.ok(nodes.has('object 2'), 'Object.prototype at its end');
  assert.ok(!nodes.has('object 3'), 'Function.prototype');
});

test('a box stays where it was from step to step, and no boxes overlap', () => {
  const way = new Way(orderTrace, new Files(orderTrace));
  const states = new States(orderTrace);
  /** @type {Map<string, number>} */
  let before = new Map();
  for (let step = 12; step < 44; step++) {
    const { boxes } = layout(states.at(step), way, changesOf(orderTrace, step), { open: new Set(), more: new Map() });
    const all = [...boxes.values()];
    for (const a of all) for (const b of all) assert.ok(a === b || a.left !== b.left || a.top + a.height <= b.top || b.top + b.height <= a.top, `${a.key} and ${b.key} at ${step}`);
    const heap = new Map(all.filter(({ left }) => left > 500).map(({ key, top }) => [key, top]));
    for (const [key, top] of heap) if (before.has(key) && heap.size === before.size) assert.equal(top, before.get(key), `${key} at ${step}`);
    before = heap;
  }
});

test('of many objects a few are drawn, what has just changed among them, and the rest is counted', () => {
  const trace = longTrace(400, 300);
  const way = new Way(trace, new Files(trace));
  const { boxes, folded } = layout(new States(trace).at(390), way, changesOf(trace, 390), { open: new Set(), more: new Map() });
  assert.ok(boxes.has(`object ${10 + (390 % 300)}`));
  const objects = [...boxes.keys()].filter((key) => key.startsWith('object'));
  assert.equal(objects.length + folded.reduce((sum, { count }) => sum + count, 0), 301);
  assert.ok(objects.length < 30);
});
