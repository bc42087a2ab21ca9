// A recording written by hand, to the letter of docs/trace-format.md: a class, a closure, and one job in every queue.

import { examples } from '../src/playground/examples.js';

const text = examples[0].files['order.cjs'];

/** @type {[number, number, number][]} */
const spans = [[0, 0, text.length]];

/** The span of a piece of the text. @param {string} piece @param {string} [after] a piece that stands before it */
function at(piece, after = '') {
  const from = text.indexOf(piece, text.indexOf(after));
  if (from < 0) throw new Error(`the program has no ${piece}`);
  spans.push([0, from, from + piece.length]);
  return spans.length - 1;
}

const bodies = {
  next: '() => ++n', timer: "() => console.log('timer', next())", immediate: "() => console.log('immediate', next())",
  exit: "() => console.log('exit')", then: '(j) => j.run()', micro: "() => console.log('micro', next())", tick: "() => console.log('tick', next())",
};
const functions = [
  { name: 'order.cjs', kind: 'script', span: 0 },
  { name: 'Job', kind: 'class', span: at('constructor(name) { this.name = name; }') },
  { name: 'run', kind: 'method', span: at('run() { console.log(this.name); }') },
  { name: 'counter', kind: 'function', span: at('function counter(start) {\n  let n = start;\n  return () => ++n;\n}') },
  ...Object.values(bodies).map((body) => ({ name: '', kind: 'arrow', span: at(body) })),
];
const indexOf = Object.fromEntries(Object.keys(bodies).map((name, i) => [name, i + 4]));
/** @type {Record<string, any>[]} */
const steps = [];
const printed = [];
const step = (/** @type {string} */ event, /** @type {number} */ span, /** @type {Record<string, any>} */ patch = {}) => steps.push({ event, at: span, ...patch });
const ref = (/** @type {number} */ id) => ['ref', id];
const print = (/** @type {string} */ line) => printed.push({ step: steps.length - 1, stream: 'out', text: `${line}\n` });

step('statement', at('class Job {'), {
  top: 1, calls: { 1: { function: 0, at: 1, scope: 1, this: ref(1), began: 0 } },
  scopes: { 1: { kind: 'module', name: 'order.cjs', call: 1, vars: { Job: ['uninitialized'], counter: ref(4), next: ['uninitialized'], job: ['uninitialized'] } } },
  objects: {
    1: { kind: 'object', class: 'Object', proto: 2, props: {} }, 2: { kind: 'intrinsic', class: 'Object.prototype' }, 3: { kind: 'intrinsic', class: 'Function.prototype' },
    4: { kind: 'function', class: 'Function', proto: 3, props: { name: 'counter' }, hidden: { name: true }, function: 3, scope: 1 },
  },
  jobs: {}, running: 0, phase: 'script', clock: 0, why: 'The main script runs first, from its first line to its last.',
});
step('statement', at('const next = counter(0);'), { scopes: { 1: { vars: { Job: ref(5) } } }, objects: {
  5: { kind: 'class', class: 'Function', proto: 3, props: { name: 'Job', prototype: ref(6) }, hidden: { name: true, prototype: true }, function: 1, scope: 1 },
  6: { kind: 'object', class: 'Job.prototype', proto: 2, props: { constructor: ref(5), run: ref(7) }, hidden: { constructor: true, run: true } },
  7: { kind: 'function', class: 'Function', proto: 3, props: { name: 'run' }, hidden: { name: true }, function: 2, scope: 1, home: 6 },
} });
step('call', at('let n = start;'), { top: 2, calls: { 1: { at: steps.at(-1)?.at }, 2: { function: 3, at: spans.length - 1, scope: 2, this: ref(1), caller: 1, began: 2 } },
  scopes: { 2: { kind: 'function', name: 'counter', outer: 1, call: 2, vars: { start: 0, n: ['uninitialized'] } } }, why: '`counter` was called at line 11.' });
step('statement', at('return () => ++n;'), { scopes: { 2: { vars: { n: 0 } } } });
step('return', spans.length - 1, { returned: ref(8), objects: { 8: { kind: 'function', class: 'Function', proto: 3, props: { name: '' }, hidden: { name: true }, function: indexOf.next, scope: 2 } } });
step('statement', at("const job = new Job('mail');"), { top: 1, calls: { 1: { at: spans.length - 1 }, 2: null }, scopes: { 1: { vars: { next: ref(8) } }, 2: { closed: true } }, returned: null, why: 'The next line of the main script.' });
step('call', at('this.name = name;'), { top: 3, calls: { 3: { function: 1, at: spans.length - 1, scope: 3, this: ref(9), caller: 1, began: 6 } },
  scopes: { 3: { kind: 'function', name: 'Job', outer: 1, call: 3, vars: { name: 'mail' } } }, objects: { 9: { kind: 'object', class: 'Job', proto: 6, props: {} } }, why: '`new Job` was called at line 12.' });
step('return', spans.length - 1, { returned: ref(9), objects: { 9: { props: { name: 'mail' } } } });

const queued = { at: 0 };
/** One more job waits. @param {number} id @param {string} queue @param {string} kind @param {keyof typeof bodies} body @param {string} call @param {Record<string, any>} more */
function queue(id, queue, kind, body, call, more = {}) {
  const patch = { jobs: { [id]: { queue, kind, call: ref(20 + id), label: bodies[body], at: queued.at, step: steps.length - 1, ...more } },
    objects: { [20 + id]: { kind: 'function', class: 'Function', proto: 3, props: { name: '' }, hidden: { name: true }, function: indexOf[body], scope: 1 } } };
  queued.at = at(call);
  step('statement', queued.at, patch);
}

