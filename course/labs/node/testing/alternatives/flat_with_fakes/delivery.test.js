import { deepStrictEqual as same, rejects, strictEqual as is } from 'node:assert';
import test from 'node:test';
import { createDelivery } from './delivery.js';

/** A delivery with a clock that is set by hand and rates that remember who asked. */
function setUp(start = '2026-05-04T08:00:00Z') {
  const clock = { time: Date.parse(start) };
  const asked = [];
  const answers = [];
  const delivery = createDelivery({
    now: () => clock.time,
    async rateOf(country) {
      asked.push(country);
      const answer = answers.length > 0 ? answers.shift() : { DE: 300, CH: 800 }[country];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { clock, asked, answers, quote: (parcel) => delivery.quote(Object.freeze(parcel)) };
}

test('what a parcel costs', async (t) => {
  const table = [
    [{ country: 'DE', grams: 1 }, 300],
    [{ country: 'DE', grams: 1000 }, 300],
    [{ country: 'DE', grams: 1001 }, 600],
    [{ country: 'CH', grams: 30000 }, 24000],
    [{ country: 'CH', grams: 2000, express: true }, 2500],
    [{ country: 'CH', grams: 2000, express: false }, 1600],
  ];
  for (const [parcel, cents] of table) {
    await t.test(JSON.stringify(parcel), async () => {
      is((await setUp().quote(parcel)).cents, cents);
    });
  }
});

test('when a parcel arrives', async () => {
  for (const [at, express, day] of [
    ['2026-05-04T08:00:00Z', false, '2026-05-07'],
    ['2026-05-04T08:00:00Z', true, '2026-05-05'],
    ['2026-05-04T14:59:59.999Z', true, '2026-05-05'],
    ['2026-05-04T15:00:00Z', true, '2026-05-06'],
    ['2024-02-27T16:00:00Z', false, '2024-03-02'],
  ]) {
    const { arrives } = await setUp(at).quote({ country: 'DE', grams: 10, express });
    is(arrives, day, at);
  }
});

test('which weights are refused', async () => {
  const { quote, asked } = setUp();
  for (const grams of [0, -5, 0.5, 999.9, 30001, Infinity, '7', null]) {
    await rejects(quote({ country: 'DE', grams }), { code: 'ERR_GRAMS' }, String(grams));
  }
  is(asked.length, 0);
});

test('where nothing is delivered', async () => {
  const { quote, answers } = setUp();
  await rejects(quote({ country: 'AQ', grams: 10 }), { code: 'ERR_COUNTRY' });
  answers.push(5);
  is((await quote({ country: 'AQ', grams: 10 })).cents, 5);
});

test('rates that cannot be had', async () => {
  const { quote, answers } = setUp();
  const reason = new Error('timeout');
  answers.push(reason);
  await rejects(quote({ country: 'DE', grams: 10 }), { code: 'ERR_RATES', cause: reason });
  is((await quote({ country: 'DE', grams: 10 })).cents, 300);
});

test('rates are kept, each for ten minutes', async () => {
  const { quote, asked, clock } = setUp();
  await quote({ country: 'de', grams: 10 });
  await quote({ country: 'ch', grams: 10 });
  clock.time += 599_999;
  await quote({ country: 'DE', grams: 20 });
  same(asked, ['DE', 'CH']);
  clock.time += 1;
  is((await quote({ country: 'DE', grams: 20 })).cents, 300);
  same(asked, ['DE', 'CH', 'DE']);
});
