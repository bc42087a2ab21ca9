const refuse = (code, cause) => {
  const error = new RangeError(code.toLowerCase());
  error.code = code;
  if (cause !== undefined) error.cause = cause;
  return Promise.reject(error);
};

const isWeight = (grams) => typeof grams === 'number' && grams % 1 === 0 && grams > 0 && grams < 30_001;

export function createDelivery(parts) {
  const rates = [];

  const remembered = (name, at) => rates.findLast((rate) => rate.name === name && at - rate.at < 600_000);

  function rateFor(name, at) {
    const found = remembered(name, at);
    if (found) return Promise.resolve(found.value);
    return Promise.resolve()
      .then(() => parts.rateOf(name))
      .then(
        (value) => {
          if (value === undefined) return refuse('ERR_COUNTRY');
          rates.push({ name, value, at });
          return value;
        },
        (cause) => refuse('ERR_RATES', cause),
      );
  }

  function quote(parcel) {
    if (!isWeight(parcel.grams)) return refuse('ERR_GRAMS');
    const at = parts.now();
    const days = (parcel.express ? 1 : 3) + Number(new Date(at).getUTCHours() > 14);
    const arrives = new Date(at);
    arrives.setUTCDate(arrives.getUTCDate() + days);
    return rateFor(parcel.country.toUpperCase(), at).then((value) =>
      Object.freeze({
        arrives: arrives.toISOString().slice(0, 10),
        cents: Math.ceil(parcel.grams / 1000) * value + (parcel.express ? 900 : 0),
      }),
    );
  }

  return Object.freeze({ quote });
}
