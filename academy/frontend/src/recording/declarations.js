// At which line of the program a scope's variable stands: where its name is declared in the function that made the scope.

import { pieces } from './source.js';

/** @typedef {import('./format.js').Scope} Scope @typedef {import('./files.js').Files} Files @typedef {import('./way.js').Way} Way */
/** @typedef {import('./source.js').Piece} Piece */

const DECLARES = new Set(['let', 'const', 'var', 'function', 'class', 'import']);

export class Declarations {
  /** @param {Files} files @param {Way} way */
  constructor(files, way) {
    this.files = files;
    this.way = way;
    this.trace = files.trace;
    /** @type {Map<number, Piece[]>} */
    this.pieces = new Map();
    /** @type {Map<string, { file: number, line: number } | undefined>} */
    this.known = new Map();
  }

  /** @param {number} id @param {Scope} scope @param {string} name */
  of(id, scope, name) {
    const made = this.way.functions.get(scope.call ?? this.way.makers.get(id) ?? 0);
    const where = `${made ?? scope.name ?? ''} ${name}`;
    if (!this.known.has(where)) this.known.set(where, this.find(made, scope, name));
    return this.known.get(where);
  }

  /** @param {number | undefined} made @param {Scope} scope @param {string} name */
  find(made, scope, name) {
    const span = made === undefined ? undefined : this.trace.functions[made]?.span;
    const [file, from, to] = (span === undefined ? undefined : this.trace.spans[span]) ?? this.whole(scope);
    const inner = this.innerFunctions(file, from, to);
    const found = this.names(file, name, from, to).filter(({ from: at }) => !inner.some(([, start, end]) => at > start && at < end));
    const best = found.find((piece) => this.declared(file, piece)) ?? found[0];
    return best && { file, line: this.files.line(file, best.from) };
  }

  /** @param {Scope} scope @returns {[number, number, number]} */
  whole(scope) {
    const file = Math.max(0, this.trace.files.findIndex(({ name }) => name === scope.name));
    return [file, -1, this.trace.files[file]?.text.length ?? 0];
  }

  /** Functions within, whose own names are not ours; their heads' names still are. @param {number} file @param {number} from @param {number} to */
  innerFunctions(file, from, to) {
    return this.trace.functions.map(({ span }) => this.trace.spans[span])
      .filter((span) => span && span[0] === file && span[1] >= from && span[2] <= to && span[2] - span[1] < to - from)
      .map(([of, start, end]) => [of, this.afterName(of, start), end]);
  }

  /** A declared function's name lies outside of what it declares. @param {number} file @param {number} start */
  afterName(file, start) {
    const text = this.trace.files[file].text.slice(start, start + 200);
    const head = /^(?:async\s+)?(?:function\s*\*?|class)\s+[\p{ID_Continue}$]+/u.exec(text);
    return head ? start + head[0].length : start - 1;
  }

  /** @param {number} file @param {string} name @param {number} from @param {number} to */
  names(file, name, from, to) {
    const { text } = this.trace.files[file] ?? { text: '' };
    return this.piecesOf(file).filter((piece) => (piece.kind === 'i' || piece.kind === 'f') && piece.from >= from && piece.to <= to
      && text.slice(piece.from, piece.to) === name && text[piece.from - 1] !== '.');
  }

  /** @param {number} file @param {Piece} piece */
  declared(file, piece) {
    const all = this.piecesOf(file);
    const before = all[all.indexOf(piece) - 1];
    return before !== undefined && DECLARES.has(this.trace.files[file].text.slice(before.from, before.to));
  }

  /** @param {number} file */
  piecesOf(file) {
    let found = this.pieces.get(file);
    if (!found) {
      found = pieces(this.trace.files[file]?.text ?? '');
      this.pieces.set(file, found);
    }
    return found;
  }
}
