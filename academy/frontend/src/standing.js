// Versions, start again, show me, other good answers.

import { call } from './api.js';
import { ask } from './ask.js';
import { compare } from './compare.js';
import { pressed } from './dom.js';
import { complain, notice } from './notices.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */
/** @typedef {import('./workspace.js').Files} Files */
/** @typedef {import('./drafts.js').Drafts} Drafts */

/** @param {string} lab @param {Workspace} workspace @param {Drafts} drafts */
export function standing(lab, workspace, drafts) {
  /** @type {[string, (element: HTMLElement) => Promise<void>][]} */
  const acts = [
    ['[data-version]', (element) => version(workspace, element.dataset.version ?? '', element.dataset.number ?? '')],
    ['[data-again]', (element) => again(lab, workspace, drafts, element.dataset.again === 'file' ? workspace.open : null)],
    ['[data-solution]', (element) => solution(lab, workspace, element)],
    ['[data-answers]', () => answers(lab, workspace)],
  ];
  document.addEventListener('click', (event) => {
    for (const [selector, act] of acts) {
      const element = pressed(event, selector);
      if (element) {
        document.querySelector('#versions')?.removeAttribute('open');
        act(element).catch((error) => complain('standing', error));
      }
    }
    if (!pressed(event, '#versions')) document.querySelector('#versions')?.removeAttribute('open');
  });
  document.addEventListener('keydown', (event) => {
    const menu = document.querySelector('#versions[open]');
    if (event.key !== 'Escape' || !menu) return;
    menu.removeAttribute('open');
    menu.querySelector('summary')?.focus();
  });
}

/** @param {Workspace} workspace @param {string} id @param {string} number */
async function version(workspace, id, number) {
  const files = filesOf(await call('GET', `/api/submissions/${id}/files`));
  const name = `version ${number}`;
  compare(`Now, and ${name}`, now(workspace), [{ name, files }], [
    { label: `Go back to ${name}`, act: () => put(workspace, files, `Back at ${name}.`) }]);
}

/** @param {string} lab @param {Workspace} workspace @param {Drafts} drafts @param {string | null} file */
async function again(lab, workspace, drafts, file) {
  if (file !== null && !workspace.files.get(file)?.editable) {
    notice('standing', `${file} is read only: it is as the starter has it.`);
    return;
  }
  const what = file ?? 'all files';
  const sure = await ask(`Start ${file ?? 'all'} again?`,
    `This puts the starter in place of ${what}. What you checked stays among the versions, and you can undo this.`, 'Start again');
  if (!sure) return;
  await drafts.flush();
  const { files, savedAt } = await call('POST', `/api/labs/${lab}/start-again`, { file });
  drafts.startedAgain(savedAt);
  put(workspace, file === null ? files : { [file]: files[file] ?? '' }, file === null ? 'All files are the starter’s again.' : `${file} is the starter’s again.`);
}

/** @param {string} lab @param {Workspace} workspace @param {HTMLElement} element */
async function solution(lab, workspace, element) {
  if (element.dataset.solution === 'ask') {
    const sure = await ask('See the solution?',
      'It is one good answer. After it a pass still counts, and reads “passed” instead of “passed clean”.', 'Show me');
    if (!sure) return;
  }
  const files = filesOf(await call('POST', `/api/labs/${lab}/solution`));
  element.dataset.solution = 'seen';
  element.textContent = 'Solution';
  compare('Mine, and one good answer', now(workspace, 'mine'), [{ name: 'the solution', files }]);
}

/** @param {string} lab @param {Workspace} workspace */
async function answers(lab, workspace) {
  const answer = await call('GET', `/api/labs/${lab}/answers`);
  const others = (Array.isArray(answer) ? answer : answer.answers).map(
    (/** @type {any} */ other) => ({ name: String(other.name), files: filesOf(other) }));
  if (others.length) compare('Mine, and other good answers', now(workspace, 'mine'), others);
  else notice('standing', 'This lab has no other answers to show.');
}

/** @param {Workspace} workspace @param {Files} files @param {string} says */
function put(workspace, files, says) {
  const before = workspace.editable();
  workspace.replace(files);
  notice('standing', says, [
    { label: 'Undo', act: () => workspace.replace(before) },
    { label: 'Close', act: () => {} },
  ]);
}

/** @param {Workspace} workspace */
function now(workspace, name = 'now') {
  return { name, files: workspace.editable() };
}

/** @param {any} answer @returns {Files} */
export function filesOf(answer) {
  return answer.files ?? answer;
}
