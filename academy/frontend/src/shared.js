// A recording in a file of its own, shown from what the file holds. Nothing is fetched, nothing runs but this.

import { byId, el, pressed } from './dom.js';
import { comparison } from './playground/comparison.js';
import { mount } from './recording.js';
import { plain, visible } from './visible.js';

/** @type {import('./playground/share.js').Shared} */
const { program, recorded, at } = JSON.parse(byId('shared').textContent ?? '');
const { files, main } = program;

document.title = `${plain(main)} · Backwright`;
byId('title').textContent = plain(main);
byId('made').textContent = `Recorded on ${at.slice(0, 10)}`;
byId('compared').replaceChildren(...comparison(recorded));
byId('program').replaceChildren(...[main, ...Object.keys(files).filter((name) => name !== main)].flatMap((name) => [
  el('h2', {}, visible(name)), el('pre', { class: 'source', tabindex: '0', 'aria-label': plain(name) }, el('code', {}, visible(files[name]))),
]));
byId('views').addEventListener('click', (event) => {
  const view = pressed(event, '[data-view]')?.dataset.view;
  if (view) show(view);
});

/** @param {string} view */
function show(view) {
  for (const name of ['program', 'recording']) byId(name).hidden = name !== view;
  byId('modes').hidden = view !== 'recording';
  for (const button of byId('views').children) button.setAttribute('aria-pressed', String(button.getAttribute('data-view') === view));
}

mount(byId('recording'), recorded.trace, { bar: byId('modes') }).focus();
document.documentElement.dataset.ready = 'true';
