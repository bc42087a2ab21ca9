// The call stack and the scopes its frames see, innermost first.

import { clip } from './values.js';

/** @typedef {import('./format.js').State} State @typedef {import('./format.js').Scope} Scope */
/** @typedef {import('./format.js').Value} Value @typedef {import('./files.js').Files} Files @typedef {import('./way.js').Way} Way */
/** @typedef {{ id: number, title: string, note: string, scope: number, awaiting?: boolean }} Frame */

export const FILES = new Set(['script', 'module', 'program']);
const OUTERMOST = new Set(['module', 'script', 'global']);

/** The frames that run, the current one first; then those that wait for an `await`. @param {State} state @param {Way} way @returns {Frame[]} */
export function framesOf(state, way) {
  const frames = [];
  const seen = new Set();
  for (let id = state.top; id && state.calls[id] && !seen.has(id); id = state.calls[id].caller ?? 0) {
    seen.add(id);
    frames.push(frame(id, state, way));
  }
  const bottom = frames.at(-1)?.id ?? 0;
  for (let id = state.calls[bottom]?.awaits; id && !seen.has(id); id = state.calls[id]?.awaits) {
    seen.add(id);
    frames.push({ ...frame(id, state, way), awaiting: true });
  }
  return frames;
}

/** @param {number} id @param {State} state @param {Way} way @returns {Frame} */
function frame(id, state, way) {
  const call = state.calls[id];
  const made = way.trace.functions[call?.function ?? way.functions.get(id) ?? -1];
  return { id, title: titleOf(made, way), note: call ? way.files.words(call.at) : '', scope: call?.scope ?? 0 };
}

/** @param {{ name: string, kind: string, span: number } | undefined} made @param {Way} way */
function titleOf(made, way) {
  if (!made) return way.trace.main;
  if (FILES.has(made.kind)) return made.name || way.trace.main;
  return made.name ? `${made.name}()` : oneLine(way.files.text(made.span));
}

/** Code on one line. @param {string} text */
export function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** A scope and those further out that hold anything. @param {number} scope @param {State} state */
export function chain(scope, state) {
  /** @type {number[]} */
  const found = [];
  for (let id = scope; id && state.scopes[id] && !found.includes(id); id = state.scopes[id].outer ?? 0) found.push(id);
  return found;
}

/** The next scope further out that holds anything. @param {number} scope @param {State} state */
export function outward(scope, state) {
  return chain(state.scopes[scope]?.outer ?? 0, state).find((id) => holds(state.scopes[id]));
}

/** @param {Scope} scope */
export function holds(scope) {
  return Object.keys(scope.vars ?? {}).length > 0;
}

/** The scopes that running frames see: each once, the outermost last. @param {Frame[]} frames @param {State} state @param {Way} way */
export function liveScopes(frames, state, way) {
  const all = new Set(frames.flatMap(({ scope }) => chain(scope, state)));
  const own = new Map(frames.map((frame) => [frame.scope, frame]));
  const shown = [...all].filter((id) => holds(state.scopes[id]) || thisOf(own.get(id), state, way) !== undefined);
  if (shown.length === 0) shown.push(...Object.keys(state.scopes).map(Number).filter((id) => OUTERMOST.has(state.scopes[id].kind)));
  return shown.sort((a, b) => Number(OUTERMOST.has(state.scopes[a].kind)) - Number(OUTERMOST.has(state.scopes[b].kind)));
}

/** The `this` of a frame whose code speaks of it. @param {Frame | undefined} frame @param {State} state @param {Way} way @returns {Value | undefined} */
export function thisOf(frame, state, way) {
  const call = frame && state.calls[frame.id];
  if (!call || call.this === undefined) return undefined;
  const { kind = '', span } = way.trace.functions[call.function] ?? {};
  if (FILES.has(kind)) return undefined;
  return /\bthis\b|\bsuper\b/.test(way.files.text(span)) ? call.this : undefined;
}

/** @param {number} id @param {State} state @param {Way} way */
export function scopeTitle(id, state, way) {
  const scope = state.scopes[id];
  if (scope.name) return scope.kind === 'function' && scope.closed ? `${scope.name}()` : scope.name;
  if (scope.kind === 'function') {
    const made = way.trace.functions[way.functions.get(scope.call ?? way.makers.get(id) ?? 0) ?? -1];
    if (made) return made.name || clip(oneLine(way.files.text(made.span)), 40);
  }
  return scope.kind;
}
