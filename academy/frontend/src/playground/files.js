// The files of the program: a tab for each, a name that can be changed, one more, one less. The first is the one that runs.

import { announce, button, el } from '../dom.js';
import { choose, tabs } from '../tabs.js';
import { isName } from './link.js';

/** @typedef {import('../workspace.js').Workspace} Workspace */

export class FileTabs {
  /** @param {HTMLElement} list @param {HTMLElement} foot @param {Workspace} workspace @param {() => void} changed */
  constructor(list, foot, workspace, changed) {
    this.list = list;
    this.workspace = workspace;
    this.changed = changed;
    this.name = /** @type {HTMLInputElement} */ (el('input', { type: 'text', id: 'file-name', spellcheck: 'false', autocapitalize: 'off' }));
    this.remove = button('Remove', () => this.removed(), 'button quiet');
    foot.append(el('label', { for: 'file-name' }, 'Name'), this.name, button('Add a file', () => this.added(), 'button quiet'), this.remove);
    this.name.addEventListener('change', () => this.renamed(this.name.value.trim()));
    tabs(list, (tab) => this.open(tab.dataset.path ?? ''));
    this.draw();
  }

  get names() {
    return [...this.workspace.files.keys()];
  }

  draw() {
    this.list.replaceChildren(...this.names.map((name, i) => el('button', {
      type: 'button', role: 'tab', 'aria-controls': 'code', 'data-path': name, 'aria-selected': 'false', tabindex: '-1',
    }, name, i === 0 && this.names.length > 1 ? el('span', { class: 'soft' }, ' runs') : '')));
    const tab = [...this.list.children].find((child) => child instanceof HTMLElement && child.dataset.path === this.workspace.open) ?? this.list.children[0];
    if (tab instanceof HTMLElement) choose(this.list, tab, () => this.open(tab.dataset.path ?? ''));
  }

  /** @param {string} name */
  open(name) {
    this.workspace.open = name;
    this.name.value = name;
    this.remove.hidden = this.workspace.files.size < 2;
    this.workspace.dispatchEvent(new Event('opened'));
  }

  added() {
    const end = /\.\w+$/.exec(this.workspace.open)?.[0] ?? '.cjs';
    let n = this.names.length;
    while (this.workspace.files.has(`file${n}${end}`)) n++;
    this.workspace.files.set(`file${n}${end}`, { text: '', editable: true });
    this.workspace.open = `file${n}${end}`;
    this.draw();
    this.changed();
    this.name.focus();
    this.name.select();
  }

  /** @param {string} to */
  renamed(to) {
    const from = this.workspace.open;
    if (to === from) return;
    if (!isName(to) || this.workspace.files.has(to)) {
      this.name.value = from;
      announce(isName(to) ? `There is a ${to} already.` : 'A name has letters, digits, dots and dashes, with slashes between folders.');
      return;
    }
    const files = [...this.workspace.files].map(([name, file]) => /** @type {const} */ ([name === from ? to : name, file]));
    this.refill(files, to);
  }

  removed() {
    const rest = [...this.workspace.files].filter(([name]) => name !== this.workspace.open);
    this.refill(rest, rest[0][0]);
  }

  /** @param {(readonly [string, import('../workspace.js').LabFile])[]} files @param {string} open */
  refill(files, open) {
    this.workspace.files.clear();
    for (const [name, file] of files) this.workspace.files.set(name, file);
    this.workspace.open = open;
    this.workspace.dispatchEvent(new Event('replaced'));
    this.draw();
    this.changed();
  }
}
