// A step in one sentence, for those who listen.

import { clip, preview } from './values.js';
import { oneLine } from './stack.js';
import { phaseWord } from './moment.js';

/** @typedef {import('./moment.js').Moment} Moment */

/** @type {Record<string, string>} */
const EVENTS = { call: 'called', return: 'returns', throw: 'throws', suspend: 'stops to wait', resume: 'goes on', job: 'a job begins', console: 'prints', end: 'the end' };

/** @param {Moment} moment */
export function spoken(moment) {
  const { state, step, way } = moment;
  const parts = [`Step ${step + 1} of ${way.phase.length}, ${phaseWord(state.phase)}`];
  const where = way.files.words(state.at);
  if (where) parts.push(`${where}: ${clip(oneLine(way.files.text(state.at)), 80)}`);
  const event = EVENTS[state.event];
  if (event) parts.push(state.returned === undefined ? event : `${event} ${preview(state.returned, state)}`);
  parts.push(...changed(moment), ...printed(moment));
  return `${parts.join('. ')}.`;
}

/** @param {Moment} moment */
function changed({ state, changes }) {
  const said = [];
  for (const [id, { paths }] of changes.scopes) {
    for (const path of paths) {
      const name = path.startsWith('vars.') ? path.slice(5) : undefined;
      const value = name === undefined ? undefined : state.scopes[id]?.vars?.[name];
      if (name !== undefined && value !== undefined) said.push(`${name} is ${preview(value, state)}`);
    }
  }
  return said.slice(0, 4);
}

/** @param {Moment} moment */
function printed({ step, way }) {
  return way.trace.console.filter((line) => line.step === step).map(({ text }) => `Printed: ${clip(text.trim(), 100)}`);
}
