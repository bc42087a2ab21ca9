import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Files } from '../src/recording/files.js';
import { instead } from '../src/recording/models.js';
import { questionsOf } from '../src/recording/questions.js';
import { States } from '../src/recording/states.js';
import { Way } from '../src/recording/way.js';
import { longTrace } from './long-trace.js';
import { orderTrace } from './order-trace.js';

const way = new Way(orderTrace, new Files(orderTrace));
const states = new States(orderTrace);
const questions = questionsOf(states, way);

test('each question has one right choice, at least one wrong one, and a word to each wrong model', () => {
  assert.ok(questions.length >= 4);
  for (const { choices, because } of questions) {
    assert.equal(choices.filter(({ right }) => right).length, 1);
    assert.ok(choices.length >= 2 && choices.length <= 4);
    assert.equal(new Set(choices.map(({ text }) => text)).size, choices.length);
    assert.ok(because.length > 0);
    for (const { right, model } of choices) assert.ok(right || instead(model ?? '').length > 0, model);
  }
});

test('what prints next is what the recording printed next; what would print is what wrong models expect', () => {
  const end = questions.find(({ text }) => text.startsWith('The script has ended'));
  const by = Object.fromEntries((end?.choices ?? []).map(({ text, right, model }) => [right ? 'right' : model, text]));
  assert.deepEqual(by, { right: 'tick 2', 'promises-before-ticks': 'mail', 'timers-before-microtasks': 'timer 4', 'immediate-at-once': 'immediate 5' });
});

test('the right answer of every question about order is what comes after it', () => {
  for (const { kind, step, choices } of questions) {
    const right = choices.find((choice) => choice.right)?.text;
    if (kind === 'prints') assert.equal(right, orderTrace.console.find((line) => line.step > step)?.text.trim());
    if (kind === 'queue') assert.equal(right, { tick: 'nextTick', micro: 'microtasks', timer: 'timers', immediate: 'immediates', listener: 'listeners' }[way.jobs.get(way.running[step + 1])?.queue ?? '']);
  }
});

test('nothing is asked where either order is legal', () => {
  const loop = way.phase.indexOf('timers');
  assert.ok(questions.every(({ step }) => step !== loop - 1));
});

test('this in a method is the object before the dot, and the place it was written is a wrong choice', () => {
  const question = questions.find(({ kind, text }) => kind === 'this' && text.includes('run()'));
  assert.equal(question?.choices.find(({ right }) => right)?.text, 'Job');
  assert.ok(question?.choices.some(({ model }) => model === 'place-of-definition'));
});

test('which variable is meant is asked where two scopes hold the name', () => {
  const trace = shadowed();
  const [question] = questionsOf(new States(trace), new Way(trace, new Files(trace)));
  assert.equal(question.kind, 'binding');
  assert.deepEqual(question.choices.map(({ text, right, model }) => [text, right, model]), [
    ["caller: 'caller'", false, 'dynamic-scope'], ["shadow.cjs: 'module'", true, undefined]]);
});

test('a long recording asks a few questions, not thousands, and few of its states are made for that', () => {
  const trace = longTrace(10_000, 40);
  const states = new States(trace);
  let looked = 0;
  const at = states.at.bind(states);
  states.at = (step) => {
    looked++;
    return at(step);
  };
  const found = questionsOf(states, new Way(trace, new Files(trace)));
  assert.ok(found.length <= 16);
  assert.ok(looked > 0 && looked < 1000, `${looked} states were looked at`);
});

/** A function reads `x` while its caller has an `x` of its own. @returns {import('../src/recording/format.js').Trace} */
function shadowed() {
  const text = "const x = 'module';\nfunction read() { return x; }\nfunction caller() { const x = 'caller'; return read(); }\ncaller();\n";
  const at = text.indexOf('return x');
  const steps = [{
    event: 'call', at: 0, top: 2, running: 0, phase: 'script', clock: 0, why: '', jobs: {}, objects: {},
    calls: { 1: { function: 0, at: 0, scope: 1 }, 2: { function: 1, at: 0, scope: 2, caller: 1 } },
    scopes: { 1: { kind: 'module', name: 'shadow.cjs', vars: { x: 'module' } }, 2: { kind: 'function', name: 'caller', outer: 1, call: 2, vars: { x: 'caller' } } },
  }, {
    event: 'statement', at: 1, top: 3, calls: { 3: { function: 2, at: 1, scope: 3, caller: 2 } }, scopes: { 3: { kind: 'function', name: 'read', outer: 1, call: 3, vars: {} } },
  }];
  return {
    ...orderTrace, main: 'shadow.cjs', files: [{ name: 'shadow.cjs', text }], spans: [[0, 0, text.length], [0, at, at + 9]], steps, console: [], frames: {},
    functions: [{ name: '', kind: 'script', span: 0 }, { name: 'caller', kind: 'function', span: 0 }, { name: 'read', kind: 'function', span: 0 }],
  };
}
