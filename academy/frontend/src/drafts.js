// Every keystroke is safe in this browser at once, and on the server within two seconds.

import { call, Trouble } from './api.js';
import { byId, mark } from './dom.js';
import { notice } from './notices.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */
/** @typedef {import('./workspace.js').Files} Files */
/**
 * What this browser keeps. `base` is the server's draft it grew from, `unsent` whether the server lacks it.
 * @typedef {{ files: Files, base: string, unsent: boolean, at: number }} Kept
 */

const WAIT = 1000;
const RETRY = [2000, 4000, 8000, 15000];

export class Drafts {
  /**
   * @param {string} lab
   * @param {string} savedAt the server's draft this page was made of; empty where there is none
   * @param {Workspace} workspace
   */
  constructor(lab, savedAt, workspace) {
    this.path = `/api/labs/${lab}/draft`;
    this.key = `draft:${lab}`;
    this.base = savedAt;
    this.workspace = workspace;
    this.changes = 0;
    this.tries = 0;
    this.timer = 0;
    /** @type {Promise<void> | undefined} */
    this.sending = undefined;
  }

  start() {
    this.recover();
    this.workspace.addEventListener('change', () => this.changed());
    addEventListener('online', () => this.soon(0));
    addEventListener('pagehide', () => this.leave());
    addEventListener('storage', (event) => {
      if (event.key === this.key) this.otherTab();
    });
  }

  /** What was typed and never reached the server is brought back. */
  recover() {
    const kept = this.kept();
    if (!kept?.unsent || same(kept.files, this.workspace.editable())) return;
    if (kept.base === this.base) {
      this.workspace.replace(kept.files, { quiet: true });
      this.changed();
      return;
    }
    notice('draft', `Two drafts: this browser kept one at ${time(kept.at)}, and the server has a newer one, shown here.`, [
      { label: 'Keep the one shown', act: () => this.remember(false) },
      { label: 'Take this browser’s', act: () => this.workspace.replace(kept.files) },
    ]);
  }

  changed() {
    this.changes += 1;
    this.remember(true);
    if (!this.timer) this.soon(WAIT);
  }

  /** @param {number} wait */
  soon(wait) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.send();
    }, wait);
  }

  /** Sends what is unsent, and is done when the server has it or cannot be reached. */
  async flush() {
    clearTimeout(this.timer);
    this.timer = 0;
    await this.sending;
    await this.send();
  }

  send() {
    this.sending ??= this.put().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  async put() {
    if (!this.kept()?.unsent && this.changes === 0) return;
    const sent = this.changes;
    try {
      const { savedAt } = await call('PUT', this.path, { files: this.workspace.editable(), base: this.base });
      this.base = savedAt;
      this.tries = 0;
      if (sent === this.changes) this.settle();
      else this.soon(WAIT);
    } catch (error) {
      this.failed(error);
    }
  }

  settle() {
    this.changes = 0;
    this.remember(false);
    this.say('saved', 'ck-pass');
    byId('kept').textContent = `Draft kept at ${time(Date.now(), true)}`;
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof Trouble && error.status === 409) {
      this.conflict();
      return;
    }
    const passes = error instanceof Trouble && error.passes;
    this.say(passes ? 'kept in this browser; the server cannot be reached, trying again' : 'kept in this browser only', 'st-begun');
    if (passes) this.soon(RETRY[Math.min(this.tries++, RETRY.length - 1)]);
    else notice('draft', `The draft could not be saved on the server. ${error instanceof Error ? error.message : error}`);
  }

  /** The server has a draft this page has never seen. */
  conflict() {
    this.say('kept in this browser only', 'st-begun');
    notice('draft', 'Another window or computer has saved a newer draft of this lab.', [
      { label: 'Keep what is here', act: () => { this.base = ''; this.changes += 1; this.soon(0); } },
      { label: 'Take the newer one', act: () => { this.forget(); location.reload(); } },
    ]);
  }

  /** Typed in another tab of this browser: follow, unless there is something unsent here. */
  otherTab() {
    const kept = this.kept();
    if (!kept || this.changes > 0) return;
    if (!same(kept.files, this.workspace.editable())) this.workspace.replace(kept.files, { quiet: true });
    this.base = kept.base;
  }

  leave() {
    if (this.changes === 0) return;
    call('PUT', this.path, { files: this.workspace.editable(), base: this.base }, { keepalive: true }).catch(() => {});
  }

  /** @returns {Kept | undefined} */
  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** @param {boolean} unsent */
  remember(unsent) {
    const kept = { files: this.workspace.editable(), base: this.base, unsent, at: Date.now() };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      this.say('not kept in this browser: its storage is full', 'st-begun');
    }
  }

  forget() {
    localStorage.removeItem(this.key);
  }

  /** @param {string} text @param {string} sign */
  say(text, sign) {
    const saved = byId('saved');
    saved.hidden = false;
    saved.classList.toggle('is-kept', sign !== 'ck-pass');
    saved.replaceChildren(mark(sign, 12), text);
  }
}

/** @param {Files} one @param {Files} other */
function same(one, other) {
  const paths = Object.keys(other);
  return paths.every((path) => one[path] === undefined || one[path] === other[path]);
}

/** @param {number} at @param {boolean} [seconds] */
function time(at, seconds = false) {
  return new Date(at).toTimeString().slice(0, seconds ? 8 : 5);
}
