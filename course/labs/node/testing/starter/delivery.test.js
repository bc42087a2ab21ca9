import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDelivery } from './delivery.js';

test('a parcel of 2 kg', async () => {
  const delivery = createDelivery({
    rateOf: async () => 450,
    now: () => Date.UTC(2026, 2, 2, 9),
  });
  const { cents } = await delivery.quote({ country: 'PT', grams: 2000 });
  assert.equal(cents, 900);
});
