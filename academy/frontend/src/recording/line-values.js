// The values that stand at the ends of the program's lines: what the running frame sees, and what closures hold at rest.

import { chain, holds } from './stack.js';
import { preview, show } from './values.js';

/** @typedef {import('./moment.js').Moment} Moment @typedef {import('./declarations.js').Declarations} Declarations */
/** @typedef {{ name: string, text: string, rests: boolean, fresh: boolean }} AtLine */

const MOST = 3;

/** @param {Moment} moment @param {Declarations} declarations @param {number} file @returns {Map<number, AtLine[]>} */
export function valuesAtLines(moment, declarations, file) {
  /** @type {Map<number, AtLine[]>} */
  const lines = new Map();
  for (const [id, rests] of scopesToShow(moment)) {
    const scope = moment.state.scopes[id];
    const paths = moment.changes.scopes.get(id)?.paths;
    for (const [name, value] of Object.entries(scope.vars ?? {})) {
      if ((Array.isArray(value) && value[0] === 'uninitialized') || namesItself(value, name, moment)) continue;
      const place = declarations.of(id, scope, name);
      if (!place || place.file !== file) continue;
      const at = lines.get(place.line) ?? [];
      if (at.length < MOST) at.push({ name, text: preview(value, moment.state, 28), rests, fresh: !moment.asking && paths?.has(`vars.${name}`) === true });
      lines.set(place.line, at);
    }
  }
  return shortened(lines);
}

/** A declared function or class says at its line what it is. @param {import('./format.js').Value} value @param {string} name @param {Moment} moment */
function namesItself(value, name, { state }) {
  const text = show(value, state, 200);
  return text === `ƒ ${name}` || text === `class ${name}`;
}

/** The scopes the running code sees; then those at rest, the newest first. @param {Moment} moment @returns {[number, boolean][]} */
function scopesToShow({ state }) {
  const seen = chain(state.calls[state.top]?.scope ?? outermost(state), state);
  const resting = Object.keys(state.scopes).map(Number)
    .filter((id) => !seen.includes(id) && state.scopes[id].closed && holds(state.scopes[id])).reverse().slice(0, 40);
  return [...seen.map((id) => /** @type {[number, boolean]} */ ([id, false])), ...resting.map((id) => /** @type {[number, boolean]} */ ([id, true]))];
}

/** Between jobs nothing runs, and the outermost scope is what there is. @param {import('./format.js').State} state */
function outermost(state) {
  return Number(Object.keys(state.scopes).find((id) => ['module', 'script'].includes(state.scopes[Number(id)].kind)) ?? 0);
}

/** One value of a running frame alone at its line needs no name. @param {Map<number, AtLine[]>} lines */
function shortened(lines) {
  for (const [first, ...more] of lines.values()) {
    if (more.length === 0 && !first.rests) first.name = '';
  }
  return lines;
}
