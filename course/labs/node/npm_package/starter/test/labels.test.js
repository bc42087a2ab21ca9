import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { label } from '../src/index.js';

test('a label names port and weight', () => {
  mkdirSync('test/tmp', { recursive: true });
  writeFileSync('test/tmp/label.txt', label({ to: 'LIM', grams: 12500 }));
  assert.equal(readFileSync('test/tmp/label.txt', 'utf8'), 'LIM  Callao     12.5 kg');
});
