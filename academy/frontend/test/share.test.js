import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled, inScript } from '../src/playground/share.js';

const HOSTILE = '</script><!-- <script> \u2028\u2029 & $& $1 @@RECORDING@@ \u0000 \ud800 ]]>';

test('whatever a text holds, nothing in a shared file ends or begins an element', () => {
  const json = inScript({ text: HOSTILE });
  assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
  assert.equal(JSON.parse(json).text, HOSTILE);
});

test('the recording stands at its place, and only there', () => {
  const page = filled('a<script>@@RECORDING@@</script>b', /** @type {any} */ ({ text: HOSTILE }));
  assert.match(page, /^a<script>\{.*\}<\/script>b$/s);
  assert.equal(page.match(/<\/script>/g)?.length, 1);
  assert.throws(() => filled('no place', /** @type {any} */ ({})));
});
