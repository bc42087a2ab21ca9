// Run: the learner's own program with its console; a server with a line to send it requests. Never an attempt.

import { call, listen, sentence } from './api.js';
import { Console } from './console.js';
import { announce, byId } from './dom.js';
import { exchangeView, headersOf } from './exchange.js';
import { bring } from './panes.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */

export class Running {
  /** @param {string} lab @param {Workspace} workspace */
  constructor(lab, workspace) {
    this.lab = lab;
    this.workspace = workspace;
    this.console = new Console();
    this.word = byId('run').querySelector('[data-word]');
    this.form = /** @type {HTMLFormElement | null} */ (document.getElementById('request'));
    /** @type {string | undefined} */
    this.id = undefined;
    this.starting = false;
    this.unheard = () => {};
  }

  listen() {
    byId('run').addEventListener('click', () => void (this.id ? this.stop() : this.start()));
    this.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.request();
    });
    addEventListener('pagehide', () => {
      if (this.id) call('DELETE', `/api/runs/${this.id}`, undefined, { keepalive: true }).catch(() => {});
    });
  }

  /** Starts anew; what ran before is ended first. */
  async start() {
    if (this.starting) return;
    this.starting = true;
    bring('console');
    try {
      await this.stop();
      this.console.begin('Starting …');
      const { id } = await call('POST', `/api/labs/${this.lab}/runs`, { files: this.workspace.editable() });
      this.follow(String(id));
    } catch (error) {
      this.console.begin(sentence(error));
    } finally {
      this.starting = false;
    }
  }

  async stop() {
    if (!this.id) return;
    const id = this.id;
    this.over();
    await call('DELETE', `/api/runs/${id}`).catch(() => {});
    this.console.say('stopped');
  }

  /** @param {string} id */
  follow(id) {
    this.id = id;
    this.say('Stop');
    this.unheard = listen(`/api/runs/${id}/events`, {
      printed: (data) => {
        const { text, error } = JSON.parse(data);
        this.console.print(text, error);
      },
      ready: (data) => this.ready(JSON.parse(data)),
      ended: (data) => this.ended(JSON.parse(data)),
    }, {
      end: 'ended',
      lost: () => this.console.say('The academy cannot be reached; trying again.'),
      refused: () => {
        this.over();
        this.console.say('What runs cannot be followed any more. Run it again.');
      },
    });
  }

  /** @param {{ what: string, address: string }} event */
  ready({ what, address }) {
    this.console.say(what === 'app' ? `listening at ${address}` : `${what} at ${address}`);
    if (!this.form || what !== 'app') return;
    this.form.hidden = false;
    announce('Your server listens. You can send it requests.');
  }

  /** @param {{ ending: string, millis: number, exitCode: number }} event */
  ended({ ending, millis }) {
    this.over();
    const says = `${ending} after ${millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`}`;
    this.console.say(says);
    announce(`The program ended: ${says}`);
  }

  over() {
    this.unheard();
    this.id = undefined;
    this.say('Run');
    if (this.form) this.form.hidden = true;
  }

  async request() {
    if (!this.id) return;
    const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id)).value;
    const body = field('rq-body');
    try {
      this.console.say(exchangeView(await call('POST', `/api/runs/${this.id}/requests`, {
        method: field('rq-method'), target: field('rq-target'), headers: headersOf(field('rq-headers')), body: body || null,
      })));
    } catch (error) {
      this.console.say(sentence(error));
    }
  }

  /** @param {string} word */
  say(word) {
    if (this.word) this.word.textContent = word;
  }
}
