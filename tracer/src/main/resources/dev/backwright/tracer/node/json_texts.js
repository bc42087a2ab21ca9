'use strict';
// What is wrong with a text that is not JSON, and how a circle goes, in V8's words.

class Flaw extends Error {}

/** @param {string} text @param {number} position @param {string} [expected] */
function flaw(text, position, expected) {
  if (expected !== undefined) {
    const before = text.slice(0, position).split(/\r\n|\n|\r/);
    return new Flaw(`${expected}${expected.endsWith('JSON') ? '' : ' in JSON'} at position ${position} (line ${before.length} column ${before.at(-1).length + 1})`);
  }
  if (position >= text.length) return new Flaw('Unexpected end of JSON input');
  if (['NaN', 'Infinity', 'undefined', '[object Object]'].includes(text)) return new Flaw(`"${text}" is not valid JSON`);
  return new Flaw(`Unexpected token '${text[position]}', ${excerpt(text, position)} is not valid JSON`);
}

/** The text, or of a long one ten characters before and after. */
function excerpt(text, position) {
  const around = 10;
  if (text.length <= 2 * around) return `"${text}"`;
  const from = Math.max(0, position - around);
  const to = Math.min(text.length, position + around);
  return `${from > 0 ? '...' : ''}"${text.slice(from, to)}"${to < text.length ? '...' : ''}`;
}

/** Reads a text as JSON is read, and throws a Flaw where it ends to be JSON. */
class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }
  fail(expected) { throw flaw(this.text, this.at, expected); }
  get next() { return this.text[this.at]; }
  blank() { while (this.at < this.text.length && ' \t\n\r'.includes(this.next)) this.at++; }
  digits() { while (this.next >= '0' && this.next <= '9') this.at++; }

  document() {
    this.value();
    this.blank();
    if (this.at < this.text.length) this.fail('Unexpected non-whitespace character after JSON');
  }

  value() {
    this.blank();
    const first = this.next;
    if (first === '{') this.object();
    else if (first === '[') this.array();
    else if (first === '"') this.string();
    else if (first === '-' || (first >= '0' && first <= '9')) this.number();
    else this.literal({ t: 'true', f: 'false', n: 'null' }[first]);
  }

  literal(word) {
    if (word === undefined) this.fail();
    for (const letter of word) {
      if (this.next !== letter) this.fail();
      this.at++;
    }
  }

  number() {
    if (this.next === '-') {
      this.at++;
      if (!(this.next >= '0' && this.next <= '9')) this.fail('No number after minus sign');
    }
    if (this.next === '0') {
      this.at++;
      if (this.next >= '0' && this.next <= '9') this.fail('Unexpected number');
    }
    this.digits();
    if (this.next === '.') {
      this.at++;
      if (!(this.next >= '0' && this.next <= '9')) this.fail('Unterminated fractional number');
      this.digits();
    }
    if (this.next === 'e' || this.next === 'E') {
      this.at++;
      if (this.next === '+' || this.next === '-') this.at++;
      if (!(this.next >= '0' && this.next <= '9')) this.fail('Exponent part is missing a number');
      this.digits();
    }
  }

  string() {
    for (this.at++; this.next !== '"'; this.at++) {
      if (this.at >= this.text.length) this.fail('Unterminated string');
      if (this.next < ' ') this.fail('Bad control character in string literal');
      if (this.next === '\\') this.escape();
    }
    this.at++;
  }

  escape() {
    this.at++;
    if (this.at >= this.text.length) this.fail('Unterminated string');
    if (this.next !== 'u') {
      if (!'"\\/bfnrt'.includes(this.next)) this.fail('Bad escaped character');
      return;
    }
    for (let digit = 0; digit < 4; digit++) {
      this.at++;
      if (!/[0-9a-fA-F]/.test(this.next ?? '')) this.fail('Bad Unicode escape');
    }
  }

  array() {
    this.at++;
    this.blank();
    if (this.next === ']') { this.at++; return; }
    for (;;) {
      this.value();
      this.blank();
      if (this.next === ']') { this.at++; return; }
      if (this.next !== ',') this.fail("Expected ',' or ']' after array element");
      this.at++;
    }
  }

  object() {
    this.at++;
    this.blank();
    if (this.next === '}') { this.at++; return; }
    if (this.next !== '"') this.fail("Expected property name or '}'");
    for (;;) {
      this.string();
      this.blank();
      if (this.next !== ':') this.fail("Expected ':' after property name");
      this.at++;
      this.value();
      this.blank();
      if (this.next === '}') { this.at++; return; }
      if (this.next !== ',') this.fail("Expected ',' or '}' after property value");
      this.at++;
      this.blank();
      if (this.next !== '"') this.fail('Expected double-quoted property name');
    }
  }
}

/** @returns {string | undefined} the message; undefined if V8 would find nothing wrong either */
function whyNot(text) {
  try {
    new Reader(text).document();
  } catch (found) {
    if (found instanceof Flaw) return found.message;
    throw found;
  }
  return undefined;
}

const constructorName = (object) => host.getConstructorName(object);
const keyText = (key, holder) => Array.isArray(holder) ? `index ${key}` : `property '${key}'`;

/** The first circle that `JSON.stringify` would meet: `[object, key, object, key, …]` with the keys that lead on. */
function circle(value, path) {
  if (typeof value !== 'object' || value === null) return undefined;
  const start = path.findIndex(([object]) => object === value);
  if (start >= 0) return path.slice(start);
  for (const key of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    const found = property && 'value' in property && circle(property.value, [...path, [value, key]]);
    if (found) return found;
  }
  return undefined;
}

function circleText(root) {
  const steps = circle(root, []);
  if (!steps) return undefined;
  const lines = [`--> starting at object with constructor '${constructorName(steps[0][0])}'`];
  const links = steps.slice(0, -1).map(([object, key], index) => `|     ${keyText(key, object)} -> object with constructor '${constructorName(steps[index + 1][0])}'`);
  if (links.length > 3) links.splice(2, links.length - 3, '|     ...');
  const [last, key] = steps.at(-1);
  return ['Converting circular structure to JSON', ...lines, ...links, `--- ${keyText(key, last)} closes the circle`].join('\n    ');
}

module.exports = { whyNot, circleText };