queued.at = at("setTimeout(() => console.log('timer', next()), 0);");
step('statement', queued.at, { top: 1, calls: { 3: null, 1: { at: queued.at } }, scopes: { 3: null, 1: { vars: { job: ref(9) } } }, returned: null, why: 'The next line of the main script.' });
queue(1, 'timer', 'timeout', 'timer', "setImmediate(() => console.log('immediate', next()));", { due: 1 });
queue(2, 'immediate', 'immediate', 'immediate', "process.on('exit', () => console.log('exit'));");
queue(3, 'listener', 'listener', 'exit', 'Promise.resolve(job)\n  .then((j) => j.run());', { event: 'exit' });
queue(4, 'micro', 'reaction', 'then', "queueMicrotask(() => console.log('micro', next()));");
queue(5, 'micro', 'microtask', 'micro', "process.nextTick(() => console.log('tick', next()));");
queue(6, 'tick', 'tick', 'tick', "console.log('script', next());");
const increment = at('++n', 'return');

/** A function calls `next` and prints. @param {number} call @param {number} caller @param {number} span @param {number} n @param {string} word */
function count(call, caller, span, n, word) {
  step('call', increment, { top: call, calls: { [caller]: { at: span }, [call]: { function: indexOf.next, at: increment, scope: 2, this: ref(1), caller, began: steps.length } } });
  step('return', increment, { returned: n, scopes: { 2: { vars: { n } } } });
  step('console', span, { top: caller, calls: { [call]: null }, returned: null });
  print(`${word} ${n}`);
}

/** A job begins. @param {number} id @param {string} phase @param {number} call @param {keyof typeof bodies} body @param {string} expression @param {string} why @param {Record<string, any>} more */
function begin(id, phase, call, body, expression, why, more = {}) {
  const span = at(expression, bodies[body]);
  step('job', span, { top: call, running: id, phase, jobs: { [id]: null }, why, calls: { [call]: { function: indexOf[body], at: span, scope: 1, began: steps.length } }, ...more });
  return span;
}

/** Nothing runs any more. @param {number} call @param {number} span */
function ended(call, span) {
  step('return', span, { top: 0, calls: { [call]: null }, running: 0, returned: ['undefined'] });
}

count(4, 1, at("console.log('script', next())"), 1, 'script');
step('end', 0, { top: 0, calls: { 1: null }, why: 'The main script has ended; `process.nextTick` callbacks come first.' });
const tick = begin(6, 'tick', 5, 'tick', "console.log('tick', next())", 'nextTick callbacks run as soon as the script has ended, before promises.', { returned: null });
count(6, 5, tick, 2, 'tick');
ended(5, tick);
const then = begin(4, 'micro', 7, 'then', 'j.run()', 'Microtasks are drained to the last before Node looks at timers.', {
  returned: null, scopes: { 4: { kind: 'function', name: '', outer: 1, call: 7, vars: { j: ref(9) } } },
});
/** @type {any} */ (steps.at(-1)).calls[7].scope = 4;
const logName = at('console.log(this.name)');
step('call', at('this.name', 'run()'), { top: 8, calls: { 8: { function: 2, at: logName, scope: 5, this: ref(9), caller: 7, began: steps.length } },
  scopes: { 5: { kind: 'function', name: 'run', outer: 1, call: 8 } },
  why: "When `run` returns, this job ends and `() => console.log('micro', …)` runs: microtasks are drained to the last before Node looks at timers." });
step('console', logName);
print('mail');
step('return', logName, { top: 7, calls: { 8: null }, scopes: { 5: null }, returned: ['undefined'] });
ended(7, then);
const micro = begin(5, 'micro', 9, 'micro', "console.log('micro', next())", 'There is one more microtask, and microtasks are drained to the last.', { returned: null, scopes: { 4: null } });
count(10, 9, micro, 3, 'micro');
ended(9, micro);
const timer = begin(1, 'timers', 11, 'timer', "console.log('timer', next())", 'No tick and no microtask waits any more: the loop looks at its timers, and this one is due.', { returned: null, clock: 1 });
count(12, 11, timer, 4, 'timer');
ended(11, timer);
const immediate = begin(2, 'check', 13, 'immediate', "console.log('immediate', next())", 'After timers and poll the loop runs what `setImmediate` queued.', { returned: null });
count(14, 13, immediate, 5, 'immediate');
ended(13, immediate);
const exit = begin(3, 'exit', 15, 'exit', "console.log('exit')", "Nothing is left to do: the process emits 'exit'.", { returned: null });
step('console', exit);
print('exit');
step('end', 0, { top: 0, calls: { 15: null }, running: 0, why: 'The program has ended.' });

/** @type {import('../src/recording/format.js').Trace} */
export const orderTrace = {
  schema: 1, node: 'v24.21.0', main: 'order.cjs', files: [{ name: 'order.cjs', text }], functions, spans, console: printed, steps, frames: {},
  limits: { steps: 10000, depth: 2000, objects: 2000, properties: 100, text: 1000 }, end: { exit: 0, by: 'finished', recorded: steps.length, ran: steps.length },
};
