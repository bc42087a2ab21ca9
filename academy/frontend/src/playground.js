// The playground: any program, recorded. What comes with a link stands in the editor and runs only when somebody says so.

import { call, sentence } from './api.js';
import { announce, byId, el, pressed } from './dom.js';
import { comparison } from './playground/comparison.js';
import { examples } from './playground/examples.js';
import { FileTabs } from './playground/files.js';
import { fromFragment, toFragment } from './playground/link.js';
import { complain, withdraw } from './notices.js';
import { errand, stepAt } from './recorded.js';
import { remember } from './playground/remember.js';
import { sharing } from './playground/sharing.js';
import { mount } from './recording.js';
import { Workspace } from './workspace.js';

/** @typedef {import('./playground/link.js').Program} Program */

const PAUSE = 400;

class Playground {
  /** @param {Program} program */
  constructor(program) {
    this.workspace = new Workspace(new Map());
    this.fill(program);
    this.tabs = new FileTabs(byId('files'), byId('file-foot'), this.workspace, () => this.kept());
    this.workspace.addEventListener('change', () => this.kept());
    this.record = /** @type {HTMLButtonElement} */ (byId('record'));
    this.busy = false;
    /** @type {string | undefined} the lab that the program comes from */
    this.lab = undefined;
    /** @type {import('./playground/share.js').Shared | undefined} what is shown */
    this.made = undefined;
  }

  listen() {
    this.record.addEventListener('click', () => void this.run());
    byId('views').addEventListener('click', (event) => this.show(pressed(event, '[data-view]')?.dataset.view ?? 'program'));
    byId('examples').addEventListener('click', (event) => {
      const chosen = pressed(event, '[data-example]');
      if (chosen) this.take(examples[Number(chosen.dataset.example)]);
    });
    sharing(() => this.program, () => this.made);
    addEventListener('hashchange', () => void fromFragment(location.hash).then((program) => program && this.take(program)));
    this.keys();
  }

  keys() {
    const mac = navigator.platform.startsWith('Mac');
    if (mac) for (const key of document.querySelectorAll('[data-ctrl]')) key.textContent = 'Cmd';
    addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.altKey || !(mac ? event.metaKey : event.ctrlKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void this.run();
    }, { capture: true });
  }

  /** @returns {Program} */
  get program() {
    const files = this.workspace.editable();
    return { files, main: Object.keys(files)[0] };
  }

  /** @param {Program} program */
  fill({ files, main }) {
    this.workspace.files.clear();
    for (const name of [main, ...Object.keys(files).filter((name) => name !== main)]) this.workspace.files.set(name, { text: files[name], editable: true });
    this.workspace.open = main;
  }

  /** Puts another program into the editor. @param {Program} program */
  take(program) {
    if (JSON.stringify(this.program) === JSON.stringify({ files: program.files, main: program.main })) return;
    this.lab = undefined;
    this.fill(program);
    this.workspace.dispatchEvent(new Event('replaced'));
    this.tabs.draw();
    this.show('program');
    this.kept();
    announce(`${program.main} is in the editor.`);
  }

  /** What stands in the editor stands in the address, so that it is there after the page is loaded anew. */
  kept() {
    this.markExample();
    clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => void toFragment(this.program).then((fragment) => history.replaceState(null, '', fragment)), PAUSE);
  }

  markExample() {
    for (const button of byId('examples').querySelectorAll('[data-example]')) {
      const { files } = examples[Number(button.getAttribute('data-example'))];
      button.setAttribute('aria-pressed', String(JSON.stringify(files) === JSON.stringify(this.program.files)));
    }
  }

  /** @param {number} [line] at which line of the main file to begin */
  async run(line = 0) {
    if (this.busy) return;
    this.busy = true;
    this.say('Recording …');
    withdraw('trouble');
    const program = this.program;
    try {
      this.shown(program, await call('POST', '/api/recordings', program), line);
    } catch (error) {
      this.show('program');
      complain('trouble', sentence(error));
    } finally {
      this.busy = false;
      this.say('Record');
    }
  }

  /** @param {Program} program @param {import('./playground/comparison.js').Recorded} recorded @param {number} line */
  shown(program, recorded, line) {
    this.recording?.destroy();
    this.made = { program, recorded, at: new Date().toISOString() };
    byId('views').hidden = byId('share').hidden = false;
    byId('compared').replaceChildren(...comparison(recorded));
    this.show('recording');
    const { lab } = this;
    this.recording = mount(byId('recording'), recorded.trace, {
      bar: byId('modes'),
      step: line > 0 ? stepAt(recorded.trace, line) : 0,
      remember: (answer) => remember(answer, program, recorded.trace, lab),
    });
    this.recording.focus();
  }

  /** @param {string} view */
  show(view) {
    for (const name of ['program', 'recording']) byId(name).hidden = name !== view;
    byId('modes').hidden = byId('compared').hidden = view !== 'recording';
    for (const button of byId('views').children) button.setAttribute('aria-pressed', String(button.getAttribute('data-view') === view));
  }

  /** @param {string} word */
  say(word) {
    const label = this.record.querySelector('[data-word]');
    if (label) label.textContent = word;
    if (word !== 'Record') announce(word);
  }
}

/** @param {Playground} playground */
async function enrich({ workspace }) {
  const { Editor } = await import('./editor.js');
  const host = el('div', { class: 'rich' });
  byId('code').replaceChildren(host);
  const where = byId('where');
  const editor = new Editor(host, workspace, {
    moved: (line, column) => { where.textContent = `Line ${line}, column ${column}`; },
    leaving: () => announce('Tab now leaves the editor.'),
  });
  workspace.addEventListener('opened', () => editor.show(workspace.open));
  document.documentElement.dataset.ready = 'true';
}

/** Filled before anything else, so that the page does not move afterwards. */
function listExamples() {
  byId('examples').replaceChildren(...examples.map(({ title, shows }, i) => el('li', {},
    el('button', { type: 'button', 'data-example': String(i), 'aria-pressed': 'false' }, el('b', {}, title), el('span', { class: 'soft' }, shows)))));
}

listExamples();
const sent = errand();
const playground = new Playground(await fromFragment(location.hash) ?? examples[0]);
playground.markExample();
playground.listen();
if (sent) {
  const back = byId('back');
  back.replaceChildren(el('a', { href: sent.back }, sent.title));
  back.hidden = false;
  playground.lab = sent.back.slice('/labs/'.length);
  void playground.run(sent.line);
}
await enrich(playground);
