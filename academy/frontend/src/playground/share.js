// One file that holds a recording and all that is needed to walk through it: it opens from a disk and asks nobody for anything.

import { el } from '../dom.js';

/** @typedef {{ program: import('./link.js').Program, recorded: import('./comparison.js').Recorded, at: string }} Shared */

const PLACE = '@@RECORDING@@';

/** Saves it. @param {string} template address of the page without its recording @param {Shared} shared */
export async function share(template, shared) {
  const response = await fetch(template);
  if (!response.ok) throw new Error('The page that is shared could not be fetched. Load this page again.');
  const address = URL.createObjectURL(new Blob([filled(await response.text(), shared)], { type: 'text/html' }));
  el('a', { href: address, download: `${nameOf(shared.program.main)}.html` }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {string} page @param {Shared} shared */
export function filled(page, shared) {
  const parts = page.split(PLACE);
  if (parts.length !== 2) throw new Error('the page has no place for a recording');
  return parts.join(inScript(shared));
}

/** JSON in which nothing can end or begin an element, whatever a program's text holds. @param {unknown} value */
export function inScript(value) {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @param {string} main */
function nameOf(main) {
  return main.slice(main.lastIndexOf('/') + 1).replace(/\.\w+$/, '') || 'recording';
}
