import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { orderTrace } from './order-trace.js';

const COPY = new URL('../../src/test/resources/dev/backwright/academy/web/order-trace.json', import.meta.url);

test('the tests of the pages show the same recording: node test/write-fixture.js', async () => {
  assert.deepEqual(JSON.parse(await readFile(COPY, 'utf8')), JSON.parse(JSON.stringify(orderTrace)));
});
