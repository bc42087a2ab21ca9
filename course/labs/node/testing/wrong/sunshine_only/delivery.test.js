import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDelivery } from './delivery.js';

const RATES = { PT: 450, NO: 1100 };

function deliveryAt(time) {
  return createDelivery({ rateOf: async (country) => RATES[country], now: () => Date.parse(time) });
}

test('a parcel to Portugal', async () => {
  const quote = await deliveryAt('2026-03-02T09:00:00Z').quote({ country: 'PT', grams: 500 });
  assert.equal(quote.cents, 450);
  assert.equal(quote.arrives, '2026-03-05');
});

test('a heavy parcel to Norway', async () => {
  const quote = await deliveryAt('2026-03-02T09:00:00Z').quote({ country: 'NO', grams: 2500 });
  assert.equal(quote.cents, 3300);
});

test('express', async () => {
  const quote = await deliveryAt('2026-03-02T09:00:00Z').quote({ country: 'PT', grams: 500, express: true });
  assert.equal(quote.cents, 1350);
  assert.equal(quote.arrives, '2026-03-03');
});
