// What a parcel costs and when it arrives. The rules stand in the task.

const KEPT = 10 * 60 * 1000;
const LATE = 15;

function refusal(code, message, options) {
  return Object.assign(new Error(message, options), { code });
}

export function createDelivery({ rateOf, now }) {
  const kept = new Map();

  async function rate(country) {
    const known = kept.get(country);
    if (known && now() - known.at < KEPT) return known.cents;
    let cents;
    try {
      cents = await rateOf(country);
    } catch (cause) {
      throw refusal('ERR_RATES', 'no rates at the moment', { cause });
    }
    if (cents === undefined) throw refusal('ERR_COUNTRY', `no delivery to ${country}`);
    kept.set(country, { cents, at: now() });
    return cents;
  }

  function arrival(days) {
    const day = new Date(now());
    if (day.getUTCHours() >= LATE) days++;
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  }

  return {
    async quote({ country, grams, express = false }) {
      const each = await rate(country.toUpperCase());
      if (!Number.isInteger(grams) || grams < 1 || grams > 30_000) {
        throw refusal('ERR_GRAMS', 'a parcel has 1 to 30,000 g');
      }
      return {
        cents: each * Math.ceil(grams / 1000) + (express ? 900 : 0),
        arrives: arrival(express ? 1 : 3),
      };
    },
  };
}
