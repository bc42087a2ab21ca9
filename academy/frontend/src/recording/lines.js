// The lines of a file in coloured pieces.

import { el } from '../dom.js';
import { visible } from '../visible.js';
import { pieces } from './source.js';

/** @typedef {import('./files.js').Files} Files @typedef {import('./files.js').Place} Place */

export class Lines {
  /** @param {Files} files @param {number} file */
  constructor(files, file) {
    this.text = files.trace.files[file].text;
    this.starts = files.starts[file];
    this.pieces = pieces(this.text);
    this.items = this.starts.map((_, i) => el('li', { 'data-line': String(i + 1) }));
    this.items.forEach((_, i) => this.write(i + 1));
  }

  /** @param {number} line @returns {HTMLElement | undefined} */
  item(line) {
    return this.items[line - 1];
  }

  /** A line as it is by itself. @param {number} line */
  plain(line) {
    const item = this.items[line - 1];
    item.className = '';
    item.removeAttribute('aria-current');
    this.write(line);
  }

  /** From and to where a line goes, without its break. @param {number} line @returns {[number, number]} */
  ends(line) {
    return [this.starts[line - 1], (this.starts[line] ?? this.text.length + 1) - 1];
  }

  /** A line's text; what lies between the ends of a place in a frame. @param {number} line @param {Place} [place] @param {string} [look] */
  write(line, place, look = '') {
    const item = this.items[line - 1];
    const [start, end] = this.ends(line);
    if (!place) {
      item.replaceChildren(this.coloured(start, end));
      return;
    }
    const [from, to] = [Math.max(place.from, start), Math.min(place.to, end)];
    const marked = el('mark', { class: `${look}${place.to > end ? ' goes-on' : ''}` }, this.coloured(from, to));
    item.replaceChildren(this.coloured(start, from), marked, this.coloured(to, end));
  }

  /** @param {number} from @param {number} to */
  coloured(from, to) {
    const { text } = this;
    const part = document.createDocumentFragment();
    let at = from;
    for (let i = this.firstPiece(from); i < this.pieces.length; i++) {
      const piece = this.pieces[i];
      if (piece.from >= to) break;
      if (piece.kind === '' || piece.kind === 'i') continue;
      const [start, end] = [Math.max(piece.from, from), Math.min(piece.to, to)];
      if (start > at) part.append(visible(text.slice(at, start)));
      part.append(el('span', { class: piece.kind }, visible(text.slice(start, end))));
      at = end;
    }
    if (at < to) part.append(visible(text.slice(at, to)));
    return part;
  }

  /** The first piece that ends after an offset. @param {number} offset */
  firstPiece(offset) {
    const all = this.pieces;
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle].to <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
