// A long recording made by rule: a loop that fills a heap, with a timer and a microtask every so often.

/** @param {number} length @param {number} things @returns {import('../src/recording/format.js').Trace} */
export function longTrace(length, things) {
  const text = 'const all = [];\nfor (let i = 0; i < 10000; i++) {\n  all.push({ i });\n}\n';
  const spans = /** @type {[number, number, number][]} */ ([[0, 0, text.length], [0, 0, 15], [0, 52, 68]]);
  /** @type {Record<string, any>} */
  const objects = { 1: { kind: 'array', class: 'Array', proto: 2, props: {} }, 2: { kind: 'intrinsic', class: 'Array.prototype' }, 3: { kind: 'intrinsic', class: 'Object.prototype' } };
  const steps = [/** @type {Record<string, any>} */ ({
    event: 'statement', at: 1, top: 1, calls: { 1: { function: 0, at: 1, scope: 1, began: 0 } }, objects, jobs: {}, running: 0, phase: 'script', clock: 0, why: 'The main script runs first.',
    scopes: { 1: { kind: 'module', name: 'long.cjs', vars: { all: ['ref', 1] } } },
  })];
  for (let i = 1; i < length; i++) steps.push(round(i, things));
  return {
    schema: 1, node: 'v24.21.0', main: 'long.cjs', files: [{ name: 'long.cjs', text }], functions: [{ name: 'long.cjs', kind: 'script', span: 0 }], spans,
    console: steps.flatMap(({ event }, step) => (event === 'console' ? [{ step, stream: 'out', text: `round ${step}\n` }] : [])), steps, frames: {},
    limits: { steps: length }, end: { exit: 0, by: 'finished', recorded: length, ran: length },
  };
}

/** @param {number} i @param {number} things @returns {Record<string, any>} */
function round(i, things) {
  const id = 10 + (i % things);
  /** @type {Record<string, any>} */
  const patch = { event: i % 20 === 0 ? 'console' : 'statement', at: 2, scopes: { 2: { kind: 'block', outer: 1, call: 1, vars: { i } } }, calls: { 1: { at: 2, scope: 2 } } };
  patch.objects = { [id]: { kind: 'object', class: 'Object', proto: 3, props: { i } }, 1: { props: { [i % things]: ['ref', id] } } };
  if (i % 50 === 0) patch.jobs = { [i]: { queue: i % 100 ? 'micro' : 'timer', kind: i % 100 ? 'reaction' : 'timeout', label: '() => {}', at: 2, step: i, ...(i % 100 ? {} : { due: i }) } };
  if (i % 50 === 25) Object.assign(patch, { jobs: { [i - 25]: null }, running: i - 25, phase: (i - 25) % 100 ? 'micro' : 'timers' });
  return patch;
}
