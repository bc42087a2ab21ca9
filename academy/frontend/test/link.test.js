import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../src/playground/examples.js';
import { fromFragment, isName, toFragment } from '../src/playground/link.js';

test('a program goes into a link and comes out of it again', async () => {
  for (const { files, main } of examples) {
    const fragment = await toFragment({ files, main });
    assert.match(fragment, /^#program=[\w-]+$/);
    assert.deepEqual(await fromFragment(fragment), { files, main });
  }
});

test('what is no program is none', async () => {
  const packed = (/** @type {unknown} */ what) => toFragment(/** @type {any} */ (what));
  for (const fragment of ['', '#', '#program=', '#program=%%%', '#program=AAAA', '#other=1',
    await packed({ files: {}, main: 'a' }), await packed({ files: { 'a.js': 1 }, main: 'a.js' }), await packed({ files: { 'a.js': '' }, main: 'b.js' }),
    await packed({ files: { '../a.js': '' }, main: '../a.js' }), await packed({ files: null, main: 'a.js' })]) {
    assert.equal(await fromFragment(fragment), undefined, fragment);
  }
});

test('a small link that unfolds to a large program is refused', async () => {
  const bomb = await toFragment({ files: { 'a.cjs': 'x'.repeat(5_000_000) }, main: 'a.cjs' });
  assert.ok(bomb.length < 20_000);
  assert.equal(await fromFragment(bomb), undefined);
});

test('a name is a path within the program', () => {
  for (const name of ['a.cjs', 'lib/a-b_c.mjs', '.env']) assert.ok(isName(name), name);
  for (const name of ['', '/a', 'a/', 'a//b', '..', 'a/../b', './a', 'a b', 'a\\b', '<b>']) assert.ok(!isName(name), name);
});

test('there are a dozen examples, each a program that begins where it says', () => {
  assert.equal(examples.length, 12);
  for (const { files, main } of examples) assert.ok(main in files);
});
