// Takes a program to the playground and has it recorded there: the learner's own, what a failed check did, a lesson's snippet.

import { call, sentence } from './api.js';
import { announce, byId, pressed } from './dom.js';
import { complain } from './notices.js';
import { toFragment } from './playground/link.js';
import { filesOf } from './standing.js';

/** @typedef {import('./workspace.js').Workspace} Workspace @typedef {import('./playground/link.js').Program} Program */
/** @typedef {{ fragment: string, line: number, back: string, title: string }} Errand */

/** Under this name the playground finds why it was opened; a link cannot set it, so a link runs nothing. */
const ERRAND = 'backwright.errand';

/** @param {Workspace} workspace */
export function recordings(workspace) {
  const record = document.getElementById('record');
  const own = () => void go({ files: workspace.all(), main: byId('main').dataset.run ?? '' }, 0);
  record?.addEventListener('click', own);
  byId('right').addEventListener('click', (event) => {
    const box = pressed(event, '[data-play]')?.closest('[data-replay]');
    if (box instanceof HTMLElement) void replay(box, workspace);
  });
  byId('lesson').addEventListener('click', (event) => {
    const main = pressed(event, '[data-snippet]')?.dataset.snippet;
    if (main) void snippet(main);
  });
  return record ? own : undefined;
}

/** The files are those that were checked, which may not be those in the editor. @param {HTMLElement} box @param {Workspace} workspace */
async function replay(box, workspace) {
  const { main = '', line = '0' } = box.dataset;
  const id = document.querySelector('.verdict[data-submission]')?.getAttribute('data-submission');
  try {
    const checked = id ? filesOf(await call('GET', `/api/submissions/${id}/files`)) : {};
    const text = box.querySelector('[data-text]')?.textContent ?? '';
    await go({ files: { ...workspace.all(), ...checked, [main]: text }, main }, Number(line));
  } catch (error) {
    complain('replay', sentence(error));
  }
}

/** Of the lesson's files those come along that the snippet needs; nothing of the learner's. @param {string} main */
async function snippet(main) {
  try {
    const { snippets } = await call('GET', `/api/labs/${byId('main').dataset.lab}/snippets`);
    const program = snippets.find((/** @type {Program} */ each) => each.main === main);
    if (!program) throw new Error(`The lesson plays no ${main} any more. Load this page again.`);
    await go(program, 0);
  } catch (error) {
    complain('replay', sentence(error));
  }
}

/** @param {Program} program @param {number} line */
async function go(program, line) {
  const fragment = await toFragment(program);
  /** @type {Errand} */
  const errand = { fragment, line, back: location.pathname, title: byId('main').dataset.title ?? '' };
  sessionStorage.setItem(ERRAND, JSON.stringify(errand));
  announce('To the recording');
  location.assign('/playground' + fragment);
}

/** Why the playground was opened, once. @returns {Errand | undefined} */
export function errand() {
  const kept = sessionStorage.getItem(ERRAND);
  sessionStorage.removeItem(ERRAND);
  try {
    const read = JSON.parse(kept ?? 'null');
    return read && read.fragment === location.hash && /^\/labs\/[\w/]+$/.test(read.back) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** The last step that is at a line of the main file; the last of all where none is. @param {import('./recording/format.js').Trace} trace @param {number} line */
export function stepAt(trace, line) {
  const file = trace.files.findIndex(({ name }) => name === trace.main);
  const text = trace.files[file]?.text ?? '';
  const from = text.split('\n').slice(0, line - 1).reduce((at, each) => at + each.length + 1, 0);
  const to = from + (text.split('\n')[line - 1]?.length ?? 0);
  let at = -1;
  let found = 0;
  trace.steps.forEach((step, number) => {
    at = step.at ?? at;
    const span = trace.spans[at];
    if (span && span[0] === file && span[1] >= from && span[1] <= to) found = number;
  });
  return found;
}
