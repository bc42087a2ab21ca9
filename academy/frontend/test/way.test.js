import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Declarations } from '../src/recording/declarations.js';
import { eitherOrder, openSpan } from '../src/recording/either.js';
import { Files } from '../src/recording/files.js';
import { States } from '../src/recording/states.js';
import { Way, lastUpTo, nextStop } from '../src/recording/way.js';
import { orderTrace } from './order-trace.js';

const files = new Files(orderTrace);
const way = new Way(orderTrace, files);
const states = new States(orderTrace);

test('each size of step stops where its name says, both ways', () => {
  assert.deepEqual(way.stopsOf('console').map((step) => orderTrace.console.find((line) => line.step === step)?.text.trim()),
    ['script 1', 'tick 2', 'mail', 'micro 3', 'timer 4', 'immediate 5', 'exit']);
  for (const size of /** @type {const} */ (['line', 'call', 'job', 'console'])) {
    const stops = way.stopsOf(size);
    for (let i = 1; i < stops.length; i++) {
      assert.equal(nextStop(stops, stops[i - 1], 1), stops[i], size);
      assert.equal(nextStop(stops, stops[i], -1), stops[i - 1], size);
    }
  }
  assert.ok(way.stopsOf('job').length < way.stopsOf('call').length);
  assert.equal(nextStop(way.stopsOf('step'), orderTrace.steps.length - 1, 1), undefined);
});

test('the writes of a variable are the steps after which it has another value', () => {
  assert.deepEqual(way.writes(2, 'n').map((step) => states.at(step).scopes[2].vars?.n), [['uninitialized'], 0, 1, 2, 3, 4, 5]);
});

test('a queue knows since when it is empty, and that it never was used', () => {
  const tickRuns = way.running.indexOf(6);
  assert.equal(way.emptySince('tick', tickRuns), tickRuns);
  assert.equal(way.emptySince('tick', tickRuns - 1), undefined);
  assert.equal(way.emptySince('poll', 40), undefined);
});

test('either order is said while a timer of 1 ms and an immediate wait for the loop, and not after', () => {
  const loop = way.phase.indexOf('timers');
  assert.match(eitherOrder(way, { state: states.at(loop - 1), step: loop - 1 }) ?? '', /either order is legal/);
  assert.equal(eitherOrder(way, { state: states.at(loop), step: loop }), undefined);
  assert.equal(eitherOrder(way, { state: states.at(3), step: 3 }), undefined);
  const [from, to] = openSpan(way, states) ?? [];
  assert.deepEqual([way.phase[from ?? 0], way.phase[(to ?? 1) - 1]], ['timers', 'check']);
});

test('a variable stands at the line that declares it', () => {
  const declared = new Declarations(files, way);
  const line = (/** @type {number} */ scope, /** @type {string} */ name) => declared.of(scope, states.at(30).scopes[scope] ?? states.at(2).scopes[scope], name)?.line;
  assert.equal(line(2, 'start'), 6);
  assert.equal(line(2, 'n'), 7);
  assert.equal(line(1, 'next'), 11);
  assert.equal(line(1, 'job'), 12);
  assert.equal(line(1, 'counter'), 6);
});

test('the last number up to a limit is found', () => {
  assert.deepEqual([lastUpTo([], 3), lastUpTo([4, 6], 3), lastUpTo([4, 6], 4), lastUpTo([4, 6], 9)], [-1, -1, 0, 1]);
});
