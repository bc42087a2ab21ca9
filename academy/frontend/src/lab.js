// The lab's page: everything is there without this; this makes it work.

import { call } from './api.js';
import { Checking } from './checking.js';
import { compare } from './compare.js';
import { announce, byId } from './dom.js';
import { Drafts } from './drafts.js';
import { hints } from './hints.js';
import { copies, predictions } from './lesson.js';
import { complain, notice } from './notices.js';
import { panes } from './panes.js';
import { recordings } from './recorded.js';
import { watchFolds } from './parts.js';
import { Running } from './running.js';
import { standing } from './standing.js';
import { tabs } from './tabs.js';
import { Workspace } from './workspace.js';

const { lab = '', savedAt = '', older } = byId('main').dataset;
const code = byId('code');
const areas = [...code.querySelectorAll('textarea')];
const workspace = Workspace.of(areas);
const drafts = new Drafts(lab, savedAt, workspace);
const running = new Running(lab, workspace);
const checking = new Checking(lab, workspace);

panes();
plainFields();
drafts.start();
running.listen();
checking.listen();
standing(lab, workspace, drafts);
hints(lab);
predictions();
copies();
watchFolds();
const record = recordings(workspace);
keys();
if (older === 'true') olderStarter();
void enrich();

/** Until the editor is there the plain fields are the editor. */
function plainFields() {
  const list = byId('edit').querySelector('.files');
  for (const area of areas) {
    area.addEventListener('input', () => workspace.typed(area.dataset.path ?? '', area.value));
  }
  workspace.addEventListener('replaced', () => {
    for (const area of areas) area.value = workspace.text(area.dataset.path ?? '');
  });
  if (list) {
    tabs(list, (tab) => {
      const index = Number(tab.id.slice('file-'.length));
      code.setAttribute('aria-labelledby', tab.id);
      workspace.open = areas[index].dataset.path ?? '';
      areas.forEach((area, i) => { area.hidden = i !== index; });
      workspace.dispatchEvent(new Event('opened'));
    });
  }
}

/** Puts the real editor in place of the plain fields. */
async function enrich() {
  const { Editor } = await import('./editor.js');
  const focused = code.contains(document.activeElement);
  const host = document.createElement('div');
  host.className = 'rich';
  code.append(host);
  const where = byId('where');
  const editor = new Editor(host, workspace, {
    moved: (line, column) => {
      where.textContent = `Line ${line}, column ${column}`;
    },
    leaving: () => announce('Tab now leaves the editor.'),
  });
  for (const area of areas) area.remove();
  workspace.addEventListener('opened', () => editor.show(workspace.open));
  if (focused) editor.focus();
  document.documentElement.dataset.ready = 'true';
}

/** Ctrl-Enter runs, with Shift it checks; Cmd on a Mac. Before the editor sees it. */
function keys() {
  const mac = navigator.platform.startsWith('Mac');
  if (mac) for (const key of document.querySelectorAll('[data-ctrl]')) key.textContent = 'Cmd';
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(mac ? event.metaKey : event.ctrlKey) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) record?.();
    else if (event.shiftKey) void checking.check();
    else void running.start();
  }, { capture: true });
}

function olderStarter() {
  const path = `/api/labs/${lab}`;
  const keep = () => void call('POST', `${path}/draft/keep`).catch((error) => complain('older', error));
  notice('older', 'This lab’s starter has changed since you began; your files grew from the older one.', [
    { label: 'Keep mine', act: keep },
    { label: 'Compare', stays: true, act: () => void newStarter(`${path}/starter`).catch((error) => complain('older', error)) },
  ]);
}

/** @param {string} path */
async function newStarter(path) {
  const { files } = await call('GET', path);
  const own = workspace.editable();
  const theirs = Object.fromEntries(Object.entries(files).filter(([name]) => name in own));
  compare('Mine, and the new starter', { name: 'mine', files: own }, [{ name: 'the new starter', files: theirs }]);
}
