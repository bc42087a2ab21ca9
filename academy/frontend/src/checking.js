// Check: the judge looks, and what it finds comes in as it finds it. So does what the command line has checked.

import { call, listen, sentence, Trouble } from './api.js';
import { announce, byId, el, mark } from './dom.js';
import { notice, withdraw } from './notices.js';
import { bring } from './panes.js';
import { swap } from './parts.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */

/** Milliseconds before the academy is asked again. */
const AGAIN = 3000;

/** Milliseconds within which a judge that is free has begun. */
const PATIENCE = 1000;

export class Checking {
  /** @param {string} lab @param {Workspace} workspace */
  constructor(lab, workspace) {
    this.lab = lab;
    this.workspace = workspace;
    /** Between the press of the button and the verdict. */
    this.busy = false;
    this.asked = '';
    /** @type {Set<string>} */
    this.judged = new Set();
    this.deaf = () => {};
    this.later = 0;
    /** The result pane as it came last, until it is painted. */
    this.fresh = '';
  }

  /** A page that is not looked at listens to nothing: a browser opens only a few connections. */
  listen() {
    byId('check').addEventListener('click', () => void this.check());
    document.addEventListener('visibilitychange', () => (document.hidden ? this.deaf() : this.follow()));
    const under = document.querySelector('.verdict.is-working');
    if (under) {
      this.begin();
      this.asked = under.getAttribute('data-submission') ?? '';
    }
    if (!document.hidden) this.follow();
    this.showTab();
  }

  follow() {
    this.deaf();
    this.deaf = listen(`/api/labs/${this.lab}/events`, {
      result: (html) => this.show(html),
      done: (data) => {
        this.paint();
        this.done(JSON.parse(data).id);
      },
    }, {
      lost: () => {
        if (this.busy) notice('check', 'The academy cannot be reached. What you handed in is kept; its verdict comes as soon as the academy is back.');
      },
      refused: () => void this.refused(),
    });
  }

  /** Of the results that come within one frame only the last is painted. @param {string} html */
  show(html) {
    if (this.fresh === '') requestAnimationFrame(() => this.paint());
    this.fresh = html;
  }

  paint() {
    if (this.fresh === '') return;
    const html = this.fresh;
    this.fresh = '';
    withdraw('check');
    swap(html);
    this.showTab();
  }

  /** The academy will not tell just now. Where that passes it is asked again; else a person has to do something. */
  async refused() {
    try {
      await call('GET', '/api/status');
    } catch (error) {
      if (error instanceof Trouble && !error.passes) {
        if (this.busy) notice('check', `${sentence(error)} What you handed in is kept.`);
        this.end();
        return;
      }
    }
    clearTimeout(this.later);
    this.later = window.setTimeout(() => {
      if (!document.hidden) this.follow();
    }, AGAIN);
  }

  async check() {
    if (this.busy) return;
    this.begin();
    bring('result');
    try {
      const { id } = await call('POST', `/api/labs/${this.lab}/submissions`, { files: this.workspace.editable() });
      this.asked = String(id);
      if (this.judged.has(this.asked)) this.verdict();
      else this.seen();
    } catch (error) {
      this.end();
      notice('check', `It was not handed in. ${sentence(error)}`, [{ label: 'Check again', act: () => void this.check() }]);
    }
  }

  /** While it waits for a judge nothing comes of it: then the stream begins anew, with where it stands. */
  seen() {
    const id = this.asked;
    setTimeout(() => {
      if (this.busy && this.asked === id && !document.hidden && !document.querySelector(`[data-submission="${id}"]`)) this.follow();
    }, PATIENCE);
  }

  begin() {
    this.busy = true;
    this.asked = '';
    withdraw('check');
    byId('check').setAttribute('aria-busy', 'true');
    this.word('Checking');
  }

  end() {
    this.busy = false;
    byId('check').removeAttribute('aria-busy');
    this.word('Check');
  }

  /** @param {string} id */
  done(id) {
    this.judged.add(id);
    if (this.busy && this.asked === id) this.verdict();
  }

  verdict() {
    this.end();
    announce(document.querySelector('[data-part="result"] .verdict')?.getAttribute('data-says') ?? '');
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
