// Check: the judge looks, and what it finds comes in as it finds it.

import { call, listen, sentence } from './api.js';
import { announce, byId, el, mark } from './dom.js';
import { notice, withdraw } from './notices.js';
import { bring } from './panes.js';
import { swap } from './parts.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */

export class Checking extends EventTarget {
  /** @param {string} lab @param {Workspace} workspace */
  constructor(lab, workspace) {
    super();
    this.lab = lab;
    this.workspace = workspace;
    this.busy = false;
  }

  /** A check that was under way when the page was loaded is followed. */
  listen() {
    byId('check').addEventListener('click', () => void this.check());
    const under = document.querySelector('.verdict.is-working');
    if (under instanceof HTMLElement && under.dataset.submission) {
      this.begin();
      this.follow(under.dataset.submission);
    }
    this.showTab();
  }

  async check() {
    if (this.busy) return;
    this.begin();
    bring('result');
    try {
      const { id } = await call('POST', `/api/labs/${this.lab}/submissions`, { files: this.workspace.editable() });
      this.follow(String(id));
    } catch (error) {
      this.end();
      notice('check', `It was not handed in. ${sentence(error)}`, [{ label: 'Check again', act: () => void this.check() }]);
    }
  }

  /** @param {string} id */
  follow(id) {
    listen(`/api/submissions/${id}/events`, {
      phase: () => {},
      result: (html) => {
        withdraw('check');
        swap(html);
      },
      done: () => this.done(),
    }, {
      end: 'done',
      lost: () => notice('check', 'The academy cannot be reached. Your submission is kept; its verdict comes as soon as the academy is back.'),
      refused: () => {
        this.end();
        notice('check', 'The verdict cannot be followed here. Your submission is kept: load the page again to see it.', [
          { label: 'Load again', act: () => location.reload() }]);
      },
    });
  }

  begin() {
    this.busy = true;
    withdraw('check');
    byId('check').setAttribute('aria-busy', 'true');
    this.word('Checking');
  }

  end() {
    this.busy = false;
    byId('check').removeAttribute('aria-busy');
    this.word('Check');
  }

  done() {
    this.end();
    this.showTab();
    const verdict = document.querySelector('[data-part="result"] .verdict');
    announce(verdict?.getAttribute('data-says') ?? '');
    this.dispatchEvent(new Event('judged'));
  }

  /** @param {string} text */
  word(text) {
    const word = byId('check').querySelector('[data-word]');
    if (word) word.textContent = text;
  }

  /** The verdict's mark beside the tab's name. */
  showTab() {
    const verdict = document.querySelector('[data-part="result"] [data-verdict]')?.getAttribute('data-verdict');
    const tab = byId('t-result');
    tab.replaceChildren('Result');
    const [name, says] = { ok: ['ck-pass', 'passed'], no: ['ck-fail', 'not passed'], unjudged: ['ck-unj', 'unjudged'] }[verdict ?? ''] ?? [];
    if (name) tab.append(' ', el('span', { class: verdict ?? '' }, mark(name, 11)), el('span', { class: 'vh' }, says ?? ''));
  }
}
