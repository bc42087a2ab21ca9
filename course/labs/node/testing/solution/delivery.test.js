import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { createDelivery } from './delivery.js';

const MONDAY_9 = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const RATES = { PT: 450, NO: 1100 };

describe('quote', () => {
  let time;
  let rateOf;
  let delivery;

  beforeEach(() => {
    time = MONDAY_9;
    rateOf = mock.fn(async (country) => RATES[country]);
    delivery = createDelivery({ rateOf, now: () => time });
  });

  const quote = (more) => delivery.quote({ country: 'PT', grams: 500, ...more });
  const asked = () => rateOf.mock.calls.map((call) => call.arguments[0]);

  describe('cents', () => {
    for (const [grams, cents] of [[1, 450], [1000, 450], [1001, 900], [2000, 900], [30_000, 13_500]]) {
      it(`are ${cents} for ${grams} g`, async () => {
        assert.equal((await quote({ grams })).cents, cents);
      });
    }

    it('are those of the country', async () => {
      assert.equal((await quote({ country: 'NO' })).cents, 1100);
    });

    it('are 900 more with express, however heavy', async () => {
      assert.equal((await quote({ express: true, grams: 2500 })).cents, 2250);
    });

    it('are without that where express is false', async () => {
      assert.equal((await quote({ express: false })).cents, 450);
    });
  });

  describe('arrives', () => {
    for (const [at, parcel, day] of [
      [MONDAY_9, {}, '2026-03-05'],
      [MONDAY_9, { express: true }, '2026-03-03'],
      [Date.UTC(2026, 2, 2, 14, 59, 59, 999), {}, '2026-03-05'],
      [Date.UTC(2026, 2, 2, 15), {}, '2026-03-06'],
      [Date.UTC(2026, 2, 2, 23, 59), { express: true }, '2026-03-04'],
      [Date.UTC(2026, 11, 30), {}, '2027-01-02'],
    ]) {
      it(`on ${day} when ordered at ${new Date(at).toISOString()}`, async () => {
        time = at;
        assert.equal((await quote(parcel)).arrives, day);
      });
    }
  });

  describe('refuses', () => {
    for (const grams of [0, -1, 30_001, 1.5, NaN, '500', undefined]) {
      it(`${typeof grams} ${grams} as grams, and asks for no rate`, async () => {
        await assert.rejects(quote({ grams }), { code: 'ERR_GRAMS' });
        assert.deepEqual(asked(), []);
      });
    }

    it('a country that is not served', async () => {
      await assert.rejects(quote({ country: 'XX' }), { code: 'ERR_COUNTRY' });
    });

    it('when there are no rates, and says why', async () => {
      const cause = new Error('503');
      rateOf.mock.mockImplementation(async () => {
        throw cause;
      });
      await assert.rejects(quote(), (error) => {
        assert.equal(error.code, 'ERR_RATES');
        assert.equal(error.cause, cause);
        return true;
      });
    });
  });

  describe('rates', () => {
    it('are asked for in capitals', async () => {
      await quote({ country: 'no' });
      assert.deepEqual(asked(), ['NO']);
    });

    it('are kept for less than ten minutes, whatever the case', async () => {
      await quote();
      time += 10 * MINUTE - 1;
      await quote({ country: 'pt', grams: 7000 });
      assert.deepEqual(asked(), ['PT']);
    });

    it('are asked for again after ten minutes', async () => {
      await quote();
      time += 10 * MINUTE;
      await quote();
      assert.deepEqual(asked(), ['PT', 'PT']);
    });

    it('are kept for each country', async () => {
      await quote();
      assert.equal((await quote({ country: 'NO' })).cents, 1100);
      assert.equal((await quote()).cents, 450);
    });

    it('are asked for again after a failure', async () => {
      rateOf.mock.mockImplementationOnce(async () => {
        throw new Error('503');
      });
      await assert.rejects(quote());
      assert.equal((await quote()).cents, 450);
    });

    it('are asked for again for a country that was not served', async () => {
      rateOf.mock.mockImplementationOnce(async () => undefined);
      await assert.rejects(quote());
      assert.equal((await quote()).cents, 450);
    });
  });

  it('leaves the parcel as it is', async () => {
    const parcel = { country: 'pt', grams: 500 };
    await delivery.quote(parcel);
    assert.deepEqual(parcel, { country: 'pt', grams: 500 });
  });
});
