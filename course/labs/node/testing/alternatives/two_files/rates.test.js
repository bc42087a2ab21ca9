import assert from 'node:assert/strict';
import test from 'node:test';
import { code, deliveryWith, NOON } from './setup.js';

const letter = { grams: 20 };

test('the country is asked for in capitals, and once', async (t) => {
  const rateOf = t.mock.fn(async () => 200);
  const delivery = deliveryWith(rateOf);
  await delivery.quote({ ...letter, country: 'at' });
  await delivery.quote({ ...letter, country: 'AT' });
  assert.equal(rateOf.mock.callCount(), 1);
  assert.equal(rateOf.mock.calls[0].arguments[0], 'AT');
});

test('no rate is asked for a parcel without weight', async (t) => {
  const rateOf = t.mock.fn(async () => 200);
  await assert.rejects(deliveryWith(rateOf).quote({ country: 'AT', grams: 0 }));
  assert.equal(rateOf.mock.callCount(), 0);
});

test('a rate is old after ten minutes, not before', async (t) => {
  let minutes = 0;
  const rateOf = t.mock.fn(async () => 100 + rateOf.mock.callCount());
  const delivery = deliveryWith(rateOf, () => NOON + minutes * 60_000);
  const cents = async () => (await delivery.quote({ ...letter, country: 'AT' })).cents;
  assert.equal(await cents(), 100);
  minutes = 9.999;
  assert.equal(await cents(), 100);
  minutes = 10;
  assert.equal(await cents(), 101);
});

test('each country has its own', async () => {
  const delivery = deliveryWith(async (country) => country.charCodeAt(0));
  assert.equal((await delivery.quote({ ...letter, country: 'A' })).cents, 65);
  assert.equal((await delivery.quote({ ...letter, country: 'B' })).cents, 66);
});

test('a country without a rate is refused, until it has one', async (t) => {
  const rateOf = t.mock.fn(async () => 30);
  rateOf.mock.mockImplementationOnce(async () => {});
  const delivery = deliveryWith(rateOf);
  const quote = () => delivery.quote({ ...letter, country: 'ZZ' });
  await assert.rejects(quote, code('ERR_COUNTRY'));
  assert.equal((await quote()).cents, 30);
});

test('a failure is told with its cause, and forgotten', async () => {
  const answers = [() => Promise.reject('down'), () => Promise.resolve(70)];
  const delivery = deliveryWith(() => answers.shift()());
  await assert.rejects(delivery.quote({ ...letter, country: 'AT' }), { code: 'ERR_RATES', cause: 'down' });
  assert.equal((await delivery.quote({ ...letter, country: 'AT' })).cents, 70);
});
