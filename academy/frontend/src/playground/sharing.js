// Taking a program elsewhere as a link, and its recording as a file.

import { sentence } from '../api.js';
import { announce, byId } from '../dom.js';
import { toFragment } from './link.js';
import { share } from './share.js';

/** @typedef {import('./link.js').Program} Program @typedef {import('./share.js').Shared} Shared */

const SHOWN = 2000;

/** @param {() => Program} program @param {() => Shared | undefined} made */
export function sharing(program, made) {
  byId('link').addEventListener('click', () => void copyLink(program()));
  byId('share').addEventListener('click', () => void save(made()));
}

/** @param {Program} program */
async function copyLink(program) {
  const address = new URL(await toFragment(program), location.href.split('#')[0]);
  says('link', await navigator.clipboard.writeText(address.href).then(() => 'Copied', () => 'Could not be copied'));
}

/** @param {Shared | undefined} made */
async function save(made) {
  if (!made) return;
  const template = byId('share').dataset.template ?? '';
  says('share', await share(template, made).then(() => 'Saved', sentence));
}

/** For a moment in place of the button's word. @param {string} id @param {string} text */
function says(id, text) {
  const button = byId(id);
  button.dataset.word ??= button.textContent ?? '';
  button.textContent = text;
  announce(text);
  window.setTimeout(() => { button.textContent = button.dataset.word ?? ''; }, SHOWN);
}
