// The editor. It lives in a shadow root: there its styles are constructed sheets, which the page's policy lets pass.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers,
} from '@codemirror/view';
import { colours, look } from './editor-look.js';
import { grammar } from './editor-grammar.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */

export class Editor {
  /**
   * @param {HTMLElement} host
   * @param {Workspace} workspace
   * @param {{ moved: (line: number, column: number) => void, leaving: () => void }} told
   */
  constructor(host, workspace, told) {
    this.workspace = workspace;
    this.told = told;
    /** @type {Map<string, EditorState>} */
    this.states = new Map();
    this.language = new Compartment();
    this.path = workspace.open;
    const root = host.attachShadow({ mode: 'open' });
    this.view = new EditorView({ state: this.fresh(this.path), parent: root, root });
    void this.speak(this.path);
    workspace.addEventListener('replaced', () => this.replaced());
  }

  /** @param {string} path */
  show(path) {
    this.states.set(this.path, this.view.state);
    this.path = path;
    this.view.setState(this.states.get(path) ?? this.fresh(path));
    void this.speak(path);
    this.tell();
  }

  focus() {
    this.view.focus();
  }

  /** Brings the contents in line with the workspace, so that undo leads back. */
  replaced() {
    for (const path of this.states.keys()) {
      if (path !== this.path) this.states.delete(path);
    }
    const text = this.workspace.text(this.path);
    if (this.view.state.doc.toString() === text) return;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  /** @param {string} path */
  fresh(path) {
    const editable = this.workspace.files.get(path)?.editable ?? false;
    return EditorState.create({
      doc: this.workspace.text(path),
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), highlightSpecialChars(), drawSelection(), history(),
        indentOnInput(), bracketMatching(), closeBrackets(), search({ top: true }), highlightSelectionMatches(),
        indentUnit.of('  '), EditorState.tabSize.of(2), EditorState.readOnly.of(!editable),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'), ...searchKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': editable ? path : `${path}, read only`, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.workspace.typed(this.path, update.state.doc.toString());
          if (update.docChanged || update.selectionSet) this.tell();
        }),
        EditorView.domEventObservers({
          keydown: (event) => {
            if (event.key === 'Escape') this.told.leaving();
          },
        }),
        this.language.of([]), look, colours,
      ],
    });
  }

  /** A file's grammar is fetched when the file is first shown. @param {string} path */
  async speak(path) {
    const support = await grammar(path);
    if (path === this.path && support) this.view.dispatch({ effects: this.language.reconfigure(support) });
  }

  tell() {
    const { state } = this.view;
    const at = state.selection.main.head;
    const line = state.doc.lineAt(at);
    this.told.moved(line.number, at - line.from + 1);
  }
}
