import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { code, deliveryWith, NOON } from './setup.js';

const parcel = (grams, express) => ({ country: 'FR', grams, express });

suite('a quote', () => {
  const quoteOf = (...args) => deliveryWith(() => Promise.resolve(510)).quote(parcel(...args));

  test('counts started kilograms', async (t) => {
    t.plan(4);
    t.assert.strictEqual((await quoteOf(1)).cents, 510);
    t.assert.strictEqual((await quoteOf(1000)).cents, 510);
    t.assert.strictEqual((await quoteOf(1001)).cents, 1020);
    t.assert.strictEqual((await quoteOf(30_000)).cents, 30 * 510);
  });

  test('adds express once', () =>
    quoteOf(3000, true).then((quote) => assert.equal(quote.cents, 3 * 510 + 900)));

  test('is refused for a weight that is none', () =>
    Promise.all(
      [0, -1, 30_001, 2.5, '10', undefined].map((grams) =>
        assert.rejects(() => quoteOf(grams), code('ERR_GRAMS')),
      ),
    ));

  test('leaves the parcel alone', async () => {
    const mine = { country: 'fr', grams: 10 };
    const before = structuredClone(mine);
    await deliveryWith(async () => 1).quote(mine);
    assert.deepEqual(mine, before);
  });
});

suite('arrival', () => {
  const HOUR = 3_600_000;
  const arrival = async (hours, express) => {
    const delivery = deliveryWith(async () => 100, () => NOON + hours * HOUR);
    return (await delivery.quote(parcel(1, express))).arrives;
  };

  test('is three days later, across the end of a month', async () => assert.equal(await arrival(0), '2026-07-03'));
  test('is a day later with express', async () => assert.equal(await arrival(0, true), '2026-07-01'));
  test('is a day later still from 15:00', async () => {
    assert.equal(await arrival(3 - 1 / HOUR, true), '2026-07-01');
    assert.equal(await arrival(3, true), '2026-07-02');
    assert.equal(await arrival(11.5, true), '2026-07-02');
    assert.equal(await arrival(12, true), '2026-07-02');
  });
});
