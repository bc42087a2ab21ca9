import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, it, mock } from 'node:test';
import { createDelivery } from './delivery.js';

const lookUp = { answer: async () => 1000, rateOf: (country) => lookUp.answer(country) };
const times = [];

/** What a promise is rejected with; fulfilled, it fails the test. */
async function failure(promise) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  assert.fail(`expected a rejection, got ${JSON.stringify(value)}`);
}

function open(answer = async () => 1000) {
  lookUp.answer = answer;
  return createDelivery({ rateOf: (country) => lookUp.rateOf(country), now: () => times.at(-1) });
}

const clock = (text) => times.push(Date.parse(`${text}Z`));
const questions = () => lookUp.rateOf.mock.calls.flatMap((call) => call.arguments);

before(() => clock('2026-09-30T10:00'));
beforeEach(() => mock.method(lookUp, 'rateOf'));
after(() => mock.restoreAll());
afterEach(() => {
  mock.restoreAll();
  times.length = 1;
});

for (const weight of ['0', '1000', '1001', '1999']) {
  it(`charges ${weight} g and one more by started kilograms`, async () => {
    const grams = Number(weight) + 1;
    const quote = await open().quote({ country: 'SE', grams });
    assert.equal(quote.cents, { 1: 1000, 1001: 2000, 1002: 2000, 2000: 2000 }[grams]);
  });
}

it('charges the heaviest parcel, with express', async () => {
  assert.equal((await open().quote({ country: 'SE', grams: 30_000, express: true })).cents, 30_900);
});

it('takes whole grams from 1 to 30,000 only', async () => {
  const delivery = open();
  for (const grams of [0, 30_001, 1.01]) {
    const error = await failure(delivery.quote({ country: 'SE', grams }));
    assert.equal(error.code, 'ERR_GRAMS');
  }
  assert.deepEqual(questions(), []);
});

it('says that a country is not served, and asks again later', async () => {
  const delivery = open(async () => undefined);
  const error = await failure(delivery.quote({ country: 'XK', grams: 5 }));
  assert.equal(error.code, 'ERR_COUNTRY');
  lookUp.answer = async () => 4;
  assert.equal((await delivery.quote({ country: 'XK', grams: 5 })).cents, 4);
});

it('says that rates cannot be had, and asks again later', async () => {
  const why = new TypeError('fetch failed');
  const delivery = open(() => Promise.reject(why));
  const error = await failure(delivery.quote({ country: 'SE', grams: 5 }));
  assert.deepEqual([error.code, error.cause], ['ERR_RATES', why]);
  lookUp.answer = async () => 4;
  assert.equal((await delivery.quote({ country: 'SE', grams: 5 })).cents, 4);
});

it('keeps rates for ten minutes, by country', async () => {
  const delivery = open(async (country) => (country === 'SE' ? 10 : 20));
  const cents = async (country) => (await delivery.quote({ country, grams: 1 })).cents;
  assert.deepEqual([await cents('SE'), await cents('dk'), await cents('se')], [10, 20, 10]);
  clock('2026-09-30T10:09:59.999');
  await cents('SE');
  assert.deepEqual(questions(), ['SE', 'DK']);
  clock('2026-09-30T10:10');
  await cents('SE');
  assert.deepEqual(questions(), ['SE', 'DK', 'SE']);
});

it('counts the days from the order', async () => {
  const parcel = Object.freeze({ country: 'se', grams: 1 });
  const days = [];
  for (const time of ['2026-09-29T14:59:59', '2026-09-29T15:00', '2026-12-31T23:00']) {
    clock(time);
    days.push((await open().quote(parcel)).arrives);
    days.push((await open().quote({ ...parcel, express: true })).arrives);
  }
  assert.deepEqual(days, ['2026-10-02', '2026-09-30', '2026-10-03', '2026-10-01', '2027-01-04', '2027-01-02']);
});
