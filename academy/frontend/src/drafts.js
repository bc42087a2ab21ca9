// Every keystroke is safe in this browser at once, and on the server within two seconds.

import { call, sentence, Trouble } from './api.js';
import { compare } from './compare.js';
import { byId, mark } from './dom.js';
import { notice, withdraw } from './notices.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */
/** @typedef {import('./workspace.js').Files} Files */
/**
 * What this browser keeps. `base` is the server's draft it grew from, `unsent` whether the server lacks it.
 * @typedef {{ files: Files, base: string, unsent: boolean, at: number }} Kept
 */
/** @typedef {{ label: string, act: () => void }} Way */
/** What lies on the server. @typedef {{ files: Files, savedAt: string | null }} Bench */

const WAIT = 1000;
const RETRY = [2000, 4000, 8000, 15000];

/** A browser may be used by several people of an academy. */
function person() {
  const id = document.querySelector('meta[name="person"]')?.getAttribute('content');
  return id ? `${id}:` : '';
}

export class Drafts {
  /**
   * @param {string} lab
   * @param {string} savedAt the server's draft this page was made of; empty where there is none
   * @param {Workspace} workspace
   */
  constructor(lab, savedAt, workspace) {
    this.path = `/api/labs/${lab}/draft`;
    this.key = `draft:${person()}${lab}`;
    this.base = savedAt;
    this.workspace = workspace;
    this.changes = 0;
    this.tries = 0;
    this.timer = 0;
    /** @type {Promise<void> | undefined} */
    this.sending = undefined;
    /** What was sent and may or may not have arrived. @type {Files | undefined} */
    this.unanswered = undefined;
    /** Another draft that somebody has to decide about first. @type {Bench | undefined} */
    this.theirs = undefined;
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
    if (!kept?.unsent) return;
    if (same(kept.files, this.workspace.editable())) {
      this.remember(false);
      return;
    }
    if (kept.base === this.base) {
      this.unanswered = kept.files;
      this.workspace.replace(kept.files, { quiet: true });
      this.changed();
      return;
    }
    this.offer(`Two drafts: this browser kept one at ${time(kept.at)}, and the server has a newer one, shown here.`, {
      here: 'the draft shown', there: 'this browser’s', files: kept.files,
      keep: { label: 'Keep the one shown', act: () => this.remember(false) },
      take: { label: 'Take this browser’s', act: () => this.workspace.replace(kept.files) },
    });
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
    if (this.theirs || (!this.kept()?.unsent && this.changes === 0)) return;
    const sent = this.changes;
    const files = this.workspace.editable();
    try {
      const { savedAt } = await call('PUT', this.path, { files, base: this.base });
      this.adopt(savedAt);
      if (sent === this.changes) this.settle();
      else this.soon(WAIT);
    } catch (error) {
      if (error instanceof Trouble && error.status === 409) await this.conflict().catch((trouble) => this.failed(trouble));
      else this.failed(error, files);
    }
  }

  /** From now on what is here grows from the server's draft of that moment. @param {string | null} savedAt */
  adopt(savedAt) {
    this.base = savedAt ?? '';
    this.theirs = undefined;
    this.unanswered = undefined;
    this.tries = 0;
    withdraw('unsaved');
  }

  /** The lab was started again from here: whatever was to be decided before is. @param {string | null} savedAt */
  startedAgain(savedAt) {
    withdraw('draft');
    this.adopt(savedAt);
  }

  settle() {
    this.changes = 0;
    this.remember(false);
    this.say('saved', 'ck-pass');
    byId('kept').textContent = `Draft kept at ${time(Date.now(), true)}`;
  }

  /** @param {unknown} error @param {Files} [sent] */
  failed(error, sent) {
    if (error instanceof Trouble && error.passes) {
      this.unanswered = sent ?? this.unanswered;
      this.soon(RETRY[Math.min(this.tries++, RETRY.length - 1)]);
    }
    if (error instanceof Trouble && error.status === 0) {
      this.say('kept in this browser; the server cannot be reached, trying again', 'st-begun');
      return;
    }
    const again = error instanceof Trouble && error.passes;
    this.say(again ? 'kept in this browser; trying again' : 'kept in this browser only', 'st-begun');
    if (this.tries < 2) {
      notice('unsaved', `The draft could not be saved on the server. ${sentence(error)} ${again
        ? 'Until then it is kept in this browser, and goes there by itself.' : 'It is kept in this browser.'}`);
    }
  }

  /** The server has a draft this page has never seen. */
  async conflict() {
    const theirs = /** @type {Bench} */ (await call('GET', this.path));
    if (this.unanswered && same(theirs.files, this.unanswered)) {
      this.adopt(theirs.savedAt); // it is ours; only the answer was lost
      this.soon(0);
      return;
    }
    this.theirs = theirs;
    this.say('kept in this browser only', 'st-begun');
    const what = theirs.savedAt ? `saved another draft of this lab at ${time(Date.parse(theirs.savedAt))}` : 'started this lab again';
    this.offer(`Another window or computer has ${what}. Yours is kept in this browser.`, {
      here: 'mine', there: 'theirs', files: theirs.files,
      keep: { label: 'Keep mine', act: () => this.keepMine(theirs) },
      take: { label: 'Take theirs', act: () => this.takeTheirs(theirs) },
    });
  }

  /** @param {Bench} theirs */
  keepMine(theirs) {
    this.adopt(theirs.savedAt);
    this.changes += 1;
    this.soon(0);
  }

  /** @param {Bench} theirs */
  takeTheirs(theirs) {
    const mine = this.workspace.editable();
    this.adopt(theirs.savedAt);
    this.workspace.replace(theirs.files, { quiet: true });
    this.settle();
    notice('draft', 'The other draft is here now.', [
      { label: 'Undo', act: () => this.workspace.replace(mine) },
      { label: 'Close', act: () => {} },
    ]);
  }

  /**
   * Two drafts, of which one has to go: they are compared as often as one likes before that.
   * @param {string} says
   * @param {{ here: string, there: string, files: Files, keep: Way, take: Way }} drafts
   */
  offer(says, { here, there, files, keep, take }) {
    const beside = () => {
      const mine = this.workspace.editable();
      const own = Object.fromEntries(Object.entries(files).filter(([path]) => path in mine));
      compare(`Compare ${here} and ${there}`, { name: here, files: mine }, [{ name: there, files: own }], [keep, take].map(
        ({ label, act }) => ({ label, act: () => {
          withdraw('draft');
          act();
        } })));
    };
    notice('draft', says, [{ label: 'Compare', act: beside, stays: true }, keep, take]);
  }

  /** Typed in another tab of this browser: follow, unless there is something unsent here. */
  otherTab() {
    const kept = this.kept();
    if (!kept || this.changes > 0) return;
    if (!same(kept.files, this.workspace.editable())) this.workspace.replace(kept.files, { quiet: true });
    this.base = kept.base;
  }

  leave() {
    if (this.changes === 0 || this.theirs) return;
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
