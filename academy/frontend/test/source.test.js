import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../src/recording/source.js';

/** @param {string} text @param {string} kind */
const of = (text, kind) => pieces(text).filter((piece) => piece.kind === kind).map(({ from, to }) => text.slice(from, to));

test('a slash divides after a value and begins an expression anywhere else', () => {
  assert.deepEqual(of('a = b / c / d; x = /[/]"/.test(s)', 's'), ['/[/]"/']);
  assert.deepEqual(of('return /x/g', 's'), ['/x/g']);
});

test('the holes of a template are code, however deep', () => {
  const text = 'f(`a ${b + `c ${ {d: 1}.d } e`} g`)';
  assert.deepEqual(of(text, 's'), ['`a ${', '`c ${', '} e`', '} g`']);
  assert.deepEqual(of(text, 'n'), ['1']);
});

test('keywords are words of the language, not the names of properties', () => {
  assert.deepEqual(of('const of = x.class; for (const a of of) {}', 'k'), ['const', 'for', 'const', 'of']);
  assert.deepEqual(of('async () => { await get(1) }', 'k'), ['async', 'await']);
  assert.deepEqual(of('// const x\nlet y', 'k'), ['let']);
});

test('text that is no JavaScript is still all there', () => {
  for (const text of ['`${', '"abc', '/* x', '`${`${', "'\\", '\u{1F600} # @', '}}}`']) {
    let at = 0;
    for (const { from, to } of pieces(text)) {
      assert.ok(from >= at && to > from && to <= text.length, JSON.stringify(text));
      at = to;
    }
  }
});
