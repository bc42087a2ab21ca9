// Questions about code that is entered: what is `this`, and which variable of that name is meant?

import { choicesOf } from './questions.js';
import { pieces } from './source.js';
import { FILES, chain, oneLine, scopeTitle } from './stack.js';
import { preview, refOf, show } from './values.js';

/** @typedef {import('./questions.js').Question} Question @typedef {import('./questions.js').Choice} Choice */
/** @typedef {import('./states.js').States} States @typedef {import('./way.js').Way} Way @typedef {import('./format.js').State} State */
/** @typedef {import('./format.js').Value} Value @typedef {import('./format.js').Call} Call */

/** Asked before a call whose code speaks of `this`. @param {States} states @param {Way} way @param {number} step @returns {Question | undefined} */
export function thisQuestion(states, way, step) {
  const state = states.at(step);
  const call = state.calls[state.top];
  const made = way.trace.functions[call?.function ?? -1];
  if (!call || call.this === undefined || !made || FILES.has(made.kind) || !/\bthis\b/.test(way.files.text(made.span))) return undefined;
  if (states.at(step - 1).calls[state.top] || way.event[step] === 'resume' || lost(call.this, state)) return undefined;
  const right = { text: preview(call.this, state), right: true };
  const choices = choicesOf(right, wrongThis(call, state));
  if (!choices) return undefined;
  const text = `\`${calling(made, way)}\` is called next. What is \`this\` in it?`;
  return { step: step - 1, kind: 'this', text, choices, because: becauseThis(made.kind, call) };
}

/** Whether an object was left out of the recording. @param {Value} value @param {State} state */
function lost(value, state) {
  const id = refOf(value);
  return id !== undefined && !state.objects[id];
}

/** @param {import('./format.js').Trace['functions'][number]} made @param {Way} way */
function calling({ name, kind, span }, way) {
  if (!name) return oneLine(way.files.text(span)).slice(0, 40);
  return kind.includes('class') || kind.includes('constructor') ? `new ${name}()` : `${name}()`;
}

/** @param {Call} call @param {State} state @returns {Choice[]} */
function wrongThis(call, state) {
  const choice = (/** @type {Value | undefined} */ value, /** @type {string} */ model) =>
    (value === undefined ? [] : [{ text: preview(value, state), right: false, model }]);
  const home = homeOf(call, state);
  const around = state.calls[call.caller ?? 0]?.this;
  return [...choice(home, 'place-of-definition'), ...choice(around, 'callers-this'),
    { text: 'undefined', right: false, model: 'this-is-lost' }, { text: 'globalThis', right: false, model: 'global-this' }];
}

/** An object the function was written in or for. @param {Call} call @param {State} state @returns {Value | undefined} */
function homeOf(call, state) {
  for (const thing of Object.values(state.objects)) {
    if (thing.function !== call.function || thing.home === undefined) continue;
    const home = typeof thing.home === 'number' ? thing.home : refOf(thing.home);
    if (home === undefined) continue;
    const instance = Object.keys(state.objects).map(Number).find((id) => state.objects[id].proto === home && id !== refOf(call.this));
    return ['ref', instance ?? home];
  }
  return undefined;
}

/** @param {string} kind @param {Call} call */
function becauseThis(kind, call) {
  if (kind.includes('arrow')) return 'An arrow function has no `this` of its own: it is that of the code around it.';
  if (Array.isArray(call.this) && call.this[0] === 'uninitialized') return 'In a class that extends another there is no `this` until `super()` has returned.';
  if (refOf(call.this) === undefined) return 'Nothing stands before the dot of this call, and strict code then leaves `this` undefined.';
  return 'It is what the call gives: what stands before the dot, a new object after `new`, or what the function was bound to.';
}

/** Asked where a name is used that several scopes hold. @param {States} states @param {Way} way @param {number} step @returns {Question | undefined} */
export function bindingQuestion(states, way, step) {
  if (way.event[step] !== 'statement' && way.event[step] !== 'expression') return undefined;
  const state = states.at(step);
  const seen = chain(state.calls[state.top]?.scope ?? 0, state);
  if (seen.length < 2) return undefined;
  const text = way.files.text(state.at);
  for (const name of namesIn(text)) {
    const right = seen.find((id) => Object.hasOwn(state.scopes[id].vars ?? {}, name));
    const made = right === undefined ? undefined : questionFor(name, right, seen, state, way, step);
    if (made) return made;
  }
  return undefined;
}

/** @param {string} name @param {number} right @param {number[]} seen @param {State} state @param {Way} way @param {number} step @returns {Question | undefined} */
function questionFor(name, right, seen, state, way, step) {
  const others = Object.keys(state.scopes).map(Number).filter((id) => id !== right && Object.hasOwn(state.scopes[id].vars ?? {}, name));
  const value = (/** @type {number} */ id) => JSON.stringify(state.scopes[id].vars?.[name]);
  if (!others.some((id) => value(id) !== value(right))) return undefined;
  const words = (/** @type {number} */ id) => `${scopeTitle(id, state, way)}: ${show(state.scopes[id].vars?.[name], state, 24)}`;
  const callers = chain(state.calls[state.calls[state.top]?.caller ?? 0]?.scope ?? 0, state);
  const model = (/** @type {number} */ id) => (seen.includes(id) ? 'outermost' : callers.includes(id) ? 'dynamic-scope' : 'one-closure');
  const choices = choicesOf({ text: words(right), right: true }, others.map((id) => ({ text: words(id), right: false, model: model(id) })));
  const line = way.line(step);
  const because = `A name is looked up outward from where the code was written, and \`${scopeTitle(right, state, way)}\` is the first scope that has \`${name}\`.`;
  return choices && { step, kind: 'binding', text: `Which \`${name}\` does line ${line} mean?`, choices, because };
}

/** The plain names in a piece of code, without properties and keys. @param {string} text */
function namesIn(text) {
  const found = pieces(text).filter(({ kind, from, to }) => (kind === 'i' || kind === 'f') && text[from - 1] !== '.' && !/^\s*:/.test(text.slice(to)));
  return new Set(found.map(({ from, to }) => text.slice(from, to)));
}
