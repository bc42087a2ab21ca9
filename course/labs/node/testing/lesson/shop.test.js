import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

const shop = { open: () => true };

test('shut at night', (t) => {
  t.mock.method(shop, 'open', () => false);
  assert.equal(shop.open(), false);
});

test('open in the morning', () => assert.equal(shop.open(), true));

test('shut on Sunday', () => {
  mock.method(shop, 'open', () => false);
  assert.equal(shop.open(), false);
});

test('open on Monday', () => assert.equal(shop.open(), true));
