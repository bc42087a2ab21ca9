// JavaScript's text in coloured pieces. A piece is only ever coloured wrongly, never lost: all the pieces together are the text.

/** @typedef {{ from: number, to: number, kind: '' | 'k' | 's' | 'n' | 'c' | 'f' | 'i' }} Piece k keyword, s string, n number, c comment, f called, i another name */

const KEYWORDS = new Set(('as async await break case catch class const continue debugger default delete do else export extends false finally for from '
  + 'function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield').split(' '));
const SOFT = new Set(['as', 'async', 'from', 'get', 'of', 'set', 'static']);
const TOKEN = new RegExp([
  String.raw`(?<c>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|^#![^\n]*)`,
  String.raw`(?<s>"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)`,
  String.raw`(?<t>\x60)`,
  String.raw`(?<n>(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)n?)`,
  String.raw`(?<i>#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)`,
  String.raw`(?<r>\/)`,
  String.raw`(?<p>[^\s])`,
].join('|'), 'uy');
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** @param {string} text @returns {Piece[]} */
export function pieces(text) {
  return new Reader(text).read();
}

class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
    /** @type {Piece[]} */
    this.found = [];
    /** @type {number[]} how many braces are open in each template's hole */
    this.holes = [];
    this.last = '';
  }

  read() {
    while (this.at < this.text.length) {
      TOKEN.lastIndex = this.at;
      const match = TOKEN.exec(this.text);
      if (match?.groups) this.take(match.groups, match[0]);
      else this.at++;
    }
    return this.found;
  }

  /** @param {Record<string, string | undefined>} is @param {string} token */
  take(is, token) {
    if (is.c !== undefined) this.put('c', token.length, this.last);
    else if (is.s !== undefined) this.put('s', token.length);
    else if (is.t !== undefined) this.template();
    else if (is.n !== undefined) this.put('n', token.length);
    else if (is.i !== undefined) this.name(token);
    else if (is.r !== undefined) this.slash();
    else this.punctuation(token);
  }

  /** @param {Piece['kind']} kind @param {number} length @param {string} [last] */
  put(kind, length, last = 'value') {
    this.found.push({ from: this.at, to: this.at + length, kind });
    this.at += length;
    this.last = last;
  }

  /** @param {string} token */
  name(token) {
    const rest = this.text.slice(this.at + token.length, this.at + token.length + 40);
    const called = /^\s*(\?\.)?\(/.test(rest);
    const keyword = KEYWORDS.has(token) && this.last !== '.' && !(SOFT.has(token) && ((called && token !== 'async') || /^\s*[=:,;).]/.test(rest)));
    const operand = !keyword || ['this', 'super', 'null', 'true', 'false', 'undefined'].includes(token);
    this.put(keyword ? 'k' : called ? 'f' : 'i', token.length, operand ? 'value' : 'keyword');
  }

  /** A slash after a value divides, anywhere else it begins a regular expression. */
  slash() {
    REGEXP.lastIndex = this.at;
    const match = this.last === 'value' ? null : REGEXP.exec(this.text);
    if (match) this.put('s', match[0].length);
    else this.punctuation('/');
  }

  /** @param {string} token */
  punctuation(token) {
    const depth = this.holes.length - 1;
    if (token === '{' && depth >= 0) this.holes[depth]++;
    if (token === '}' && depth >= 0 && this.holes[depth]-- === 0) {
      this.holes.pop();
      this.template();
      return;
    }
    this.at += token.length;
    this.last = token === ')' || token === ']' ? 'value' : token;
  }

  /** From a backquote, or from a hole's end, to the next hole or the closing backquote. */
  template() {
    let end = this.at + 1;
    while (end < this.text.length && this.text[end] !== '`' && !this.text.startsWith('${', end)) end += this.text[end] === '\\' ? 2 : 1;
    const hole = this.text.startsWith('${', end);
    if (hole) this.holes.push(0);
    this.put('s', Math.min(end + (hole ? 2 : 1), this.text.length) - this.at, hole ? '{' : 'value');
  }
}
